// The steps of a ticket's escalation that have not taken place: when each would, if nobody acknowledges before. Private
// to this folder.
#pragma once

#include <vector>

#include "desk/ticket.h"
#include "policy/policy.h"

namespace tandem::desk {

struct StepDue {
  std::uint32_t step = 0;  // from 1
  base::Instant at;
};

// In the order of the agreement's text; where real and business time mix, the instants may be in another order. Empty
// for what is acknowledged or not open. Steps that never take place are left out.
[[nodiscard]] std::vector<StepDue> steps_ahead(const Ticket& ticket, const policy::Policy& policy);

}  // namespace tandem::desk
