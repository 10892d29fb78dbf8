// Hours of the days of a week, in local time: what opening hours and the restrictions of a rotation are written as.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "base/time.h"

namespace tandem::calendar {

// Half-open, counted from local midnight of its day, in whole seconds: beyond 24 h it is on the following day, whose
// end is the latest at which it ends. A window belongs to the day it starts on.
struct DayWindow {
  base::Duration from{};
  base::Duration to{};
  auto operator<=>(const DayWindow&) const = default;
};

// 24:00 of the following day.
inline constexpr base::Duration kLatestWindowEnd = base::hours(48);

using WeekWindows = std::array<std::vector<DayWindow>, 7>;  // Monday first

// The first day of which a window ends after one of the following day begins. In a rotation's layer none may.
[[nodiscard]] std::optional<std::size_t> reaches_into_next_day(const WeekWindows& week);

}  // namespace tandem::calendar
