#include "calendar/week_windows.h"

#include <algorithm>

namespace tandem::calendar {

std::optional<std::size_t> reaches_into_next_day(const WeekWindows& week) {
  for (std::size_t day = 0; day < week.size(); ++day) {
    const auto& next = week[(day + 1) % week.size()];
    if (week[day].empty() || next.empty()) continue;
    const base::Duration end = std::ranges::max(week[day], {}, &DayWindow::to).to;
    if (end - base::hours(24) > std::ranges::min(next, {}, &DayWindow::from).from) return day;
  }
  return std::nullopt;
}

}  // namespace tandem::calendar
