// What was done under a decision: how long it allows something, what was done, what is left of the cost it allows.
#include "desk/decision_rules.h"
#include "desk/folds.h"

namespace tandem::desk {
namespace {

const DecisionOption& taken_option(const DecisionRequest& decision) {
  return decision.asked.options[decision.outcome->taken.option - 1];
}

// Whichever comes first: time takes it back at its moment, also where nobody has looked since.
std::optional<base::Instant> end_of(const DecisionRequest& decision) {
  std::optional<base::Instant> end;
  for (const auto& one : {decision.outcome->taken.lapses_at, decision.lapsed_at, decision.replaced_at}) {
    if (one && (!end || *one < *end)) end = one;
  }
  return end;
}

}  // namespace

std::optional<DecidedOption> decided_in(const Ticket& ticket) {
  if (!ticket.decision || !ticket.decision->outcome) return std::nullopt;
  const DecisionRequest& decision = *ticket.decision;
  DecidedOption decided{
      .option = taken_option(decision), .from = decision.outcome->at, .until = end_of(decision), .uses = {}};
  for (const DecisionRequest::Use& one : decision.uses) decided.uses.push_back(one.used);
  return decided;
}

std::optional<Cost> left_of(const DecisionRequest& decision) {
  if (!decision.outcome || !taken_option(decision).cost) return std::nullopt;
  Cost left = *taken_option(decision).cost;
  for (const DecisionRequest::Use& one : decision.uses) {
    const auto& cost = one.used.cost;
    if (cost && cost->currency == left.currency) left.hundredths -= std::min(left.hundredths, cost->hundredths);
  }
  return left;
}

std::string fold(Ticket& ticket, const Event& event, const DecisionUsed& used) {
  if (!ticket.decision || !ticket.decision->outcome) return "nothing is decided that could be done";
  const bool is_known = std::ranges::any_of(ticket.decision->uses, [&](const DecisionRequest::Use& one) {
    return one.used.ticket == used.ticket && one.used.action == used.action;
  });
  if (is_known) return fmt::format("action {} of that ticket is known already", used.action);
  ticket.decision->uses.push_back({.used = used, .by = event.actor, .at = event.at});
  return {};
}

}  // namespace tandem::desk
