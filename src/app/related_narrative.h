// The history of work that belongs together as people read it: links, vendor cases, problems; see narrative.h.
#pragma once

#include <string>

#include "desk/event.h"
#include "policy/policy.h"

namespace tandem::app {

[[nodiscard]] std::string narrate_related(const desk::TicketLinked& event, const policy::Policy& policy);
[[nodiscard]] std::string narrate_related(const desk::TicketUnlinked& event, const policy::Policy& policy);
[[nodiscard]] std::string narrate_related(const desk::TicketMerged& event, const policy::Policy& policy);
[[nodiscard]] std::string narrate_related(const desk::FollowerAdded& event, const policy::Policy& policy);
[[nodiscard]] std::string narrate_related(const desk::LinkedTicketMoved& event, const policy::Policy& policy);
[[nodiscard]] std::string narrate_related(const desk::VendorCaseOpened& event, const policy::Policy& policy);
[[nodiscard]] std::string narrate_related(const desk::VendorChased& event, const policy::Policy& policy);
[[nodiscard]] std::string narrate_related(const desk::VendorAnswered& event, const policy::Policy& policy);
[[nodiscard]] std::string narrate_related(const desk::VendorChaseDue& event, const policy::Policy& policy);
[[nodiscard]] std::string narrate_related(const desk::VendorLoopFound& event, const policy::Policy& policy);
[[nodiscard]] std::string narrate_related(const desk::RootCauseFound& event, const policy::Policy& policy);
[[nodiscard]] std::string narrate_related(const desk::KnownErrorDeclared& event, const policy::Policy& policy);

}  // namespace tandem::app
