// What a Rotation asks of its rule. Private to calendar/.
#pragma once

#include "base/error.h"
#include "calendar/rotation_rule.h"

namespace tandem::calendar {

// The longest of everything: bounds on what one rotation may cost.
struct RotationLimits {
  static constexpr std::uint32_t kTurn = 10'000;
  static constexpr std::size_t kPeople = 10'000;
  static constexpr std::size_t kOrder = 1'000;
  static constexpr std::size_t kLayers = 32;
  static constexpr std::size_t kWindowsOfADay = 48;
  static constexpr std::size_t kSwaps = 1'000;
  static constexpr std::size_t kTemporary = 1'000;
  static constexpr std::size_t kStints = 10'000;  // of all temporary schedules
  static constexpr std::size_t kOverrides = 10'000;
};

// BadInput, in words for whoever wrote the rule.
[[nodiscard]] base::Result<> check(const RotationRule& rule);

}  // namespace tandem::calendar
