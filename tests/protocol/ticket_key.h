// What of a ticket the desk's decisions look at: tickets with the same key go on alike, whatever their past. What
// people wrote, who did what when, and what only reports read is left out.
#pragma once

#include <string>

#include "desk/ticket.h"

namespace tandem::protocol {

// Not thread-safe: parts of tickets are numbered as they are met.
[[nodiscard]] std::string key_of(const desk::Ticket& ticket);
// Why it is whose it is, and how long who had it: it grows with each step, and no decision looks at it, because the
// agreement (three_parties.h) has no targets. A ticket without it is copied in a third of the time.
void forget_past(desk::Ticket& ticket);

}  // namespace tandem::protocol
