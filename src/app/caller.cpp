#include "app/caller.h"

namespace tandem::app {
namespace {

bool is_among(const desk::TeamName& team, const std::vector<desk::TeamName>& teams) {
  return std::ranges::find(teams, team) != teams.end();
}

}  // namespace

const MembershipRecord* Caller::membership(const desk::EngagementName& engagement) const {
  const auto found = std::ranges::find(memberships, engagement, &MembershipRecord::engagement);
  return found == memberships.end() ? nullptr : &*found;
}

bool may_see(const Caller& caller, const MembershipRecord& membership, const desk::Ticket& ticket) {
  switch (membership.role) {
    case Role::Member:
    case Role::Auditor: return true;
    case Role::Requester: return !caller.email.empty() && ticket.facts.requester.email == caller.email;
  }
  return false;
}

bool may_see(const MembershipRecord& membership, const desk::Comment& comment, const policy::Policy& policy) {
  switch (comment.visibility) {
    case desk::Visibility::Requester: return true;
    case desk::Visibility::Both: return membership.role != Role::Requester;
    case desk::Visibility::Team:
      return is_among(comment.team, teams_of(membership, policy)) ||
             (membership.role == Role::Member && comment.author.person == membership.person &&
              !membership.person.empty());
  }
  return false;
}

bool may_see(const MembershipRecord& membership, const desk::Event& event) {
  if (membership.role != Role::Requester) return true;
  struct ForRequester {
    bool operator()(const desk::TicketOpened&) const { return true; }
    bool operator()(const desk::OwnerAssigned&) const { return true; }
    bool operator()(const desk::CommentAdded& e) const { return e.visibility == desk::Visibility::Requester; }
    bool operator()(const desk::PriorityChanged&) const { return true; }
    bool operator()(const desk::CategoryChanged&) const { return true; }
    bool operator()(const desk::HandoffOffered&) const { return false; }
    bool operator()(const desk::HandoffAccepted&) const { return false; }
    bool operator()(const desk::HandoffDeclined&) const { return false; }
    bool operator()(const desk::HandoffWithdrawn&) const { return false; }
    bool operator()(const desk::HandoffExpired&) const { return false; }
    bool operator()(const desk::WorkStarted&) const { return true; }
    bool operator()(const desk::WaitStarted&) const { return true; }
    bool operator()(const desk::TicketResolved&) const { return true; }
    bool operator()(const desk::TicketReopened&) const { return true; }
    bool operator()(const desk::TicketClosed&) const { return true; }
    bool operator()(const desk::WorkReleased&) const { return false; }
    bool operator()(const desk::Acknowledged&) const { return true; }
    bool operator()(const desk::EscalationStepTaken&) const { return false; }
    bool operator()(const desk::StrategicFlagged&) const { return false; }
    bool operator()(const desk::DisputeRaised&) const { return false; }
    bool operator()(const desk::RulingGiven&) const { return false; }
    bool operator()(const desk::DisputeMovedOn&) const { return false; }
    bool operator()(const desk::DisputeSettled&) const { return false; }
    // What their ticket was merged into, and what became of that.
    bool operator()(const desk::TicketMerged&) const { return true; }
    bool operator()(const desk::LinkedTicketMoved& e) const { return e.kind == desk::LinkKind::DuplicateOf; }
    bool operator()(const desk::TicketLinked&) const { return false; }
    bool operator()(const desk::TicketUnlinked&) const { return false; }
    bool operator()(const desk::FollowerAdded&) const { return false; }
    bool operator()(const desk::VendorCaseOpened&) const { return false; }
    bool operator()(const desk::VendorChased&) const { return false; }
    bool operator()(const desk::VendorAnswered&) const { return false; }
    bool operator()(const desk::VendorChaseDue&) const { return false; }
    bool operator()(const desk::VendorLoopFound&) const { return false; }
    bool operator()(const desk::RootCauseFound&) const { return false; }
    bool operator()(const desk::KnownErrorDeclared&) const { return false; }
    bool operator()(const desk::MajorDeclared&) const { return false; }
    bool operator()(const desk::MajorRoleGiven&) const { return false; }
    bool operator()(const desk::TimelineNoted&) const { return false; }
    bool operator()(const desk::MajorUpdateSent&) const { return false; }
    bool operator()(const desk::MajorUpdateOverdue&) const { return false; }
    bool operator()(const desk::MajorStoodDown&) const { return false; }
    bool operator()(const desk::MajorReviewed&) const { return false; }
  };
  return std::visit(ForRequester{}, event.data);
}

bool may_open(const MembershipRecord& membership) {
  return membership.role != Role::Auditor;
}

bool may_command(const MembershipRecord& membership, const desk::Command& command) {
  switch (membership.role) {
    case Role::Member: return !std::holds_alternative<desk::PassTime>(command);
    case Role::Auditor: return false;
    case Role::Requester: break;
  }
  if (const auto* comment = std::get_if<desk::AddComment>(&command))
    return comment->visibility == desk::Visibility::Requester;
  return std::holds_alternative<desk::Reopen>(command);
}

bool may_read_calendar(const MembershipRecord& membership) {
  return membership.role != Role::Requester;
}

bool may_read_ledger(const MembershipRecord& membership) {
  return membership.role != Role::Requester;
}

bool may_open_related(const MembershipRecord& membership) {
  return membership.role == Role::Member;
}

bool may_read_known_errors(const MembershipRecord& membership) {
  return membership.role != Role::Requester;
}

bool may_record_leave(const MembershipRecord& membership, const desk::PersonName& person,
                      const policy::Policy& policy) {
  if (membership.role != Role::Member || membership.person.empty()) return false;
  if (membership.person == person) return true;
  const auto lead = policy.find_person(membership.person.text());
  const auto member = policy.find_person(person.text());
  if (!lead || !member) return false;
  return std::ranges::any_of(policy.spec().teams, [&](const policy::Team& team) {
    return team.lead == *lead && std::ranges::find(team.members, *member) != team.members.end();
  });
}

std::vector<desk::TeamName> teams_of(const MembershipRecord& membership, const policy::Policy& policy) {
  std::vector<desk::TeamName> teams;
  if (membership.role != Role::Member) return teams;
  const auto person = policy.find_person(membership.person.text());
  if (!person) return teams;
  for (const policy::Team& team : policy.spec().teams) {
    if (std::ranges::find(team.members, *person) != team.members.end()) teams.emplace_back(team.name);
  }
  return teams;
}

desk::Actor actor_of(const Caller& caller, const MembershipRecord& membership, const policy::Policy& policy) {
  desk::Actor actor{
      .kind = desk::ActorKind::Requester, .person = {}, .party = {}, .display = caller.display, .email = caller.email};
  if (membership.role != Role::Member) return actor;
  actor.kind = desk::ActorKind::Person;
  actor.person = membership.person;
  if (const auto index = policy.find_person(membership.person.text())) {
    const policy::Person& person = policy.person(*index);
    actor.display = person.display;
    actor.party = desk::PartyName(policy.party(person.party).name);
  }
  return actor;
}

}  // namespace tandem::app
