// When time next does something to a ticket by itself: PassTime decided at that instant has something to do, and before
// it has nothing, unless the circumstances change (policy/boundaries.h) or somebody does something.
//
//   tx.set_due(engagement, ticket.id, next_due(ticket, circumstances));
//
// It may lie in the past. Pure; what each noun waits for is a constant-time look, or one question to a calendar.
#pragma once

#include <optional>

#include "desk/decide.h"

namespace tandem::desk {

// Nothing: time does nothing to it.
[[nodiscard]] std::optional<base::Instant> next_due(const Ticket& ticket, const Circumstances& circumstances);

}  // namespace tandem::desk
