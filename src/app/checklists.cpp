// Checklists as use cases on tickets: opening a ticket with the steps of its checklist, starting one on a ticket that
// is there, and telling which steps are open.
#include "app/decision_steps.h"
#include "app/narrative.h"
#include "app/queue_projection.h"
#include "app/ticket_scope.h"
#include "base/check.h"
#include "desk/confidential.h"

namespace tandem::app {
namespace {

constexpr std::size_t kNamedSteps = 5;  // that a refusal calls by their numbers

// A step whose words the agreement of today does not take: told of the form, not of a field of the request.
Failure step_failure(const desk::Refusal& refusal, const std::string& title) {
  const std::string message = fmt::format("the step \"{}\": {}", title, refusal.message);
  return {FailureKind::Invalid, message, {{"/form", message}}, refusal.kind};
}

// Left out, or the caller in other words. Who is a VIP, the teams say.
bool asks_for_themselves(const desk::Requester& requester, const Caller& caller) {
  if (requester.vip) return false;
  if (requester.name.empty() && requester.email.empty()) return true;
  return requester.email.empty() ? requester.name == caller.display : desk::same_address(requester.email, caller.email);
}

// "; what you may not read is with `soc` of Northbeam IT (ask Mei Tan)"
std::string told_of_hidden(std::span<const desk::Owner> holders, const policy::Policy& policy) {
  std::string text;
  for (const desk::Owner& holder : holders) {
    const auto party = policy.find_party(holder.party.text());
    const auto person = policy.find_person(holder.person.text());
    text +=
        fmt::format("{}`{}`", text.empty() ? "; what you may not read is with " : ", and with ", holder.team.text());
    if (party) text += fmt::format(" of {}", policy.party(*party).display);
    if (person) text += fmt::format(" (ask {})", policy.person(*person).display);
  }
  return text;
}

}  // namespace

desk::Owner whom_to_ask(const desk::Ticket& step, const policy::Policy& policy) {
  const desk::Ownership& ownership = step.ownership;
  desk::Owner ask{.party = ownership.owner.party, .team = ownership.owner.team, .person = ownership.accountable};
  const auto team = policy.find_team(ownership.owner.team.text());
  if (!team || policy.team(*team).lead.is_none()) return ask;
  desk::PersonName lead(policy.person(policy.team(*team).lead).name);
  if (desk::may_read(step.facts.category, lead, policy)) ask.person = std::move(lead);
  return ask;
}

std::vector<desk::TicketId> Tickets::ids_for(const ChecklistPlan& plan) {
  std::vector<desk::TicketId> ids;
  for (std::size_t i = 0; i < plan.steps.size(); ++i) ids.emplace_back(ids_->next(clock_->now().unix_ms()));
  return ids;
}

base::Result<Outcome<>> Tickets::begin_checklist(Step& step, desk::TicketId whole, const ChecklistPlan& plan,
                                                 std::span<const desk::TicketId> ids) {
  if (plan.steps.empty()) return Outcome<>();
  TANDEM_TRY(const auto not_started, step.joint.decide(whole, plan.start));
  if (not_started) return Outcome<>(std::unexpected(from_refusal(*not_started)));
  TANDEM_TRY(const desk::Ticket* ticket, step.joint.ticket(whole));
  const desk::TicketOpened facts = ticket->facts;
  // Confidential work tells others nothing of whom it is for.
  const bool is_secret = desk::is_confidential(facts.category, step.circumstances.policy);
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    desk::OpenTicket command = plan.steps[i];
    command.requester = {.name = is_secret ? std::string("a confidential ticket") : facts.requester.name,
                         .email = {},  // it is between the teams: nobody reads it as its requester
                         .vip = !is_secret && facts.requester.vip};
    command.site = facts.site;
    command.department = facts.department;
    command.source = facts.source;
    if (command.priority.empty() && !is_secret) command.priority = facts.priority;
    command.links = {{.kind = desk::LinkKind::PartOf, .other = whole}};
    TANDEM_TRY(command.number, step.tx.next_number(step.engagement));
    TANDEM_TRY_DONE(step.read_vip(command.requester));
    TANDEM_TRY(const auto refusal, step.joint.open(ids[i], command));
    if (refusal) return Outcome<>(std::unexpected(step_failure(*refusal, command.subject)));
  }
  return Outcome<>();
}

