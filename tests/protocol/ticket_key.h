// What of a ticket the desk's decisions look at: tickets with the same key go on alike, whatever their past. What
// people wrote, who did what when, and what only reports read is left out.
#pragma once

#include <string>

#include "desk/ticket.h"

namespace tandem::protocol {

// Not thread-safe: parts of tickets are numbered as they are met.
[[nodiscard]] std::string key_of(const desk::Ticket& ticket);

}  // namespace tandem::protocol
