#include "app/change_view.h"

#include "desk/change_findings.h"

namespace tandem::app {

AllowedChange allowed_to_change(const desk::Ticket& ticket, base::Instant now,
                                const std::function<bool(const desk::Command&)>& can) {
  if (!ticket.change) return {};
  return {
      .answer = can(desk::AnswerChange{.answer = desk::ChangeAnswer::Object, .reason = "?"}) ||
                can(desk::AnswerChange{.answer = desk::ChangeAnswer::Agree}),
      .approve = can(desk::ApproveChange{}),
      .reschedule = can(desk::RescheduleChange{.from = now, .to = now + base::hours(1), .reason = "?", .plan = "?"}),
      .start = can(desk::StartChange{}),
      .finish = can(desk::FinishChange{}),
      .roll_back = can(desk::RollBackChange{"?"}),
      .review = can(desk::ReviewChange{"?"}),
      .withdraw = can(desk::WithdrawChange{"?"}),
  };
}

std::vector<desk::ChangeFinding> findings_now(const desk::Ticket& ticket, const policy::Policy& policy,
                                              base::Instant now, std::span<const desk::ScheduledChange> changes,
                                              std::string_view prefix) {
  if (!ticket.change) return {};
  const desk::PlannedChange& change = *ticket.change;
  if (change.phase == desk::ChangePhase::Proposed || change.phase == desk::ChangePhase::Approved)
    return desk::change_findings(change.plan, ticket.id, policy, now, changes,
                                 {.category = ticket.facts.category, .prefix = prefix});
  return change.approval ? change.approval->approved.findings : std::vector<desk::ChangeFinding>();
}

}  // namespace tandem::app
