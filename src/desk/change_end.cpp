// What is left to do after a change, and what becomes of one whose ticket ends.
#include "desk/change_people.h"
#include "desk/change_rules.h"

namespace tandem::desk {

std::optional<Refusal> may_leave_change(const Ticket& ticket, Leaving leaving) {
  if (!ticket.change) return std::nullopt;
  if (ticket.change->phase == ChangePhase::Running)
    return refuse(RefusalKind::WrongPhase, {}, "the change is running: finish it or roll it back first");
  if (leaving == Leaving::Close && ticket.change->owes_review())
    return refuse(RefusalKind::ReviewMissing, {}, "it was an emergency: review it before its ticket is closed");
  return std::nullopt;
}

void withdraw_change(const Case& given, Events& events) {
  const auto& change = given.ticket.change;
  if (change && is_live(change->phase)) events.push_back(given.event(ChangeWithdrawn{.reason = {}}));
}

// Possible while the ticket is resolved as well: only closing waits for it.
Decision decide_on(const ReviewChange& command, const Case& given) {
  if (given.ticket.state == State::Closed) return refuse(RefusalKind::NotOpen, {}, "the ticket is closed");
  if (!given.ticket.change) return refuse(RefusalKind::NotAChange, {}, "the ticket is no planned change");
  if (!given.ticket.change->owes_review())
    return refuse(RefusalKind::WrongPhase, {}, "no review of the change is owed");
  if (!answers_for_change(given)) {
    if (auto no = must_work_on_change(given, "review it, besides who answers for it")) return *std::move(no);
  }
  if (auto no = check_text(command.text, "text", "the review", kMaxText, Emptiness::Refused)) return *std::move(no);
  return Events{given.event(ChangeReviewed{.text = command.text})};
}

}  // namespace tandem::desk