Outcome<TicketView> Tickets::open(const Caller& caller, const desk::EngagementName& engagement,
                                  desk::OpenTicket command, const ChecklistPlan& plan, const CommandOptions& options) {
  auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  if (!may_open(scope->membership)) return forbidden("an auditor reads and does not open tickets");
  if (scope->membership.role == Role::Requester && !asks_for_themselves(command.requester, caller)) {
    const std::string message = "you ask for yourself here: leave `requester` out, or ask one of the teams to open it";
    return std::unexpected(Failure{FailureKind::Invalid, message, {{"/requester", message}}, {}});
  }
  if (scope->membership.role == Role::Requester || command.requester.name.empty()) {
    const bool vip = scope->membership.role != Role::Requester && command.requester.vip;
    command.requester = {.name = caller.display, .email = caller.email, .vip = vip};
  }
  const desk::TicketId id(ids_->next(clock_->now().unix_ms()));
  const auto step_ids = ids_for(plan);
  return write(*scope, options, [&](Step& step) -> base::Result<Decided> {
    TANDEM_TRY(command.number, step.tx.next_number(scope->name()));
    if (command.change) TANDEM_TRY_DONE(step.read_changes());
    const auto hides = [&](const desk::Ticket& one) { return scope->hides(one); };
    TANDEM_TRY(step.circumstances.renews, read_renewed(step.tx, scope->name(), command, hides));
    TANDEM_TRY_DONE(step.read_vip(command.requester));
    TANDEM_TRY(const auto refusal, step.joint.open(id, command));
    if (refusal) return Decided(std::unexpected(from_refusal(*refusal)));
    // Who asked need not be of a team, nor of the one that has it.
    step.circumstances.actor = desk::system_actor();
    TANDEM_TRY(const auto begun, begin_checklist(step, id, plan, step_ids));
    if (!begun) return Decided(std::unexpected(begun.error()));
    return id;
  });
}

Outcome<TicketView> Tickets::start_checklist(const Caller& caller, const desk::EngagementName& engagement,
                                             std::string_view ticket, const ChecklistPlan& plan,
                                             const CommandOptions& options) {
  auto scope = enter(caller, engagement);
  if (!scope) return std::unexpected(scope.error());
  const auto whole = find(*scope, ticket);
  if (!whole) return std::unexpected(whole.error());
  const auto step_ids = ids_for(plan);
  return write(*scope, options, [&](Step& step) -> base::Result<Decided> {
    const auto may_start = [&](const MembershipRecord& who) { return may_command(who, plan.start); };
    TANDEM_TRY(const auto begun, step.begin(*whole, {.is_given_to = may_start}, options));
    if (!begun) return Decided(std::unexpected(begun.error()));
    TANDEM_TRY(const auto started, begin_checklist(step, *whole, plan, step_ids));
    if (!started) return Decided(std::unexpected(started.error()));
    return *whole;
  });
}

base::Result<Failure> Tickets::name_open_steps(const Scope& scope, Step& step, desk::TicketId whole,
                                               const desk::Refusal& refusal) {
  Failure failure = from_refusal(refusal);
  TANDEM_TRY(const desk::Ticket* ticket, step.joint.ticket(whole));
  TANDEM_ENSURE(ticket != nullptr);
  const std::vector<desk::Link> links = ticket->links;
  std::string named;
  std::vector<desk::Owner> hidden;  // whom to ask about what the caller may not read
  std::size_t more = 0;
  std::size_t shown = 0;
  for (const desk::Link& link : links) {
    if (link.step != desk::StepState::Open) continue;
    TANDEM_TRY(const desk::Ticket* other, step.joint.ticket(link.other));
    const bool is_hidden = other != nullptr && scope.hides(*other);
    if (is_hidden) {
      desk::Owner ask = whom_to_ask(*other, scope.policy());
      if (std::ranges::find(hidden, ask) == hidden.end()) hidden.push_back(std::move(ask));
    }
    if (other == nullptr || is_hidden || shown == kNamedSteps) {
      ++more;
      continue;
    }
    ++shown;
    named += fmt::format("{}{} {}", named.empty() ? ": " : ", ",
                         format_number(scope.engagement->record.prefix, link.number), other->facts.subject);
  }
  if (shown > 0) failure.message += named;
  if (shown > 0 && more > 0) failure.message += fmt::format(", and {} more", more);
  if (!hidden.empty()) failure.message += told_of_hidden(hidden, scope.policy());
  return failure;
}

}  // namespace tandem::app
