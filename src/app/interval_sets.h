// Sets of time as sorted, disjoint intervals that do not touch. Each function is linear in what it is given.
#pragma once

#include <span>
#include <vector>

#include "base/time.h"

namespace tandem::app {

using IntervalSet = std::vector<base::Interval>;

// Of intervals in any order, also empty or overlapping ones.
[[nodiscard]] IntervalSet united(IntervalSet intervals);
[[nodiscard]] IntervalSet common(std::span<const base::Interval> a, std::span<const base::Interval> b);
[[nodiscard]] IntervalSet without(std::span<const base::Interval> from, std::span<const base::Interval> what);

}  // namespace tandem::app
