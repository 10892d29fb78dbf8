// Decisions on a stage, for tests: questions under the governed agreement, and what people say to them.
//
//   Scene scene = a_decision("architecture");
//   CHECK(scene.does(person("mei"), recommends(2)) == std::nullopt);
#pragma once

#include "desk/governed_agreement.h"
#include "desk/scene.h"

namespace tandem::desk {

inline NewDecision a_question(std::string_view kind) {
  NewDecision decision;
  decision.kind = DecisionKindName(kind);
  decision.question = "Keep the old firewall for another year?";
  decision.options = {{.name = "keep it", .words = "costs nothing", .cost = {}, .risk = RiskLevel::High, .action = {}},
                      {.name = "replace it",
                       .words = "a weekend's work",
                       .cost = Cost{.hundredths = 900'000, .currency = "USD"},
                       .risk = RiskLevel::Low,
                       .action = {}}};
  decision.evidence = "its maker ends support in March";
  return decision;
}

inline OpenTicket a_decision_ticket(NewDecision decision, std::string_view category = "malware") {
  OpenTicket command = a_ticket(category);
  command.kind = TicketKind::Decision;
  command.subject = "firewall";
  command.decision = std::move(decision);
  return command;
}

// Asked by luis, on Monday morning; otto or mei of the soc has it.
inline Scene a_decision(NewDecision decision, std::string_view category = "malware") {
  return {governed_agreement(), a_decision_ticket(std::move(decision), category), kMonday};
}
inline Scene a_decision(std::string_view kind) {
  return a_decision(a_question(kind));
}

inline Recommend recommends(std::uint32_t option, std::string text = "this is what I would do") {
  return {.option = option, .text = std::move(text), .salt = std::string(kSaltLength, 's')};
}
inline TakeDecision takes(std::uint32_t option) {
  TakeDecision taken;
  taken.option = option;
  taken.reason = "the cheaper way for now";
  return taken;
}

}  // namespace tandem::desk
