// What a ticket's clocks show, and whose time it took, as the API tells it. Lengths are whole seconds, the rest of a
// second left out; elapsed and remaining always add up to the goal.
#pragma once

#include <span>

#include "app/tickets.h"
#include "wire/writer.h"

namespace tandem::wire {

void write(Writer& json, std::span<const desk::TargetView> targets);
// null where the reader is not told: a ticket that anybody may see has segments.
void write_held(Writer& json, const app::TicketView& view);

}  // namespace tandem::wire
