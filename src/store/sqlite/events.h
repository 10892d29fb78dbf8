// The events of a ticket in the database, and the ticket they make.
#pragma once

#include <optional>
#include <vector>

#include "app/store.h"
#include "store/sqlite/database.h"

namespace tandem::store::sqlite {

[[nodiscard]] base::Result<std::vector<app::StoredEvent>> read_history(Connection& connection,
                                                                       const desk::EngagementName& engagement,
                                                                       desk::TicketId id);
// The fold of its events; nothing when it has none.
[[nodiscard]] base::Result<std::optional<desk::Ticket>> read_ticket(Connection& connection, std::int64_t engagement,
                                                                    desk::TicketId id);
[[nodiscard]] base::Result<app::Position> insert_event(Connection& connection, std::int64_t engagement,
                                                       desk::TicketId id, std::uint32_t version,
                                                       std::uint32_t priority_rank, std::string_view record);

}  // namespace tandem::store::sqlite
