#include "app/narrative.h"

#include "app/change_narrative.h"
#include "app/decision_narrative.h"
#include "app/leave_period.h"
#include "app/major_narrative.h"
#include "app/narrative_words.h"
#include "app/related_narrative.h"
#include "desk/ticket.h"

namespace tandem::app {
namespace {

std::string owner_words(const desk::Owner& owner, const policy::Policy& policy) {
  if (owner.person.empty()) return fmt::format("`{}`", owner.team.text());
  return fmt::format("{} of `{}`", display_of(owner.person, policy), owner.team.text());
}

std::string_view cause_words(desk::AssignmentCause cause) {
  switch (cause) {
    case desk::AssignmentCause::Opened: return "as it was opened";
    case desk::AssignmentCause::PriorityChanged: return "as its priority changed";
    case desk::AssignmentCause::CategoryChanged: return "as its category changed";
    case desk::AssignmentCause::HandoffAccepted: return "as the hand-off was accepted";
    case desk::AssignmentCause::Taken: return "as it was taken";
    case desk::AssignmentCause::Reopened: return "as it was reopened";
    case desk::AssignmentCause::Reconsidered: return "as hours, leave or duty changed";
    case desk::AssignmentCause::Assigned: return "as a colleague gave it to them";
    case desk::AssignmentCause::Released: return "as it was given back to the team";
    case desk::AssignmentCause::Strategic: return "as it has strategic implications";
    case desk::AssignmentCause::Ruled: return "as was ruled";
    case desk::AssignmentCause::NewVersion: return "as another version of the agreement came into force";
    case desk::AssignmentCause::Recorded: return "as the imported history records";
  }
  return "";
}

std::string_view waiting_words(desk::WaitingOn on) {
  switch (on) {
    case desk::WaitingOn::Requester: return "the requester";
    case desk::WaitingOn::Vendor: return "a vendor";
    case desk::WaitingOn::Problem: return "a known problem";
    case desk::WaitingOn::Evidence: return "evidence";
  }
  return "";
}

// As the ticket's page names them.
std::string_view target_words(desk::TargetKind target) {
  switch (target) {
    case desk::TargetKind::Respond: return "answer";
    case desk::TargetKind::Resolve: return "solution";
  }
  return "";
}

struct Narrator {
  const policy::Policy& policy;
  const desk::Actor& actor;
  const desk::Ticket& ticket;

