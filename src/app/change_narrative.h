// The history of planned changes as people read it; see narrative.h. Instants are in the agreement's zone.
#pragma once

#include <string>

#include "desk/planned_change.h"
#include "policy/policy.h"

namespace tandem::app {

[[nodiscard]] std::string narrate_change(const desk::ChangePlanned& event, const policy::Policy& policy);
[[nodiscard]] std::string narrate_change(const desk::ChangeRescheduled& event, const policy::Policy& policy);
[[nodiscard]] std::string narrate_change(const desk::ChangeAnswered& event, const policy::Policy& policy);
[[nodiscard]] std::string narrate_change(const desk::ChangeApproved& event, const policy::Policy& policy);
[[nodiscard]] std::string narrate_change(const desk::ChangeStarted& event, const policy::Policy& policy);
[[nodiscard]] std::string narrate_change(const desk::ChangeFinished& event, const policy::Policy& policy);
[[nodiscard]] std::string narrate_change(const desk::ChangeRolledBack& event, const policy::Policy& policy);
[[nodiscard]] std::string narrate_change(const desk::ChangeReviewed& event, const policy::Policy& policy);
[[nodiscard]] std::string narrate_change(const desk::ChangeWithdrawn& event, const policy::Policy& policy);
[[nodiscard]] std::string narrate_change(const desk::ChangeLapsed& event, const policy::Policy& policy);
[[nodiscard]] std::string narrate_change(const desk::ChangeNoticed& event, const policy::Policy& policy);

}  // namespace tandem::app
