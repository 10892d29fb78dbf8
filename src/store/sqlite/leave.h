// The rows of leave, of the feeds it comes from, and of calendar keys.
#pragma once

#include <optional>
#include <vector>

#include "app/leave_records.h"
#include "store/sqlite/database.h"

namespace tandem::store::sqlite {

[[nodiscard]] base::Result<std::vector<app::LeaveRecord>> read_leave(Connection& connection,
                                                                     const desk::EngagementName& engagement,
                                                                     app::LeaveHistory history);
[[nodiscard]] base::Result<std::vector<app::LeaveRecord>> read_leave_to_cover(Connection& connection,
                                                                              const desk::EngagementName& engagement,
                                                                              std::string_view since);
[[nodiscard]] base::Result<std::optional<app::LeaveRecord>> find_leave(Connection& connection,
                                                                       const desk::EngagementName& engagement,
                                                                       app::LeaveId leave);
[[nodiscard]] base::Result<std::uint64_t> count_leave_changes(Connection& connection);
// Nothing when the engagement has no such leave.
[[nodiscard]] base::Result<std::optional<bool>> is_leave_removed(Connection& connection, std::int64_t engagement,
                                                                 app::LeaveId leave);
// Conflict when the id is taken.
[[nodiscard]] base::Result<void> insert_leave(Connection& connection, std::int64_t engagement,
                                              const app::LeaveRecord& leave);
[[nodiscard]] base::Result<void> mark_leave_removed(Connection& connection, app::LeaveId leave,
                                                    const app::Signature& removed);
// Conflict when the leave has one already.
[[nodiscard]] base::Result<void> insert_leave_cover(Connection& connection, std::int64_t engagement, app::LeaveId leave,
                                                    desk::TicketId cover);

[[nodiscard]] base::Result<std::vector<app::LeaveFeedRecord>> read_leave_feeds(Connection& connection,
                                                                               const desk::EngagementName& engagement);
[[nodiscard]] base::Result<bool> has_leave_feed(Connection& connection, std::int64_t engagement, app::LeaveFeedId feed);
[[nodiscard]] base::Result<void> insert_leave_feed(Connection& connection, std::int64_t engagement,
                                                   const app::LeaveFeedRecord& feed);
[[nodiscard]] base::Result<void> change_leave_feed(Connection& connection, const app::LeaveFeedRecord& feed);

[[nodiscard]] base::Result<std::optional<app::CalendarKeyRecord>> find_calendar_key(Connection& connection,
                                                                                    const app::SecretHash& secret);
[[nodiscard]] base::Result<std::vector<app::CalendarKeyRecord>> read_calendar_keys(Connection& connection,
                                                                                   app::AccountId account);
[[nodiscard]] base::Result<void> insert_calendar_key(Connection& connection, std::int64_t engagement,
                                                     const app::CalendarKeyRecord& key);

}  // namespace tandem::store::sqlite
