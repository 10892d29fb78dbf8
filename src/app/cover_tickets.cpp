// The task to arrange cover for somebody's leave, as the desk itself opens and keeps it.
#include "app/narrative.h"
#include "app/ticket_scope.h"
#include "app/workload_table.h"

namespace tandem::app {
namespace {

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

base::Result<void> Tickets::keep_cover(const desk::EngagementName& engagement, const UncoveredLeave& leave,
                                       base::Instant now) {
  const auto found = engagements_->find(engagement);
  if (!found)
    return base::fail(base::ErrorCode::NotFound, fmt::format("engagement `{}` is not loaded", engagement.text()));
  const policy::Policy& policy = *found->policy;
  const desk::AgreementHistory history = found->history();
  const desk::KeepCover keeps{.uncovered = leave.uncovered, .why = leave.why};
  desk::Circumstances circumstances{
      .policy = policy, .now = now, .actor = desk::system_actor(), .workload = {}, .history = &history};
  // Most looks change nothing, and what changes nothing keeps nobody else from writing.
  if (leave.task) {
    TANDEM_TRY(const auto task, store_->ticket(engagement, *leave.task));
    if (task && std::holds_alternative<desk::Refusal>(desk::decide(*task, keeps, circumstances))) return {};
  }
  const desk::TicketId id(ids_->next(now.unix_ms()));
  return store_->write([&](WriteTransaction& tx) -> base::Result<void> {
    TANDEM_TRY(const auto record, tx.find_leave(engagement, leave.leave.leave));
    if (!record) return {};
    TANDEM_TRY(const auto load, tx.load(engagement));
    const WorkloadTable workload(policy, load);
    circumstances.workload = workload.view();
    desk::JointStep step([&](desk::TicketId one) { return tx.ticket(engagement, one); }, circumstances);
    std::optional<desk::Refusal> refusal;
    if (record->cover) {
      TANDEM_TRY(const auto* task, step.ticket(*record->cover));
      if (task == nullptr)
        return base::fail(base::ErrorCode::NotFound, "the task to arrange cover for a leave is not there");
      TANDEM_TRY(refusal, step.decide(*record->cover, keeps));
    } else {
      if (leave.uncovered.empty() || record->removed) return {};
      desk::OpenTicket command = task_for(leave, policy);
      TANDEM_TRY(command.number, tx.next_number(engagement));
      TANDEM_TRY(refusal, step.open(id, command));
      if (refusal) return base::fail(base::ErrorCode::BadInput, refusal->message);
      TANDEM_TRY_DONE(keep_step(tx, engagement, step, circumstances));
      return tx.set_leave_cover(engagement, record->id, id);
    }
    return refusal ? base::Result<void>() : keep_step(tx, engagement, step, circumstances);
  });
}

}  // namespace tandem::app
