#include "app/caller.h"

#include "desk/confidential.h"

namespace tandem::app {
namespace {

bool is_among(const desk::TeamName& team, const std::vector<desk::TeamName>& teams) {
  return std::ranges::find(teams, team) != teams.end();
}

void hide_other(desk::DecisionUsed& used) {
  used.ticket = desk::TicketId(base::IdBits{});
  used.number = 0;
  used.action = 0;
}

// Of the events about links.
struct NamedOther {
  std::optional<desk::TicketId> operator()(const desk::TicketLinked& e) const { return e.other; }
  std::optional<desk::TicketId> operator()(const desk::TicketUnlinked& e) const { return e.other; }
  std::optional<desk::TicketId> operator()(const desk::TicketMerged& e) const { return e.into; }
  std::optional<desk::TicketId> operator()(const desk::FollowerAdded& e) const { return e.from; }
  std::optional<desk::TicketId> operator()(const desk::LinkedTicketMoved& e) const { return e.other; }
  std::optional<desk::TicketId> operator()(const desk::ActionRecorded& e) const {
    return e.decided_by ? std::optional(e.decided_by->ticket) : std::nullopt;
  }
  std::optional<desk::TicketId> operator()(const desk::DecisionUsed& e) const { return e.ticket; }
  std::optional<desk::TicketId> operator()(const desk::DecisionAsked& e) const {
    return e.renews ? std::optional(e.renews->ticket) : std::nullopt;
  }
  std::optional<desk::TicketId> operator()(const desk::DecisionReplaced& e) const { return e.by.ticket; }
  std::optional<desk::TicketId> operator()(const auto&) const { return std::nullopt; }
};

struct HideOther {
  void operator()(desk::TicketLinked& e) const { e = {.kind = e.kind}; }
  void operator()(desk::TicketUnlinked& e) const { e = {.kind = e.kind}; }
  void operator()(desk::TicketMerged& e) const {
    e = {.into = desk::TicketId(base::IdBits{}), .number = 0, .reason = e.reason};
  }
  void operator()(desk::FollowerAdded& e) const { e = {}; }
  void operator()(desk::LinkedTicketMoved& e) const { e = {.kind = e.kind, .move = e.move, .text = {}}; }
  void operator()(desk::ActionRecorded& e) const { e.decided_by.reset(); }
  // What it cost is the decision's to tell.
  void operator()(desk::DecisionUsed& e) const { hide_other(e); }
  void operator()(desk::DecisionAsked& e) const { e.renews = desk::DecisionRef{}; }
  void operator()(desk::DecisionReplaced& e) const { e.by = {}; }
  void operator()(auto&) const {}
};

// Of the events about files; 0: it is about none.
struct NamedFile {
  std::uint32_t operator()(const desk::FileAttached& e) const { return e.file; }
  std::uint32_t operator()(const desk::FileRemoved& e) const { return e.file; }
  std::uint32_t operator()(const auto&) const { return 0; }
};
struct HideFile {
  void operator()(desk::FileAttached& e) const {
    e.name.clear();
    e.hash = {};
    e.size = 0;
    e.media_type.clear();
  }
  void operator()(desk::FileRemoved& e) const {
    e.name.clear();
    e.reason.clear();
  }
  void operator()(auto&) const {}
};

// What is for one team is read by its members, and by who wrote or attached it.
bool may_see(const MembershipRecord& membership, desk::Visibility visibility, const desk::TeamName& team,
             const desk::Actor& author, const policy::Policy& policy) {
  switch (visibility) {
    case desk::Visibility::Requester: return true;
    case desk::Visibility::Both: return membership.role != Role::Requester;
    case desk::Visibility::Team:
      return is_among(team, teams_of(membership, policy)) ||
             (membership.role == Role::Member && author.person == membership.person && !membership.person.empty());
  }
  return false;
}

// Which events of a ticket its requester reads.
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
  bool operator()(const desk::TargetWarned&) const { return false; }
  bool operator()(const desk::ChangePlanned&) const { return false; }
  bool operator()(const desk::ChangeRescheduled&) const { return false; }
  bool operator()(const desk::ChangeAnswered&) const { return false; }
  bool operator()(const desk::ChangeApproved&) const { return false; }
  bool operator()(const desk::ChangeStarted&) const { return false; }
  bool operator()(const desk::ChangeFinished&) const { return false; }
  bool operator()(const desk::ChangeRolledBack&) const { return false; }
  bool operator()(const desk::ChangeReviewed&) const { return false; }
  bool operator()(const desk::ChangeWithdrawn&) const { return false; }
  bool operator()(const desk::ChangeLapsed&) const { return false; }
  bool operator()(const desk::ChangeNoticed&) const { return false; }
  bool operator()(const desk::WatchStarted&) const { return false; }
  bool operator()(const desk::WatchEnded&) const { return false; }
  bool operator()(const desk::TagsChanged&) const { return false; }
  bool operator()(const desk::ServiceRated&) const { return true; }
  bool operator()(const desk::DecisionAsked&) const { return false; }
  bool operator()(const desk::AdviceGiven&) const { return false; }
  bool operator()(const desk::RecommendationSealed&) const { return false; }
  bool operator()(const desk::RecommendationsOpened&) const { return false; }
  bool operator()(const desk::DecisionPassedOn&) const { return false; }
  bool operator()(const desk::DecisionTaken&) const { return false; }
  bool operator()(const desk::LapseReminded&) const { return false; }
  bool operator()(const desk::DecisionLapsed&) const { return false; }
  bool operator()(const desk::DecisionReplaced&) const { return false; }
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
  bool operator()(const desk::FileAttached& e) const { return e.visibility == desk::Visibility::Requester; }
  bool operator()(const desk::FileRemoved& e) const { return e.visibility == desk::Visibility::Requester; }
  bool operator()(const desk::FormFilled&) const { return true; }
  bool operator()(const desk::ChecklistStarted&) const { return false; }
  bool operator()(const desk::FoundNotNeeded&) const { return false; }
  bool operator()(const desk::DueDateSet&) const { return false; }
  bool operator()(const desk::DueDateNoticed&) const { return false; }
  bool operator()(const desk::ActionRecorded&) const { return false; }
  bool operator()(const desk::ActionAnswered&) const { return false; }
  bool operator()(const desk::CoverWanted&) const { return false; }
  bool operator()(const desk::CoverReminded&) const { return false; }
  bool operator()(const desk::CoverArranged&) const { return false; }
  bool operator()(const desk::DecisionUsed&) const { return false; }
};

}  // namespace

