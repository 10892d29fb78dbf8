// What time does to a change: it lapses when its window is over, and people are reminded of what is missing, each once.
#include "desk/change_people.h"
#include "desk/change_rules.h"

namespace tandem::desk {
namespace {

// What is ahead by itself, as things are.
struct Ahead {
  base::Instant at;
  std::optional<ChangeNotice> notice;  // nothing: it lapses
};

void add_review(const PlannedChange& change, std::vector<Ahead>& ahead) {
  if (!change.owes_review()) return;
  const PlannedChange::Review& review = *change.review;
  if (!review.soon_noticed) ahead.push_back({review.due - kReviewReminder, ChangeNotice::ReviewSoon});
  if (!review.due_noticed) ahead.push_back({review.due, ChangeNotice::ReviewDue});
}

std::vector<Ahead> ahead_of(const Ticket& ticket) {
  std::vector<Ahead> ahead;
  if (!ticket.change || ticket.state == State::Closed) return ahead;
  const PlannedChange& change = *ticket.change;
  switch (change.phase) {
    case ChangePhase::Proposed:
      if (change.answers_due && !change.answers_noticed && !change.unanswered().empty())
        ahead.push_back({*change.answers_due, ChangeNotice::AnswersMissing});
      [[fallthrough]];
    case ChangePhase::Approved: ahead.push_back({change.plan.to, std::nullopt}); break;
    case ChangePhase::Running:
      if (!change.overrun_noticed) ahead.push_back({change.plan.to, ChangeNotice::Overrun});
      break;
    case ChangePhase::Finished:
    case ChangePhase::RolledBack:
    case ChangePhase::Lapsed:
    case ChangePhase::Withdrawn: break;
  }
  add_review(change, ahead);
  return ahead;
}

std::vector<Told> told_of(ChangeNotice notice, const Case& given) {
  const PlannedChange& change = *given.ticket.change;
  Recipients recipients(given.circumstances, given.ticket.facts.category);
  switch (notice) {
    case ChangeNotice::AnswersMissing:
      return recipients.add(change.unanswered()).add(change.planned_by.person, "planner").take();
    case ChangeNotice::Overrun:
      recipients.add_owner(given.ticket.ownership.owner).add_accountable(change.plan).add_informed(change.plan);
      return recipients.take();
    case ChangeNotice::ReviewSoon:
    case ChangeNotice::ReviewDue: break;
  }
  return recipients.add_owner(given.ticket.ownership.owner).add_accountable(change.plan).take();
}

std::vector<Told> told_of_lapse(const Case& given) {
  Recipients recipients(given.circumstances, given.ticket.facts.category);
  recipients.add_owner(given.ticket.ownership.owner).add(given.ticket.change->planned_by.person, "planner");
  return recipients.take();
}

}  // namespace

std::optional<base::Instant> next_change_due(const Ticket& ticket) {
  std::optional<base::Instant> next;
  for (const Ahead& one : ahead_of(ticket)) next = next ? std::min(*next, one.at) : one.at;
  return next;
}

Events pass_change_time(const Case& given) {
  std::vector<Ahead> due = ahead_of(given.ticket);
  std::erase_if(due, [&](const Ahead& one) { return one.at > given.now(); });
  const auto is = [&](std::optional<ChangeNotice> what) {
    return std::ranges::find(due, what, &Ahead::notice) != due.end();
  };
  // Late, only what still matters is said: whose window is over needs no answers any more, and a review that is due is
  // not due soon.
  const bool lapses = is(std::nullopt);
  const bool review_is_due = is(ChangeNotice::ReviewDue);
  Events events;
  for (const Ahead& one : due) {
    if (one.notice == ChangeNotice::AnswersMissing && lapses) continue;
    if (one.notice == ChangeNotice::ReviewSoon && review_is_due) continue;
    events.push_back(one.notice ? given.event(ChangeNoticed{.notice = *one.notice, .told = told_of(*one.notice, given)})
                                : given.event(ChangeLapsed{.told = told_of_lapse(given)}));
  }
  return events;
}

}  // namespace tandem::desk
