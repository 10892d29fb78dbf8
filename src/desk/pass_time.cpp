// Everything that time does to a ticket, by one command of the system's that may come late, twice or for nothing.
#include "base/check.h"
#include "desk/change_rules.h"
#include "desk/due.h"
#include "desk/escalation_steps.h"
#include "desk/evolve.h"
#include "desk/rules.h"
#include "desk/targets_ahead.h"

namespace tandem::desk {
namespace {

// Each looks at the ticket as those before it left it. An offer whose time is over ends before anything else is asked.
constexpr std::array<Events (*)(const Case&), 13> kSteps{
    expire_handoff,  move_dispute_on,  keep_decision,      reconsider,      escalate,
    warn_of_targets, pass_change_time, remind_of_chase,    declare_by_rule, miss_updates,
    watch_due_date,  remind_of_cover,  close_settled_cover};

std::optional<base::Instant> earlier(std::optional<base::Instant> a, std::optional<base::Instant> b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

}  // namespace

std::optional<base::Instant> next_due(const Ticket& ticket, const Circumstances& circumstances) {
  // What was decided, and an emergency's review, outlast the ticket's work.
  std::optional<base::Instant> due = earlier(next_change_due(ticket), decision_due(ticket));
  if (!is_open(ticket.state)) return due;
  if (ticket.handoff) due = earlier(due, ticket.handoff->offer.expires_at);
  if (ticket.dispute) due = earlier(due, ticket.dispute->due);
  for (const StepDue& step : steps_ahead(ticket, circumstances.policy)) due = earlier(due, step.at);
  if (circumstances.history != nullptr) {
    for (const TargetDue& target : targets_ahead(ticket, *circumstances.history, circumstances.now))
      due = earlier(due, target.at);
  }
  if (ticket.vendor_case && !ticket.vendor_case->answered_at) due = earlier(due, ticket.vendor_case->chase_at);
  if (ticket.due) due = earlier(due, ticket.due->next());
  due = earlier(due, cover_due(ticket));
  if (is_major_by_rule(ticket, circumstances.policy)) due = earlier(due, ticket.updated_at);
  if (ticket.major && ticket.major->is_on()) {
    for (const auto& update : ticket.major->updates) due = earlier(due, update.due);
  }
  return due;
}

Decision decide_on(const PassTime&, const Case& given) {
  if (given.actor().kind != ActorKind::System) {
    return refuse(RefusalKind::NotAMember, {}, "time passes by itself: it is nobody's command");
  }
  Events all;
  std::optional<Ticket> after;  // copied only when something happens
  for (const auto step : kSteps) {
    const Ticket& ticket = after ? *after : given.ticket;
    const Circumstances& circumstances = given.circumstances;
    Events events =
        step({.ticket = ticket, .circumstances = circumstances, .standing = Standing(ticket, circumstances)});
    if (events.empty()) continue;
    if (!after) after = given.ticket;
    for (Event& event : events) {
      TANDEM_ENSURE(evolve(*after, event).has_value());
      all.push_back(std::move(event));
    }
  }
  if (all.empty()) return refuse(RefusalKind::NothingDue, {}, "there is nothing that time would do to the ticket now");
  return all;
}

}  // namespace tandem::desk