const MembershipRecord* Caller::membership(const desk::EngagementName& engagement) const {
  const auto found = std::ranges::find(memberships, engagement, &MembershipRecord::engagement);
  return found == memberships.end() ? nullptr : &*found;
}

std::optional<MembershipRecord> reads_as(const Caller& caller, const MembershipRecord& membership,
                                         const desk::Ticket& ticket, const policy::Policy& policy) {
  const desk::CategoryName& category = ticket.facts.category;
  // What both sides decide is nobody's as an end user, whoever it is asked for.
  const bool is_own = ticket.facts.kind != desk::TicketKind::Decision && !caller.email.empty() &&
                      desk::same_address(ticket.facts.requester.email, caller.email);
  switch (membership.role) {
    case Role::Member:
      if (desk::may_read(category, membership.person, policy)) return membership;
      break;
    case Role::Auditor:
      if (!desk::is_confidential(category, policy)) return membership;
      break;
    case Role::Requester: break;
  }
  if (!is_own) return std::nullopt;
  MembershipRecord as_requester = membership;
  as_requester.role = Role::Requester;
  as_requester.person = {};
  return as_requester;
}

std::vector<desk::CategoryName> hidden_from(const MembershipRecord& membership, const policy::Policy& policy) {
  std::vector<desk::CategoryName> hidden;
  if (membership.role == Role::Requester) return hidden;
  for (const policy::ConfidentialCategory& rule : policy.spec().governance.confidential) {
    desk::CategoryName category(rule.name);
    const bool is_named = membership.role == Role::Member && desk::may_read(category, membership.person, policy);
    if (!is_named) hidden.push_back(std::move(category));
  }
  return hidden;
}

