// What was done alone on a ticket, as use cases: how far the caller may go, what was done, who has seen it.
#include "app/ticket_scope.h"

namespace tandem::app {
namespace {

// Who of those that were told has read it. The notices of events that happened long ago are forgotten.
std::vector<desk::PersonName> seen_by(const desk::DoneAction& action, std::span<const NoticeRecord> notices) {
  std::vector<desk::PersonName> seen;
  for (const desk::Told& one : action.recorded.told) {
    const bool has_read = std::ranges::any_of(notices, [&](const NoticeRecord& notice) {
      return notice.notice.to.person == one.person && notice.read_at.has_value();
    });
    if (has_read) seen.push_back(one.person);
  }
  return seen;
}

// The numbers of those that were done without authority and that the caller may acknowledge or dispute.
std::vector<std::uint32_t> answerable_actions(const MembershipRecord& membership, const desk::Ticket& ticket,
                                              const desk::Circumstances& circumstances) {
  std::vector<std::uint32_t> numbers;
  for (const desk::DoneAction& one : ticket.actions) {
    if (!one.is_open()) continue;
    const desk::AnswerAction answer{
        .action = one.recorded.action, .answer = desk::ActionAnswer::Acknowledge, .words = {}};
    const bool can = may_command(membership, answer) &&
                     std::holds_alternative<desk::Events>(desk::decide(ticket, answer, circumstances));
    if (can) numbers.push_back(one.recorded.action);
  }
  return numbers;
}

}  // namespace

Outcome<> Tickets::hide_decisions(const Scope& caller_scope, desk::Ticket& ticket) const {
  for (desk::DoneAction& one : ticket.actions) {
    auto& decision = one.recorded.decided_by;
    if (!decision) continue;
    const auto other = store_->ticket(caller_scope.name(), decision->ticket);
    if (!other) return failed(other.error());
    if (!*other || caller_scope.hides(**other)) decision.reset();
  }
  if (!ticket.decision) return {};
  std::vector<desk::TicketId> named;  // what was done under it, and the decisions before and after it
  for (const desk::DecisionRequest::Use& one : ticket.decision->uses) named.push_back(one.used.ticket);
  for (const auto& ref : {ticket.decision->asked.renews, ticket.decision->replaced_by}) {
    if (ref) named.push_back(ref->ticket);
  }
  for (const desk::TicketId id : named) {
    const auto other = store_->ticket(caller_scope.name(), id);
    if (!other) return failed(other.error());
    if (!*other || caller_scope.hides(**other)) hide_other(ticket, id);
  }
  return {};
}

Outcome<> Tickets::view_actions(const Scope& caller_scope, const Scope& reading, TicketView& view) const {
  if (!may_read_actions(reading.membership)) {
    view.ticket.actions.clear();
    view.ticket.cover.reset();
    if (view.ticket.decision) view.ticket.decision->uses.clear();
    return {};
  }
  view.answerable_actions =
      answerable_actions(reading.membership, view.ticket,
                         {.policy = reading.policy(), .now = view.as_of, .actor = reading.actor, .workload = {}});
  return hide_decisions(caller_scope, view.ticket);
}

Outcome<ActionsView> Tickets::actions(const Caller& caller, const desk::EngagementName& engagement,
                                      std::string_view ticket) const {
  const auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  auto stored = read(*scope, ticket);
  if (!stored) return std::unexpected(stored.error());
  const auto reading = scope->of(*stored);
  if (!may_read_actions(reading->membership)) return not_your_role();
  if (const auto hidden = hide_decisions(*scope, *stored); !hidden) return std::unexpected(hidden.error());
  const desk::Circumstances circumstances{
      .policy = scope->policy(), .now = clock_->now(), .actor = reading->actor, .workload = {}};
  const auto answerable = answerable_actions(reading->membership, *stored, circumstances);
  ActionsView view{
      .engagement = scope->engagement, .boundaries = desk::boundaries_of(*stored, circumstances), .lines = {}};
  for (desk::DoneAction& one : stored->actions) {
    const auto notices = store_->notices_of(scope->name(), stored->id, one.version);
    if (!notices) return failed(notices.error());
    auto seen = seen_by(one, *notices);
    const bool may_answer = std::ranges::find(answerable, one.recorded.action) != answerable.end();
    view.lines.push_back({.action = std::move(one), .seen = std::move(seen), .may_answer = may_answer});
  }
  return view;
}

}  // namespace tandem::app
