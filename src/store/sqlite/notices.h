// The rows of notices: who was told of what, and whether they have read it.
#pragma once

#include <span>
#include <vector>

#include "app/notice_records.h"
#include "base/error.h"
#include "store/sqlite/database.h"

namespace tandem::store::sqlite {

[[nodiscard]] base::Result<void> insert_notices(Connection& connection, std::int64_t engagement, desk::TicketId ticket,
                                                base::Instant at, std::span<const desk::Notice> notices);
[[nodiscard]] base::Result<void> mark_notices_read(Connection& connection, std::int64_t engagement,
                                                   std::span<const desk::Reader> readers, std::uint64_t first,
                                                   std::uint64_t last, base::Instant at);
[[nodiscard]] base::Result<void> forget_notices(Connection& connection, base::Instant until);
[[nodiscard]] base::Result<std::vector<app::NoticeRecord>> read_notices(Connection& connection, std::int64_t engagement,
                                                                        const app::NoticeQuery& query);
[[nodiscard]] base::Result<std::uint64_t> count_unread_notices(Connection& connection, std::int64_t engagement,
                                                               const app::NoticeQuery& query);
// Of one event of a ticket, in the order of their ids.
[[nodiscard]] base::Result<std::vector<app::NoticeRecord>> read_notices_of(Connection& connection,
                                                                           std::int64_t engagement,
                                                                           const desk::EngagementName& name,
                                                                           desk::TicketId ticket,
                                                                           std::uint32_t version);
// Of everybody, in the order of the ids.
[[nodiscard]] base::Result<std::vector<app::NoticeRecord>> read_all_notices(Connection& connection,
                                                                            std::int64_t engagement,
                                                                            const desk::EngagementName& name);

}  // namespace tandem::store::sqlite
