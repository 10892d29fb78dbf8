// The fold of a decision's events into its ticket, as evolve() calls it: what contradicts the ticket, or an empty text.
// Every function looks before it changes anything. Private to this folder.
#pragma once

#include "desk/ticket.h"

namespace tandem::desk {

[[nodiscard]] std::string fold_decision(Ticket& ticket, const Event& event, const DecisionAsked& asked);
[[nodiscard]] std::string fold_decision(Ticket& ticket, const Event& event, const AdviceGiven& given);
[[nodiscard]] std::string fold_decision(Ticket& ticket, const Event& event, const RecommendationSealed& written);
[[nodiscard]] std::string fold_decision(Ticket& ticket, const Event& event, const RecommendationsOpened& opened);
[[nodiscard]] std::string fold_decision(Ticket& ticket, const Event& event, const DecisionPassedOn& passed);
[[nodiscard]] std::string fold_decision(Ticket& ticket, const Event& event, const DecisionTaken& taken);
[[nodiscard]] std::string fold_decision(Ticket& ticket, const Event& event, const LapseReminded& reminded);
[[nodiscard]] std::string fold_decision(Ticket& ticket, const Event& event, const DecisionLapsed& lapsed);
[[nodiscard]] std::string fold_decision(Ticket& ticket, const Event& event, const DecisionReplaced& replaced);

}  // namespace tandem::desk