bool may_see(const MembershipRecord& membership, const desk::Comment& comment, const policy::Policy& policy) {
  return may_see(membership, comment.visibility, comment.team, comment.author, policy);
}

bool may_see(const MembershipRecord& membership, const desk::Attachment& file, const policy::Policy& policy) {
  return may_see(membership, file.file.visibility, file.file.team, file.by, policy);
}

bool is_hidden_file(const desk::Event& event, const desk::Ticket& ticket, const MembershipRecord& membership,
                    const policy::Policy& policy) {
  const std::uint32_t number = std::visit(NamedFile{}, event.data);
  if (number == 0) return false;
  return number > ticket.files.size() || !may_see(membership, ticket.files[number - 1], policy);
}

void hide_file(desk::Event& event) {
  std::visit(HideFile{}, event.data);
}

bool may_see(const MembershipRecord& membership, const desk::Event& event) {
  if (membership.role != Role::Requester) return true;
  return std::visit(ForRequester{}, event.data);
}

bool may_open(const MembershipRecord& membership) {
  return membership.role != Role::Auditor;
}

bool may_command(const MembershipRecord& membership, const desk::Command& command) {
  switch (membership.role) {
    case Role::Member:
      return !std::holds_alternative<desk::PassTime>(command) &&
             !std::holds_alternative<desk::ReplaceDecision>(command) &&
             !std::holds_alternative<desk::KeepCover>(command);
    case Role::Auditor: return false;
    case Role::Requester: break;
  }
  if (const auto* comment = std::get_if<desk::AddComment>(&command))
    return comment->visibility == desk::Visibility::Requester;
  // A file of a comment has the comment's readers, whatever is asked: the desk looks whose it is.
  if (const auto* file = std::get_if<desk::AttachFile>(&command))
    return file->visibility == desk::Visibility::Requester || file->comment != 0;
  if (std::holds_alternative<desk::RemoveFile>(command)) return true;
  return std::holds_alternative<desk::Reopen>(command) || std::holds_alternative<desk::RateService>(command);
}

std::vector<desk::Reader> readers_of(const Caller& caller, const MembershipRecord& membership) {
  std::vector<desk::Reader> readers;
  if (membership.role == Role::Member && !membership.person.empty())
    readers.push_back({.person = membership.person, .email = {}});
  if (!caller.email.empty()) readers.push_back({.person = {}, .email = caller.email});
  return readers;
}

bool may_keep_macro(const MembershipRecord& membership, const desk::TeamName& team, const policy::Policy& policy) {
  if (membership.role != Role::Member) return false;
  const auto teams = teams_of(membership, policy);
  return team.empty() ? !teams.empty() : is_among(team, teams);
}

bool may_keep_forms(const MembershipRecord& membership, const policy::Policy& policy) {
  return may_keep_macro(membership, {}, policy);
}

bool may_read_form(const MembershipRecord& membership, const desk::RequestForm& form) {
  return membership.role != Role::Requester || (form.offered && form.asked_by == desk::AskedBy::Everybody);
}

bool may_edit_many(const MembershipRecord& membership) {
  return membership.role == Role::Member;
}

bool may_read_macros(const MembershipRecord& membership) {
  return membership.role == Role::Member;
}

bool may_read_ratings(const MembershipRecord& membership) {
  return membership.role != Role::Requester;
}

bool may_read_outlook(const MembershipRecord& membership) {
  return membership.role != Role::Requester;
}

bool may_read_reports(const MembershipRecord& membership) {
  return membership.role != Role::Requester;
}

bool may_read_changes(const MembershipRecord& membership) {
  return membership.role != Role::Requester;
}

bool may_read_calendar(const MembershipRecord& membership) {
  return membership.role != Role::Requester;
}

bool may_read_ledger(const MembershipRecord& membership) {
  return membership.role != Role::Requester;
}

bool may_read_agreement(const MembershipRecord& membership) {
  return membership.role != Role::Requester;
}

bool may_write_agreement(const MembershipRecord& membership) {
  return membership.role == Role::Member;
}

