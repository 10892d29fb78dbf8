// Tickets as the API tells them: one ticket, a page of a queue, the why, the history. What a reader may not see has
// been taken out by app/ before it comes here.
#pragma once

#include <span>
#include <string>

#include "app/tickets.h"

namespace tandem::wire {

[[nodiscard]] std::string encode(const app::TicketView& view);
// `prefix`: of the engagement's human numbers.
[[nodiscard]] std::string encode(const app::QueuePage& page, std::string_view prefix);
[[nodiscard]] std::string encode(const app::WhyNow& why);
[[nodiscard]] std::string encode(std::span<const app::HistoryLine> history);

[[nodiscard]] std::string encode(std::span<const app::BulkLine> lines);

}  // namespace tandem::wire
