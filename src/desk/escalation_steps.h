// The steps of a ticket's escalation that have not taken place: when each would, if nobody acknowledges before. Private
// to this folder.
#pragma once

#include <vector>

#include "desk/ticket.h"
#include "policy/policy.h"

namespace tandem::desk {

// Whether anybody is told while nobody takes notice of the ticket: somebody's it is from the first on, promised or not.
// Not so of a change, which has its window and its reminders, of cover for leave, which has the day on which the leave
// begins, and of a vendor's case, which has its chases and waits for the vendor from the first on.
[[nodiscard]] bool escalates(const Ticket& ticket);

struct StepDue {
  std::uint32_t step = 0;  // from 1
  base::Instant at;
};

// In the order of the agreement's text; where real and business time mix, the instants may be in another order. Empty
// for what is acknowledged, does not escalate or is not open. Steps that never take place are left out.
[[nodiscard]] std::vector<StepDue> steps_ahead(const Ticket& ticket, const policy::Policy& policy);

}  // namespace tandem::desk