bool may_know_presence(const MembershipRecord& membership) {
  return membership.role == Role::Member;
}

bool may_open_related(const MembershipRecord& membership) {
  return membership.role == Role::Member;
}

bool may_read_actions(const MembershipRecord& membership) {
  return membership.role != Role::Requester;
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

bool may_read_vips(const MembershipRecord& membership) {
  return membership.role != Role::Requester;
}

bool may_keep_vips(const MembershipRecord& membership, const policy::Policy& policy) {
  if (membership.role != Role::Member) return false;
  const auto person = policy.find_person(membership.person.text());
  if (!person) return false;
  return std::ranges::any_of(policy.spec().teams, [&](const policy::Team& team) {
    return team.lead == *person && policy.party(team.party).kind != policy::PartyKind::Vendor;
  });
}

bool may_read_decisions(const MembershipRecord& membership) {
  return membership.role != Role::Requester;
}

std::optional<desk::TicketId> other_in(const desk::Event& event) {
  return std::visit(NamedOther{}, event.data);
}

bool hides_other(const Caller& caller, const MembershipRecord& membership, const desk::Ticket& other,
                 const policy::Policy& policy) {
  return desk::is_confidential(other.facts.category, policy) && !reads_as(caller, membership, other, policy);
}

void hide_other(desk::Link& link) {
  link = {.kind = link.kind, .awaited = link.awaited, .step = link.step, .at = link.at};
}

void hide_other(desk::Ticket& ticket, desk::TicketId other) {
  for (desk::Link& link : ticket.links) {
    if (link.other == other) hide_other(link);
  }
  std::erase_if(ticket.followers, [&](const desk::Follower& one) { return one.from == other; });
  if (ticket.merged_into == other) ticket.merged_into.reset();
  for (desk::DoneAction& one : ticket.actions) {
    auto& decision = one.recorded.decided_by;
    if (decision && decision->ticket == other) decision.reset();
  }
  if (!ticket.decision) return;
  for (desk::DecisionRequest::Use& one : ticket.decision->uses) {
    if (one.used.ticket == other) hide_other(one.used);
  }
  // That there is another one stays true, and how this one stands follows from it.
  for (auto* ref : {&ticket.decision->asked.renews, &ticket.decision->replaced_by}) {
    if (*ref && (*ref)->ticket == other) *ref = desk::DecisionRef{};
  }
}

void hide_other(desk::Event& event) {
  std::visit(HideOther{}, event.data);
}

desk::PartyName side_of(const MembershipRecord& membership, const policy::Policy& policy) {
  if (membership.role != Role::Member) return {};
  const auto person = policy.find_person(membership.person.text());
  return person ? desk::PartyName(policy.party(policy.person(*person).party).name) : desk::PartyName();
}

bool may_read_sealed(const MembershipRecord& membership, const desk::PartyName& side, const policy::Policy& policy) {
  return !side.empty() && side_of(membership, policy) == side;
}

void hide_sealed(desk::Ticket& ticket, const MembershipRecord& membership, const policy::Policy& policy) {
  if (!ticket.decision || ticket.decision->opened_at) return;
  for (desk::DecisionRequest::Sealed& one : ticket.decision->recommendations) {
    desk::Recommendation& sealed = one.recommendation;
    if (may_read_sealed(membership, sealed.side, policy)) continue;
    sealed.option = 0;
    sealed.text.clear();
  }
}

bool is_sealed(const desk::Event& event, const desk::Ticket& ticket, const MembershipRecord& membership,
               const policy::Policy& policy) {
  const auto* written = std::get_if<desk::RecommendationSealed>(&event.data);
  const bool opened = ticket.decision && ticket.decision->opened_at;
  return written != nullptr && !opened && !may_read_sealed(membership, written->side, policy);
}

void hide_sealed(desk::Event& event, const desk::Ticket& ticket, const MembershipRecord& membership,
                 const policy::Policy& policy) {
  if (!is_sealed(event, ticket, membership, policy)) return;
  auto& written = std::get<desk::RecommendationSealed>(event.data);
  written = {.side = written.side, .option = 0, .text = {}, .salt = {}};
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
