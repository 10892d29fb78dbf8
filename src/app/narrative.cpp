#include "app/narrative.h"

#include "app/change_narrative.h"
#include "calendar/date_text.h"
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

// How the two stand to each other, as a sentence: "#2 is part of it".
std::string link_words(desk::LinkKind kind, const std::string& other) {
  switch (kind) {
    case desk::LinkKind::RelatesTo: return fmt::format("it relates to {}", other);
    case desk::LinkKind::DuplicateOf: return fmt::format("it is a duplicate of {}", other);
    case desk::LinkKind::HasDuplicate: return fmt::format("{} is a duplicate of it", other);
    case desk::LinkKind::PartOf: return fmt::format("it is part of {}", other);
    case desk::LinkKind::HasPart: return fmt::format("{} is part of it", other);
    case desk::LinkKind::CausedBy: return fmt::format("{} is the cause of it", other);
    case desk::LinkKind::CauseOf: return fmt::format("it is the cause of {}", other);
    case desk::LinkKind::VendorCaseFor: return fmt::format("it is the vendor case for {}", other);
    case desk::LinkKind::HasVendorCase: return fmt::format("{} is its vendor case", other);
    case desk::LinkKind::Follows: return fmt::format("it follows from {}", other);
    case desk::LinkKind::FollowedBy: return fmt::format("{} follows from it", other);
  }
  return "";
}

// The other by what it is to this one: "#2, which is part of it,".
std::string linked_words(desk::LinkKind kind, const std::string& other) {
  switch (kind) {
    case desk::LinkKind::RelatesTo: return fmt::format("{}, which it relates to,", other);
    case desk::LinkKind::DuplicateOf: return fmt::format("{}, which it is a duplicate of,", other);
    case desk::LinkKind::HasDuplicate: return fmt::format("{}, which is a duplicate of it,", other);
    case desk::LinkKind::PartOf: return fmt::format("{}, which it is part of,", other);
    case desk::LinkKind::HasPart: return fmt::format("{}, which is part of it,", other);
    case desk::LinkKind::CausedBy: return fmt::format("{}, which is the cause of it,", other);
    case desk::LinkKind::CauseOf: return fmt::format("{}, which it is the cause of,", other);
    case desk::LinkKind::VendorCaseFor: return fmt::format("{}, which it is the vendor case for,", other);
    case desk::LinkKind::HasVendorCase: return fmt::format("{}, which is its vendor case,", other);
    case desk::LinkKind::Follows: return fmt::format("{}, which it follows from,", other);
    case desk::LinkKind::FollowedBy: return fmt::format("{}, which follows from it,", other);
  }
  return "";
}

// What somebody does in a major incident: "leads it", or "lead it" where somebody else has them do it.
std::string role_words(const desk::MajorPost& post, bool is_said_of_them) {
  const std::string_view s = is_said_of_them ? "s" : "";
  switch (post.role) {
    case desk::MajorRole::Lead: return fmt::format("lead{} it", s);
    case desk::MajorRole::Contain: return fmt::format("contain{} it", s);
    case desk::MajorRole::Communicate: return fmt::format("tell{} how it stands", s);
    case desk::MajorRole::Recover: return fmt::format("recover{}", s);
    case desk::MajorRole::Decide: return fmt::format("decide{} `{}`", s, post.decides);
  }
  return "";
}

std::string_view move_words(desk::LinkedMove move) {
  switch (move) {
    case desk::LinkedMove::Resolved: return "is resolved";
    case desk::LinkedMove::Closed: return "is closed";
    case desk::LinkedMove::Reopened: return "is open again";
    case desk::LinkedMove::Answered: return "is answered";
    case desk::LinkedMove::Awaited: return "is not answered after all";
    case desk::LinkedMove::Workaround: return "is a known error";
    case desk::LinkedMove::NotNeeded: return "is not needed";
    case desk::LinkedMove::Overdue: return "is overdue";
  }
  return "";
}

struct Narrator {
  const policy::Policy& policy;
  const desk::Actor& actor;

