// A decision on its ticket, and the log of decisions, as JSON.
#pragma once

#include <string>
#include <string_view>

#include "app/decision_records.h"
#include "app/tickets.h"
#include "wire/writer.h"

namespace tandem::wire {

// null where the ticket is no decision. What is sealed from the caller is empty in the view, and null here.
void write_decision(Writer& json, const app::TicketView& view);

[[nodiscard]] std::string encode(const app::DecisionPage& page, std::string_view prefix);

}  // namespace tandem::wire
