// What was done alone on a ticket, and the cover that one is about, as the API tells them.
#pragma once

#include <string>

#include "app/tickets.h"
#include "wire/writer.h"

namespace tandem::wire {

// The fields `actions` and `cover` of a ticket.
void write_actions_and_cover(Writer& json, const app::TicketView& view);
[[nodiscard]] std::string encode(const app::ActionsView& view);

}  // namespace tandem::wire
