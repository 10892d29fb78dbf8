// Leave, the calendar and its keys as the API tells them.
#pragma once

#include <span>
#include <string>

#include "app/calendar_keys.h"
#include "app/calendar_view.h"
#include "app/leave.h"
#include "app/leave_feeds.h"
#include "wire/writer.h"

namespace tandem::wire {

void write(Writer& json, const app::LeaveEntry& entry);
[[nodiscard]] std::string encode(std::span<const app::LeaveEntry> entries);
[[nodiscard]] std::string encode(const app::RecordedLeave& recorded);
[[nodiscard]] std::string encode(std::span<const app::Consequence> consequences);
[[nodiscard]] std::string encode(const app::CalendarView& calendar);

[[nodiscard]] std::string encode(const app::LeaveFeedEntry& feed);
[[nodiscard]] std::string encode(std::span<const app::LeaveFeedEntry> feeds);

// Without their secrets, which the store does not know either.
[[nodiscard]] std::string encode(std::span<const app::CalendarKeyRecord> keys);
// With the one showing of the secret.
[[nodiscard]] std::string encode(const app::MadeCalendarKey& made);

}  // namespace tandem::wire