  std::string operator()(const desk::TicketOpened& e) const {
    const std::string opened =
        fmt::format("opened it for {} as `{}`, priority `{}`", e.requester.name, e.category.text(), e.priority.text());
    if (!e.vip_since) return opened;
    return fmt::format("{}; VIP: in the register since {}", opened, time_words(*e.vip_since, policy));
  }
  std::string operator()(const desk::OwnerAssigned& e) const {
    return fmt::format("{}, {}", narrate_owner(e.ownership, policy), cause_words(e.cause));
  }
  std::string operator()(const desk::CommentAdded& e) const {
    switch (e.visibility) {
      case desk::Visibility::Requester:
        return actor.kind == desk::ActorKind::Requester ? "wrote to both teams" : "answered the requester";
      case desk::Visibility::Both: return "wrote a note for both teams";
      case desk::Visibility::Team: return fmt::format("wrote a note for `{}` only", e.team.text());
    }
    return "";
  }
  std::string operator()(const desk::PriorityChanged& e) const {
    return fmt::format("changed the priority from `{}` to `{}`", e.from.text(), e.to.text());
  }
  std::string operator()(const desk::CategoryChanged& e) const {
    return fmt::format("changed the category from `{}` to `{}`", e.from.text(), e.to.text());
  }
  std::string operator()(const desk::HandoffOffered& e) const {
    const desk::Owner to{.party = e.to_party, .team = e.to_team, .person = e.to_person};
    return fmt::format("offered it to {}: {}", owner_words(to, policy), e.note);
  }
  std::string operator()(const desk::HandoffAccepted&) const { return "accepted the hand-off"; }
  std::string operator()(const desk::HandoffDeclined& e) const {
    return fmt::format("{} the hand-off: {}", actor.kind == desk::ActorKind::System ? "ended" : "declined", e.reason);
  }
  std::string operator()(const desk::HandoffWithdrawn&) const { return "withdrew the hand-off"; }
  std::string operator()(const desk::HandoffExpired& e) const {
    return fmt::format("nobody accepted the hand-off in time: the giver keeps it{}", told_words(e.told, policy));
  }
  std::string operator()(const desk::WorkStarted&) const { return "started work"; }
  std::string operator()(const desk::WaitStarted& e) const {
    return fmt::format("is waiting on {}", waiting_words(e.on));
  }
  std::string operator()(const desk::TicketResolved& e) const {
    return e.note.empty() ? std::string("resolved it") : fmt::format("resolved it: {}", e.note);
  }
  std::string operator()(const desk::TicketReopened& e) const { return fmt::format("reopened it: {}", e.reason); }
  std::string operator()(const desk::TicketClosed&) const { return "closed it"; }
  std::string operator()(const desk::WorkReleased& e) const {
    return fmt::format("gave it back to the team: {}", e.reason);
  }
  std::string operator()(const desk::Acknowledged&) const { return "acknowledged it"; }
  std::string operator()(const desk::EscalationStepTaken& e) const {
    return fmt::format("nobody has acknowledged it: step {} of {} for `{}` {}", e.step, e.steps, e.priority.text(),
                       e.told.empty() ? std::string("reaches nobody") : fmt::format("tells {}", reached_as(e.told)));
  }
  std::string operator()(const desk::TargetWarned& e) const {
    const std::string people = told_words(e.told, policy);
    if (e.percent == desk::kMissedAtPercent)
      return fmt::format("the target for the {} is missed{}", target_words(e.target), people);
    return fmt::format("{} % of the time for the {} is used up{}", e.percent, target_words(e.target), people);
  }
  // Each with what they were told as: "Mei Tanaka (lead), Dana Whitfield (named, away)".
  std::string reached_as(const std::vector<desk::Told>& all) const {
    std::string text;
    for (const desk::Told& one : all) {
      text += fmt::format("{}{} ({}{})", text.empty() ? "" : ", ", display_of(one.person, policy),
                          one.as == "on-duty" ? "on duty" : one.as, one.away ? ", away" : "");
    }
    return text;
  }
  std::string operator()(const desk::StrategicFlagged& e) const {
    return fmt::format("said that it has strategic implications (`{}`): {}", e.activity.text(), e.reason);
  }
  std::string operator()(const desk::DisputeRaised& e) const {
    if (e.kind == desk::DisputeKind::Bounced) {
      return fmt::format("it went back and forth ({}): {} say{} whose it is", e.reason,
                         people_words(e.path.front(), policy), e.path.front().size() == 1 ? "s" : " together");
    }
    return fmt::format("said that it is not theirs, on which {} {}: {}", people_words(e.path.front(), policy),
                       e.path.front().size() == 1 ? "decides" : "decide together", e.reason);
  }
  std::string operator()(const desk::RulingGiven& e) const {
    return fmt::format("says that it is `{}`'s: {}", e.team.text(), e.reason);
  }
  std::string operator()(const desk::DisputeMovedOn& e) const {
    if (!e.path.empty()) {
      return fmt::format("of those who were to say whose it is nobody is left: {} {}",
                         people_words(e.path.front(), policy),
                         e.path.front().size() == 1 ? "decides" : "decide together");
    }
    return e.due ? fmt::format("those of step {} of the path decide now whose it is", e.step)
                 : fmt::format("nobody has decided in time whose it is: those of step {} of the path still do", e.step);
  }
  std::string operator()(const desk::DisputeSettled& e) const {
    switch (e.by) {
      case desk::SettledBy::Ruling: return fmt::format("the ruling: it is `{}`'s", e.team.text());
      case desk::SettledBy::Handoff: return fmt::format("`{}` accepted it, which settles whose it is", e.team.text());
      case desk::SettledBy::Change: return fmt::format("it went to `{}`, which settles whose it is", e.team.text());
      case desk::SettledBy::Resolution: return "it is done, which settles whose it was";
      case desk::SettledBy::Withdrawal: return "took back that it is not theirs";
    }
    return "";
  }
  template <class ChangeEvent>
    requires requires(const ChangeEvent& e, const policy::Policy& p) { narrate_change(e, p); }
  std::string operator()(const ChangeEvent& e) const {
    return narrate_change(e, policy);
  }
  template <class DecisionEvent>
    requires requires(const DecisionEvent& e, const desk::DecisionRequest& d, const policy::Policy& p) {
      narrate_decision(e, d, p);
    }
  std::string operator()(const DecisionEvent& e) const {
    static const desk::DecisionRequest kNone;  // an event of a ticket that is no decision has nothing to be named by
    return narrate_decision(e, ticket.decision ? *ticket.decision : kNone, policy);
  }
  template <class RelatedEvent>
    requires requires(const RelatedEvent& e, const policy::Policy& p) { narrate_related(e, p); }
  std::string operator()(const RelatedEvent& e) const {
    return narrate_related(e, policy);
  }
  template <class MajorEvent>
    requires requires(const MajorEvent& e, const desk::Actor& a, const policy::Policy& p) { narrate_major(e, a, p); }
  std::string operator()(const MajorEvent& e) const {
    return narrate_major(e, actor, policy);
  }

