// What a Rotation asks of its rule. Private to calendar/.
#pragma once

#include "base/error.h"
#include "calendar/rotation_rule.h"

namespace tandem::calendar {

// Bounds on what one rotation may cost. People and overrides may be more than the largest text of an agreement can
// name, so that it is never refused here.
struct RotationLimits {
  static constexpr std::uint32_t kTurnHours = 100 * 366 * 24;  // 100 years
  static constexpr std::uint32_t kTurnMonths = 100 * 12;
  static constexpr std::size_t kPeople = 5'000'000;
  static constexpr std::size_t kOrder = 5'000'000;
  static constexpr std::size_t kLayers = 32;
  static constexpr std::size_t kWindowsOfADay = 48;
  static constexpr std::size_t kSwaps = 1'000;
  static constexpr std::size_t kTemporary = 1'000;
  static constexpr std::size_t kStints = 10'000;  // of all temporary schedules
  static constexpr std::size_t kOverrides = 200'000;
};

// BadInput, in words for whoever wrote the rule.
[[nodiscard]] base::Result<> check(const RotationRule& rule);

}  // namespace tandem::calendar
