// The task to arrange cover for somebody's leave, as the desk itself opens and keeps it.
#include "app/narrative.h"
#include "app/ticket_scope.h"
#include "app/workload_table.h"
#include "base/check.h"

namespace tandem::app {
namespace {

// As it stands in the transaction; nothing: there is no such leave.
base::Result<std::optional<LeaveRecord>> leave_in(WriteTransaction& tx, const desk::EngagementName& engagement,
                                                  LeaveId id) {
  TANDEM_TRY(auto all, tx.leave(engagement, LeaveHistory::Whole));
  const auto found = std::ranges::find(all, id, &LeaveRecord::id);
  if (found == all.end()) return std::nullopt;
  return std::optional(std::move(*found));
}

desk::OpenTicket task_for(const UncoveredLeave& leave, const policy::Policy& policy) {
  desk::OpenTicket command;
  command.kind = desk::TicketKind::Task;
  command.subject = leave.subject;
  command.requester = {.name = display_of(leave.leave.person, policy), .email = {}, .vip = false};
  command.source = desk::Source::Duty;
  command.due = desk::NewDueDate{.from = leave.due, .days = 0};
  command.cover = desk::NewCover{.leave = leave.leave, .uncovered = leave.uncovered};
  return command;
}

}  // namespace

base::Result<std::optional<desk::Ticket>> Tickets::keep_cover(const desk::EngagementName& engagement,
                                                              const UncoveredLeave& leave, base::Instant now) {
  const auto found = engagements_->find(engagement);
  if (!found)
    return base::fail(base::ErrorCode::NotFound, fmt::format("engagement `{}` is not loaded", engagement.text()));
  const policy::Policy& policy = *found->policy;
  const desk::AgreementHistory history = found->history();
  const desk::TicketId id(ids_->next(now.unix_ms()));
  std::optional<desk::Ticket> kept;
  auto written = store_->write([&](WriteTransaction& tx) -> base::Result<void> {
    kept.reset();
    TANDEM_TRY(const auto record, leave_in(tx, engagement, leave.leave.leave));
    if (!record) return {};
    TANDEM_TRY(const auto load, tx.load(engagement));
    const WorkloadTable workload(policy, load);
    const desk::Circumstances circumstances{
        .policy = policy, .now = now, .actor = desk::system_actor(), .workload = workload.view(), .history = &history};
    desk::JointStep step([&](desk::TicketId one) { return tx.ticket(engagement, one); }, circumstances);
    std::optional<desk::Refusal> refusal;
    if (record->cover) {
      TANDEM_TRY(const desk::Ticket* task, step.ticket(*record->cover));
      TANDEM_ENSURE(task != nullptr);
      TANDEM_TRY(refusal, step.decide(*record->cover, desk::KeepCover{.uncovered = leave.uncovered, .why = leave.why}));
    } else {
      if (leave.uncovered.empty() || record->removed) return {};
      desk::OpenTicket command = task_for(leave, policy);
      TANDEM_TRY(command.number, tx.next_number(engagement));
      TANDEM_TRY(refusal, step.open(id, command));
      if (refusal) return base::fail(base::ErrorCode::BadInput, refusal->message);
    }
    if (!refusal) TANDEM_TRY_DONE(keep_step(tx, engagement, step, circumstances));
    if (!record->cover) TANDEM_TRY_DONE(tx.set_leave_cover(engagement, record->id, id));
    TANDEM_TRY(const desk::Ticket* task, step.ticket(record->cover.value_or(id)));
    kept = *task;
    return {};
  });
  if (!written) return std::unexpected(std::move(written).error());
  return kept;
}

}  // namespace tandem::app
