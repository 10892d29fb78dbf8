// The history of decisions as people read it; see narrative.h.
#pragma once

#include <string>

#include "desk/decision_request.h"
#include "policy/policy.h"

namespace tandem::app {

// `decision`: of the ticket whose event it is, which has the options by name and what was decided.
[[nodiscard]] std::string narrate_decision(const desk::DecisionAsked& event, const desk::DecisionRequest& decision,
                                           const policy::Policy& policy);
[[nodiscard]] std::string narrate_decision(const desk::AdviceGiven& event, const desk::DecisionRequest& decision,
                                           const policy::Policy& policy);
[[nodiscard]] std::string narrate_decision(const desk::RecommendationSealed& event,
                                           const desk::DecisionRequest& decision, const policy::Policy& policy);
[[nodiscard]] std::string narrate_decision(const desk::RecommendationsOpened& event,
                                           const desk::DecisionRequest& decision, const policy::Policy& policy);
[[nodiscard]] std::string narrate_decision(const desk::DecisionPassedOn& event, const desk::DecisionRequest& decision,
                                           const policy::Policy& policy);
[[nodiscard]] std::string narrate_decision(const desk::DecisionTaken& event, const desk::DecisionRequest& decision,
                                           const policy::Policy& policy);
[[nodiscard]] std::string narrate_decision(const desk::LapseReminded& event, const desk::DecisionRequest& decision,
                                           const policy::Policy& policy);
[[nodiscard]] std::string narrate_decision(const desk::DecisionLapsed& event, const desk::DecisionRequest& decision,
                                           const policy::Policy& policy);
[[nodiscard]] std::string narrate_decision(const desk::DecisionReplaced& event, const desk::DecisionRequest& decision,
                                           const policy::Policy& policy);
[[nodiscard]] std::string narrate_decision(const desk::DecisionUsed& event, const desk::DecisionRequest& decision,
                                           const policy::Policy& policy);

}  // namespace tandem::app
