// What a ticket has to do with others, as the API tells it: links, vendor case, problem, major incident.
#pragma once

#include <span>
#include <string>

#include "app/tickets.h"
#include "wire/writer.h"

namespace tandem::wire {

// The members of a ticket's object that are about it.
void write_related(Writer& json, const app::TicketView& view);
// `prefix`: of the engagement's human numbers.
[[nodiscard]] std::string encode(std::span<const app::KnownError> errors, std::string_view prefix);
[[nodiscard]] std::string encode(std::span<const app::ActiveMajor> majors, std::string_view prefix);

}  // namespace tandem::wire
