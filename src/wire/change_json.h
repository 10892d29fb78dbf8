// Planned changes: on their ticket, and in the schedule of a part of time.
#pragma once

#include <string>

#include "app/changes.h"
#include "app/tickets.h"
#include "wire/writer.h"

namespace tandem::wire {

// The ticket's change, or null.
void write_change(Writer& json, const app::TicketView& view);
void write_allowed_change(Writer& json, const app::AllowedChange& allowed);

[[nodiscard]] std::string encode(const app::ChangeSchedule& schedule);

}  // namespace tandem::wire
