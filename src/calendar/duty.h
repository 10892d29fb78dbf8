// Who has the duty, and what put them there.
//
//   if (duty.origin == ShiftOrigin::Override) rule.overrides[duty.source]…
//
// People are positions in a list that the caller keeps. Plain values.
#pragma once

#include <compare>
#include <cstdint>

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

}  // namespace tandem::calendar
