// The request catalogue, and what of a ticket comes from it: what was asked, its checklist, its due date.
#pragma once

#include <span>
#include <string>

#include "app/form_records.h"
#include "app/tickets.h"
#include "wire/writer.h"

namespace tandem::wire {

[[nodiscard]] std::string encode(const app::FormRecord& record);
[[nodiscard]] std::string encode(std::span<const app::FormRecord> records);

// The fields `form`, `checklist`, `not_needed` and `due` of a ticket.
void write_request(Writer& json, const app::TicketView& view);

}  // namespace tandem::wire
