// What events about a change make of it. Every function looks before it changes anything.
#include "desk/change_rules.h"

namespace tandem::desk {
namespace {

std::string no_change() {
  return "the ticket is no planned change";
}
std::string not_there(const PlannedChange& change) {
  return fmt::format("the change is {}", to_text(change.phase));
}

// Ends a running change; the rest is the caller's.
std::string end(Ticket& ticket, const Event& event, ChangePhase phase, std::optional<base::Instant> review_due,
                const std::string& words) {
  if (!ticket.change) return no_change();
  PlannedChange& change = *ticket.change;
  if (change.phase != ChangePhase::Running) return not_there(change);
  change.phase = phase;
  change.ended_at = event.at;
  change.closing_words = words;
  if (review_due && !change.owes_review()) {
    change.review = PlannedChange::Review{.due = *review_due, .done_at = {}, .by = {}, .text = {}};
  }
  return {};
}

}  // namespace

const PlannedChange::Answer* PlannedChange::answer_of(const Consulted& consulted) const {
  const auto found = std::ranges::find(answers, consulted, &Answer::as);
  return found == answers.end() ? nullptr : &*found;
}

std::vector<Consulted> PlannedChange::unanswered() const {
  std::vector<Consulted> missing;
  std::ranges::copy_if(asked, std::back_inserter(missing),
                       [&](const Consulted& one) { return answer_of(one) == nullptr; });
  return missing;
}

bool PlannedChange::is_objected_to() const {
  return std::ranges::find(answers, ChangeAnswer::Object, &Answer::answer) != answers.end();
}

std::string fold_change(Ticket& ticket, const Event& event, const ChangePlanned& planned) {
  if (ticket.facts.kind != TicketKind::Change) return no_change();
  if (ticket.change) return "the change is planned already";
  if (planned.plan.to <= planned.plan.from) return "the change's window is empty";
  PlannedChange change;
  change.plan = planned.plan;
  change.planned_by = event.actor;
  change.planned_at = event.at;
  change.asked = planned.asked;
  change.answers_due = planned.answers_due;
  ticket.change = std::move(change);
  return {};
}

std::string fold_change(Ticket& ticket, const Event&, const ChangeRescheduled& rescheduled) {
  if (!ticket.change) return no_change();
  PlannedChange& change = *ticket.change;
  if (change.phase == ChangePhase::Running || change.phase == ChangePhase::Finished) return not_there(change);
  if (rescheduled.to <= rescheduled.from) return "the change's window is empty";
  change.plan.from = rescheduled.from;
  change.plan.to = rescheduled.to;
  if (!rescheduled.plan.empty()) change.plan.plan = rescheduled.plan;
  if (!rescheduled.roll_back.empty()) change.plan.roll_back = rescheduled.roll_back;
  change.phase = ChangePhase::Proposed;
  change.asked = rescheduled.asked;
  change.answers.clear();
  change.answers_due = rescheduled.answers_due;
  change.answers_noticed = false;
  change.approval.reset();
  change.started_at.reset();
  change.ended_at.reset();
  change.closing_words.clear();
  change.overrun_noticed = false;
  ++change.rescheduled;
  return {};
}

std::string fold_change(Ticket& ticket, const Event& event, const ChangeAnswered& answered) {
  if (!ticket.change) return no_change();
  PlannedChange& change = *ticket.change;
  if (change.phase != ChangePhase::Proposed) return not_there(change);
  const auto is_asked = [&](const Consulted& one) {
    return std::ranges::find(change.asked, one) != change.asked.end();
  };
  if (answered.as.empty() || !std::ranges::all_of(answered.as, is_asked)) return "nobody asked for the answer";
  for (const Consulted& one : answered.as) {
    std::erase_if(change.answers, [&](const PlannedChange::Answer& before) { return before.as == one; });
    change.answers.push_back(
        {.as = one, .by = event.actor, .at = event.at, .answer = answered.answer, .reason = answered.reason});
  }
  return {};
}

std::string fold_change(Ticket& ticket, const Event& event, const ChangeApproved& approved) {
  if (!ticket.change) return no_change();
  PlannedChange& change = *ticket.change;
  if (change.phase != ChangePhase::Proposed) return not_there(change);
  // Whose answer it waits for follows from who may read it by the agreement in force, which the events do not have: the
  // desk asks that before (asked_readers.h).
  if (change.is_objected_to() && approved.ground != ApprovalGround::Deadlock) return "somebody objected";
  change.phase = ChangePhase::Approved;
  change.approval = PlannedChange::Approval{.by = event.actor, .at = event.at, .approved = approved};
  return {};
}

std::string fold_change(Ticket& ticket, const Event& event, const ChangeStarted&) {
  if (!ticket.change) return no_change();
  PlannedChange& change = *ticket.change;
  const bool is_emergency = change.plan.kind == ChangeKind::Emergency;
  const bool may_start =
      change.phase == ChangePhase::Approved || (is_emergency && change.phase == ChangePhase::Proposed);
  if (!may_start) return not_there(change);
  if (!is_emergency && !change.plan.window().contains(event.at)) return "it starts outside of its window";
  change.phase = ChangePhase::Running;
  change.started_at = event.at;
  return {};
}

std::string fold_change(Ticket& ticket, const Event& event, const ChangeFinished& finished) {
  auto wrong = end(ticket, event, ChangePhase::Finished, finished.review_due, finished.note);
  if (wrong.empty()) ticket.change->outcome = finished.outcome;
  return wrong;
}

std::string fold_change(Ticket& ticket, const Event& event, const ChangeRolledBack& rolled_back) {
  return end(ticket, event, ChangePhase::RolledBack, rolled_back.review_due, rolled_back.reason);
}

std::string fold_change(Ticket& ticket, const Event& event, const ChangeReviewed& reviewed) {
  if (!ticket.change) return no_change();
  PlannedChange& change = *ticket.change;
  if (!change.owes_review()) return "no review is owed";
  change.review->done_at = event.at;
  change.review->by = event.actor;
  change.review->text = reviewed.text;
  return {};
}

std::string fold_change(Ticket& ticket, const Event& event, const ChangeWithdrawn& withdrawn) {
  if (!ticket.change) return no_change();
  PlannedChange& change = *ticket.change;
  if (!is_live(change.phase) || change.phase == ChangePhase::Running) return not_there(change);
  change.phase = ChangePhase::Withdrawn;
  change.ended_at = event.at;
  change.closing_words = withdrawn.reason;
  return {};
}

std::string fold_change(Ticket& ticket, const Event& event, const ChangeLapsed&) {
  if (!ticket.change) return no_change();
  PlannedChange& change = *ticket.change;
  if (!is_live(change.phase) || change.phase == ChangePhase::Running) return not_there(change);
  change.phase = ChangePhase::Lapsed;
  change.ended_at = event.at;
  return {};
}

std::string fold_change(Ticket& ticket, const Event&, const ChangeNoticed& noticed) {
  if (!ticket.change) return no_change();
  PlannedChange& change = *ticket.change;
  switch (noticed.notice) {
    case ChangeNotice::AnswersMissing: change.answers_noticed = true; return {};
    case ChangeNotice::Overrun: change.overrun_noticed = true; return {};
    case ChangeNotice::ReviewSoon:
    case ChangeNotice::ReviewDue: break;
  }
  if (!change.owes_review()) return "no review is owed";
  change.review->soon_noticed = true;
  if (noticed.notice == ChangeNotice::ReviewDue) change.review->due_noticed = true;
  return {};
}

std::string left_of_change(const Ticket& ticket, Leaving leaving) {
  if (!ticket.change) return {};
  if (is_live(ticket.change->phase)) return fmt::format("its change would be left {}", to_text(ticket.change->phase));
  if (leaving == Leaving::Close && ticket.change->owes_review()) return "its change was not reviewed";
  return {};
}

}  // namespace tandem::desk