  std::string operator()(const desk::WatchStarted& e) const {
    if (e.person == actor.person) return "watches it from now on";
    return fmt::format("has {} watch it from now on", display_of(e.person, policy));
  }
  std::string operator()(const desk::WatchEnded& e) const {
    if (e.person == actor.person) return "watches it no longer";
    return fmt::format("has {} watch it no longer", display_of(e.person, policy));
  }
  std::string operator()(const desk::TagsChanged& e) const {
    std::string text = e.added.empty() ? std::string() : fmt::format("added {}", tags(e.added));
    if (!e.removed.empty()) text += fmt::format("{}took away {}", text.empty() ? "" : " and ", tags(e.removed));
    return text;
  }
  std::string operator()(const desk::ServiceRated& e) const {
    const std::string_view verdict =
        e.verdict == desk::Verdict::Good ? "was content with how it went" : "was not content with how it went";
    return e.words.empty() ? std::string(verdict) : fmt::format("{}: {}", verdict, e.words);
  }
  static std::string tags(const std::vector<std::string>& words) {
    std::string text = words.size() == 1 ? "the tag" : "the tags";
    for (std::size_t i = 0; i < words.size(); ++i) text += fmt::format("{} `{}`", i == 0 ? "" : ",", words[i]);
    return text;
  }
  std::string operator()(const desk::FileAttached& e) const {
    if (e.name.empty()) return fmt::format("attached a file{}", readers(e.visibility, e.team));
    const std::string of = e.comment == 0 ? readers(e.visibility, e.team) : fmt::format(" to comment {}", e.comment);
    return fmt::format("attached `{}` ({}){}", e.name, size_words(e.size), of);
  }
  std::string operator()(const desk::FileRemoved& e) const {
    if (e.name.empty()) return fmt::format("removed a file{}", readers(e.visibility, e.team));
    return fmt::format("removed the file `{}`: {}", e.name, e.reason);
  }
  static std::string readers(desk::Visibility visibility, const desk::TeamName& team) {
    switch (visibility) {
      case desk::Visibility::Requester: return "";
      case desk::Visibility::Both: return " for both teams";
      case desk::Visibility::Team: return fmt::format(" for `{}` only", team.text());
    }
    return "";
  }
  static std::string size_words(std::uint64_t size) {
    if (size < 1000) return fmt::format("{} B", size);
    if (size < 1'000'000) return fmt::format("{} kB", (size + 500) / 1000);
    return fmt::format("{}.{} MB", size / 1'000'000, size / 100'000 % 10);
  }
  std::string operator()(const desk::FormFilled& e) const { return fmt::format("filled in the form \"{}\"", e.title); }
  std::string operator()(const desk::ChecklistStarted& e) const {
    return fmt::format("started the checklist \"{}\"", e.title);
  }
  std::string operator()(const desk::FoundNotNeeded& e) const {
    return fmt::format("said that it is not needed: {}", e.reason);
  }
  std::string operator()(const desk::DueDateSet& e) const {
    const std::string what =
        e.at ? fmt::format("set it due on {}", time_words(*e.at, policy)) : std::string("took its due date away");
    return e.reason.empty() ? what : fmt::format("{}: {}", what, e.reason);
  }
  std::string operator()(const desk::DueDateNoticed& e) const {
    const std::string people = told_words(e.told, policy);
    switch (e.notice) {
      case desk::DueNotice::Soon: return fmt::format("it is due soon{}", people);
      case desk::DueNotice::Today: return fmt::format("it is due today{}", people);
      case desk::DueNotice::Missed: return fmt::format("it is overdue{}", people);
    }
    return "";
  }
  std::string operator()(const desk::ActionRecorded& e) const {
    const std::string on = e.on.empty() ? std::string() : fmt::format(" on {}", e.on);
    const std::string at = time_words(e.done_at, policy);
    if (e.was_allowed())
      return fmt::format("did `{}`{} at {}: {}; {}", e.name, on, at, e.because, reached_words(e.told, policy));
    return fmt::format("did `{}`{} at {} without authority ({}): {}; {}, {}", e.name, on, at, e.because, e.reason,
                       e.asked.empty() ? std::string("the other side answers for it")
                                       : fmt::format("{} answers for it", display_of(e.asked, policy)),
                       reached_words(e.told, policy));
  }
  std::string operator()(const desk::ActionAnswered& e) const {
    const std::string_view what = e.answer == desk::ActionAnswer::Acknowledge ? "acknowledged" : "disputed";
    const bool is_known = e.action > 0 && e.action <= ticket.actions.size();
    const std::string action =
        is_known ? fmt::format("`{}`", ticket.actions[e.action - 1].recorded.name) : fmt::format("action {}", e.action);
    return fmt::format("{} {}{}", what, action, after_colon(e.words));
  }
  std::string operator()(const desk::CoverWanted& e) const {
    const std::string who = display_of(e.leave.person, policy);
    if (e.uncovered.empty()) {
      return e.why.empty() ? fmt::format("nothing is uncovered by the leave of {}", who)
                           : fmt::format("no cover is wanted: {}", e.why);
    }
    std::string text =
        fmt::format("cover is wanted for the leave of {} {}", who, spoken_period(e.leave.from, e.leave.to));
    for (const desk::Uncovered& one : e.uncovered) text += fmt::format("; {}", one.text);
    return text;
  }
  std::string operator()(const desk::CoverReminded& e) const {
    return fmt::format("the leave is near and nobody has arranged cover; {}", reached_words(e.told, policy));
  }
  std::string operator()(const desk::CoverArranged& e) const {
    return e.by.empty() ? fmt::format("arranged cover: {}", e.text)
                        : fmt::format("arranged cover: {} ({})", e.text, display_of(e.by, policy));
  }
};

// What happens to a ticket by itself, or names its own subject.
struct IsWhole {
  bool operator()(const desk::OwnerAssigned&) const { return true; }
  bool operator()(const desk::HandoffExpired&) const { return true; }
  bool operator()(const desk::EscalationStepTaken&) const { return true; }
  bool operator()(const desk::TargetWarned&) const { return true; }
  bool operator()(const desk::DisputeRaised& e) const { return e.kind == desk::DisputeKind::Bounced; }
  bool operator()(const desk::DisputeMovedOn&) const { return true; }
  bool operator()(const desk::DisputeSettled& e) const { return e.by != desk::SettledBy::Withdrawal; }
  bool operator()(const desk::ChangeLapsed&) const { return true; }
  bool operator()(const desk::ChangeNoticed&) const { return true; }
  bool operator()(const desk::RecommendationsOpened&) const { return true; }
  bool operator()(const desk::DecisionPassedOn&) const { return true; }
  bool operator()(const desk::LapseReminded&) const { return true; }
  bool operator()(const desk::DecisionLapsed&) const { return true; }
  bool operator()(const desk::DecisionReplaced&) const { return true; }
  bool operator()(const desk::FollowerAdded&) const { return true; }
  bool operator()(const desk::LinkedTicketMoved&) const { return true; }
  bool operator()(const desk::VendorChaseDue&) const { return true; }
  bool operator()(const desk::VendorLoopFound&) const { return true; }
  bool operator()(const desk::MajorUpdateOverdue&) const { return true; }
  bool operator()(const desk::DueDateNoticed&) const { return true; }
  bool operator()(const desk::CoverWanted&) const { return true; }
  bool operator()(const desk::CoverReminded&) const { return true; }
  bool operator()(const auto&) const { return false; }
};

}  // namespace

std::string narrate(const desk::Event& event, const desk::Ticket& ticket, const policy::Policy& policy) {
  return std::visit(Narrator{policy, event.actor, ticket}, event.data);
}

bool is_whole_sentence(const desk::EventData& data) {
  return std::visit(IsWhole{}, data);
}

std::string spoken_told(const std::vector<desk::Told>& told, const policy::Policy& policy) {
  std::string text;
  for (std::size_t i = 0; i < told.size(); ++i) {
    const std::string_view before = i == 0 ? "" : i + 1 == told.size() ? " and " : ", ";
    text += fmt::format("{}{}{}", before, display_of(told[i].person, policy), told[i].away ? " (away)" : "");
  }
  return fmt::format("{} {}", text, told.size() == 1 ? "is" : "are");
}

std::string narrate_owner(const desk::Ownership& ownership, const policy::Policy& policy) {
  return fmt::format("{} owns it, {} is accountable", owner_words(ownership.owner, policy),
                     display_of(ownership.accountable, policy));
}

std::string display_of(const desk::PersonName& person, const policy::Policy& policy) {
  const auto index = policy.find_person(person.text());
  return index ? policy.person(*index).display : person.text();
}

}  // namespace tandem::app
