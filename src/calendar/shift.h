// A stretch of duty: who has it, when, and what put them there.
//
//   for (const Shift& each : rotation.shifts(december)) print(names[each.person], each.during);
//
// People are positions in a list that the caller keeps. Half-open intervals in UTC. Plain values.
#pragma once

#include <cstdint>
#include <vector>

#include "base/time.h"

namespace tandem::calendar {

enum class ShiftOrigin : std::uint8_t { Layer, Swap, Temporary, Override };

// Who has the duty, and the part of the rotation's rule that says so: `source` is the position in its layers, swaps,
// temporary schedules or overrides.
struct Duty {
  std::uint32_t person = 0;
  ShiftOrigin origin = ShiftOrigin::Layer;
  std::uint32_t source = 0;
  auto operator<=>(const Duty&) const = default;
};

struct Shift {
  std::uint32_t person = 0;
  base::Interval during;
  ShiftOrigin origin = ShiftOrigin::Layer;
  std::uint32_t source = 0;
  auto operator<=>(const Shift&) const = default;
  [[nodiscard]] Duty duty() const { return {person, origin, source}; }
};

// Puts the parts of one timeline together: consecutive shifts that touch and are the same duty become one.
// REQUIRES: sorted, not overlapping. O(n).
[[nodiscard]] std::vector<Shift> joined(std::vector<Shift> shifts);

}  // namespace tandem::calendar