  std::string operator()(const desk::TicketOpened& e) const {
    const std::string opened =
        fmt::format("opened it for {} as `{}`, priority `{}`", e.requester.name, e.category.text(), e.priority.text());
    if (!e.vip_since) return opened;
    return fmt::format("{}; VIP: in the register since {}", opened,
                       calendar::local_time_text(*e.vip_since, policy.zone()));
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
    return fmt::format("nobody accepted the hand-off in time: the giver keeps it{}",
                       e.told.empty() ? std::string() : fmt::format(", and {} told", told(e.told)));
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
    const std::string people = e.told.empty() ? std::string() : fmt::format(", {} told", told(e.told));
    if (e.percent == desk::kMissedAtPercent)
      return fmt::format("the target `{}` is missed{}", desk::to_text(e.target), people);
    return fmt::format("{} % of the time for `{}` is used up{}", e.percent, desk::to_text(e.target), people);
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
      return fmt::format("it went back and forth ({}): {} say together whose it is", e.reason, people(e.path.front()));
    }
    return fmt::format("said that it is not theirs: {}. {} {}", e.reason, people(e.path.front()),
                       e.path.front().size() == 1 ? "decides" : "decide together");
  }
  std::string operator()(const desk::RulingGiven& e) const {
    return fmt::format("says that it is `{}`'s: {}", e.team.text(), e.reason);
  }
  std::string operator()(const desk::DisputeMovedOn& e) const {
    if (!e.path.empty()) {
      return fmt::format("nobody who was to say whose it is is left: {} {}", people(e.path.front()),
                         e.path.front().size() == 1 ? "decides" : "decide together");
    }
    return e.due ? fmt::format("whose it is goes to step {} of the path", e.step)
                 : fmt::format("whose it is is overdue at step {} of the path", e.step);
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
  std::string operator()(const desk::DecisionAsked& e) const {
    const std::string who = e.by.empty() ? std::string("whoever is closest") : display_of(e.by, policy);
    return fmt::format("asked for a decision (`{}`): {} decides{}{}", e.kind.text(), who,
                       e.consulted.empty() ? std::string() : fmt::format(", {} asked for advice", told(e.consulted)),
                       e.renews ? fmt::format("; it renews {}", other(e.renews->number)) : std::string());
  }
  std::string operator()(const desk::AdviceGiven& e) const { return fmt::format("advised: {}", e.text); }
  // Never what it says: that is for one side until all have written.
  std::string operator()(const desk::RecommendationSealed& e) const {
    return fmt::format("wrote the recommendation of `{}`; it is sealed until every side has written", e.side.text());
  }
  std::string operator()(const desk::RecommendationsOpened& e) const {
    std::string text = "every side has written: the recommendations are open";
    for (const desk::Recommendation& one : e.recommendations) {
      text += fmt::format("; {} of `{}` would take option {}: {}", display_of(one.person, policy), one.side.text(),
                          one.option, one.text);
    }
    return text;
  }
  std::string operator()(const desk::DecisionPassedOn& e) const {
    const std::string who =
        e.to.empty() ? std::string("whoever has the say keeps it") : display_of(e.to, policy) + " decides now";
    const std::string reached = e.told.empty() ? std::string() : fmt::format("; {} told", told(e.told));
    switch (e.why) {
      case desk::PassedOnBecause::Disagreement: return fmt::format("the sides differ: {}{}", who, reached);
      case desk::PassedOnBecause::Deadline: return fmt::format("nobody decided in time: {}{}", who, reached);
      case desk::PassedOnBecause::Confidential:
        return fmt::format("it is confidential, and whose say it was may not read it: {}{}", who, reached);
      case desk::PassedOnBecause::Authority:
        return fmt::format("option {} was proposed ({}), but {}: {}{}", e.option, e.reason, e.limit, who, reached);
    }
    return "";
  }
  std::string operator()(const desk::DecisionTaken& e) const {
    std::string text = fmt::format("decided for option {}: {}", e.option, e.reason);
    if (!e.conditions.empty()) text += fmt::format("; on condition: {}", e.conditions);
    if (e.risk) text += fmt::format("; accepts the risk: {}", e.risk->what);
    if (e.exception) text += fmt::format("; grants an exception from {}", e.exception->policy);
    if (e.lapses_at) text += fmt::format("; {} owns it until it lapses", display_of(e.owner, policy));
    if (!e.told.empty()) text += fmt::format("; {} told", told(e.told));
    return text;
  }
  std::string operator()(const desk::LapseReminded& e) const {
    return fmt::format("what was decided lapses soon: {} told", told(e.told));
  }
  std::string operator()(const desk::DecisionLapsed& e) const {
    return fmt::format("what was decided lapsed: {} told", told(e.told));
  }
  std::string operator()(const desk::DecisionReplaced& e) const {
    return fmt::format("{} took its place", other(e.by.number));
  }
  std::string told(const std::vector<desk::Told>& all) const { return spoken_told(all, policy); }
  std::string told(const std::vector<desk::PersonName>& names) const {
    return fmt::format("{} {}", people(names), names.size() == 1 ? "is" : "are");
  }
  std::string operator()(const desk::TicketLinked& e) const {
    const std::string from = e.comment == 0 ? std::string() : fmt::format(" (out of its comment {})", e.comment);
    return fmt::format("linked it: {}{}", link_words(e.kind, other(e.number)), from);
  }
  std::string operator()(const desk::TicketUnlinked& e) const {
    const std::string what = fmt::format("took back that {}", link_words(e.kind, other(e.number)));
    return e.reason.empty() ? what : fmt::format("{}: {}", what, e.reason);
  }
  std::string operator()(const desk::TicketMerged& e) const {
    return e.reason.empty() ? fmt::format("closed it, because {} is the same", other(e.number))
                            : fmt::format("closed it, because {} is the same: {}", other(e.number), e.reason);
  }
  std::string operator()(const desk::FollowerAdded& e) const {
    if (e.number == 0) return fmt::format("whoever asked for {} hears of it", other(e.number));
    return fmt::format("{}, who asked for {}, hears of it", e.name, other(e.number));
  }
  std::string operator()(const desk::LinkedTicketMoved& e) const {
    const std::string what = fmt::format("{} {}", linked_words(e.kind, other(e.number)), move_words(e.move));
    return e.text.empty() ? what : fmt::format("{}: {}", what, e.text);
  }
  // Without its number where whoever asks may not read it (hide_other()).
  static std::string other(std::uint64_t number) {
    return number == 0 ? std::string("a ticket that you may not read") : fmt::format("#{}", number);
  }
  std::string operator()(const desk::VendorCaseOpened& e) const {
    return fmt::format("asked `{}`{}", e.vendor.text(), numbered(e.reference));
  }
  std::string operator()(const desk::VendorChased& e) const {
    return fmt::format("chased `{}`{}: {}", e.vendor.text(), numbered(e.reference), e.said);
  }
  std::string operator()(const desk::VendorAnswered& e) const {
    return fmt::format("wrote down the vendor's answer: {}", e.said);
  }
  std::string operator()(const desk::VendorChaseDue& e) const {
    return fmt::format("it is time to chase the vendor (reminder {}): {} told", e.reminder, told(e.told));
  }
  std::string operator()(const desk::VendorLoopFound& e) const {
    return fmt::format("{}: {} told", e.reason, told(e.told));
  }
  std::string operator()(const desk::RootCauseFound& e) const { return fmt::format("found the cause: {}", e.cause); }
  std::string operator()(const desk::KnownErrorDeclared& e) const {
    return fmt::format("made it a known error, with a way around it: {}", e.workaround);
  }
  std::string operator()(const desk::MajorDeclared& e) const {
    std::string parts;
    for (const desk::MajorPost& post : e.posts) {
      const std::string who =
          post.person.empty() ? fmt::format("`{}`", post.team.text()) : display_of(post.person, policy);
      parts += fmt::format("{} {} {}", parts.empty() ? ";" : ",", who, role_words(post, true));
    }
    return fmt::format("declared a major incident{}: {}{}; {}",
                       e.scenario.empty() ? std::string() : fmt::format(" (`{}`)", e.scenario), e.reason, parts,
                       reached(e.told));
  }
  std::string operator()(const desk::MajorRoleGiven& e) const {
    const bool themselves = e.post.person == actor.person;
    const std::string what = role_words(e.post, themselves);
    const std::string before = e.from_person.empty() ? e.from_team.text() : display_of(e.from_person, policy);
    const std::string instead = before.empty() ? std::string() : fmt::format(", in the place of {}", before);
    return themselves ? fmt::format("{} from now on{}: {}", what, instead, e.post.reason)
                      : fmt::format("has {} {}{}: {}", display_of(e.post.person, policy), what, instead, e.post.reason);
  }
  std::string operator()(const desk::TimelineNoted& e) const { return fmt::format("noted: {}", e.text); }
  std::string operator()(const desk::MajorUpdateSent& e) const {
    return e.told.empty() ? fmt::format("told {} how it stands: {}", desk::to_text(e.to), e.text)
                          : fmt::format("told {} how it stands: {}; {}", desk::to_text(e.to), e.text, reached(e.told));
  }
  std::string operator()(const desk::MajorUpdateOverdue& e) const {
    return fmt::format("the update to {} is late; {}", desk::to_text(e.to), reached(e.told));
  }
  std::string operator()(const desk::MajorStoodDown& e) const { return fmt::format("stood it down: {}", e.note); }
  std::string operator()(const desk::MajorReviewed& e) const { return fmt::format("reviewed it: {}", e.text); }
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
    const std::string what = e.at ? fmt::format("set it due on {}", calendar::local_time_text(*e.at, policy.zone()))
                                  : std::string("took its due date away");
    return e.reason.empty() ? what : fmt::format("{}: {}", what, e.reason);
  }
  std::string operator()(const desk::DueDateNoticed& e) const {
    const std::string people = e.told.empty() ? std::string() : fmt::format(", {} told", told(e.told));
    switch (e.notice) {
      case desk::DueNotice::Soon: return fmt::format("it is due soon{}", people);
      case desk::DueNotice::Today: return fmt::format("it is due today{}", people);
      case desk::DueNotice::Missed: return fmt::format("it is overdue{}", people);
    }
    return "";
  }
  std::string operator()(const desk::ActionRecorded& e) const {
    const std::string on = e.on.empty() ? std::string() : fmt::format(" on {}", e.on);
    const std::string at = calendar::local_time_text(e.done_at, policy.zone());
    if (e.was_allowed()) return fmt::format("did `{}`{} at {}: {}; {}", e.name, on, at, e.because, reached(e.told));
    return fmt::format("did `{}`{} at {} without authority ({}): {}; {}, {}", e.name, on, at, e.because, e.reason,
                       e.asked.empty() ? std::string("the other side answers for it")
                                       : fmt::format("{} answers for it", display_of(e.asked, policy)),
                       reached(e.told));
  }
  std::string operator()(const desk::ActionAnswered& e) const {
    const std::string_view what = e.answer == desk::ActionAnswer::Acknowledge ? "acknowledged" : "disputed";
    return e.words.empty() ? fmt::format("{} action {}", what, e.action)
                           : fmt::format("{} action {}: {}", what, e.action, e.words);
  }
  std::string operator()(const desk::CoverWanted& e) const {
    const std::string who = display_of(e.leave.person, policy);
    if (e.uncovered.empty()) return fmt::format("nothing is uncovered by the leave of {}", who);
    std::string text = fmt::format("cover is wanted for the leave of {}, {} to {}", who, e.leave.from, e.leave.to);
    for (const desk::Uncovered& one : e.uncovered) text += fmt::format("; {}", one.text);
    return text;
  }
  std::string operator()(const desk::CoverReminded& e) const {
    return fmt::format("the leave is near and nobody has arranged cover; {}", reached(e.told));
  }
  std::string operator()(const desk::CoverArranged& e) const {
    return e.by.empty() ? fmt::format("arranged cover: {}", e.text)
                        : fmt::format("arranged cover: {} ({})", e.text, display_of(e.by, policy));
  }
  static std::string numbered(const std::string& reference) {
    return reference.empty() ? std::string() : fmt::format(" (their {})", reference);
  }
  std::string reached(const std::vector<desk::Told>& all) const {
    return all.empty() ? std::string("nobody is told") : fmt::format("{} told", told(all));
  }
  std::string people(const std::vector<desk::PersonName>& names) const {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::string_view before = i == 0 ? "" : i + 1 == names.size() ? " and " : ", ";
      text += fmt::format("{}{}", before, display_of(names[i], policy));
    }
    return text;
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

std::string narrate(const desk::Event& event, const policy::Policy& policy) {
  return std::visit(Narrator{policy, event.actor}, event.data);
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
