// Hours of the days of a week, in local time: what opening hours and the restrictions of a rotation are written as.
#pragma once

#include <array>
#include <vector>

#include "base/time.h"

namespace tandem::calendar {

// Half-open, from local midnight of its day, in whole seconds; at most 48 h long: beyond 24 h it ends on a later day.
// A window belongs to the day it starts on.
struct DayWindow {
  base::Duration from{};
  base::Duration to{};
  auto operator<=>(const DayWindow&) const = default;
};

using WeekWindows = std::array<std::vector<DayWindow>, 7>;  // Monday first

}  // namespace tandem::calendar
