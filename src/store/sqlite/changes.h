// The read table of planned changes.
#pragma once

#include <span>
#include <vector>

#include "desk/ticket.h"
#include "store/sqlite/database.h"

namespace tandem::store::sqlite {

// Brings the row of the ticket's change up to date; nothing for a ticket that is none.
[[nodiscard]] base::Result<void> write_change(Connection& connection, std::int64_t engagement,
                                              const desk::Ticket& ticket);
// Both in the order of windows, then numbers; see app::Store.
[[nodiscard]] base::Result<std::vector<desk::ScheduledChange>> read_live_changes(Connection& connection,
                                                                                 std::int64_t engagement);
[[nodiscard]] base::Result<std::vector<desk::ScheduledChange>> read_changes(
    Connection& connection, std::int64_t engagement, base::Interval between,
    std::span<const desk::CategoryName> hidden_categories);

}  // namespace tandem::store::sqlite
