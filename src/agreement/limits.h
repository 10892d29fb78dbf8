// The bounds of the language, so that whatever the text says, compiling it ends soon and fits in memory. Going beyond
// one is the finding `too-large`. docs/language/README.md tells them to authors.
#pragma once

#include <cstddef>

#include "calendar/business_calendar.h"
#include "calendar/rotation_rule.h"

namespace tandem::agreement {

inline constexpr std::size_t kRules = 10'000;  // of `routing`
inline constexpr std::size_t kPriorities = 50;

// Of all paths together: each priority has all the steps on its way.
inline constexpr std::size_t kEscalationSteps = 300;

// Of all calendars together; what a combined calendar takes from others counts again, for it is worked out again.
inline constexpr std::size_t kWindows = 2'000;          // opening hours of one day each, in a week
inline constexpr std::size_t kDatedHours = 10'000;      // closed days, and hours of certain dates
inline constexpr std::size_t kKeptHolidaySets = 1'000;  // names under `holidays`

// Of all holiday sets together; what a set takes from others counts again.
inline constexpr std::size_t kHolidayRules = 10'000;

// Of one day, in a calendar or a layer.
inline constexpr std::size_t kDayWindows = 48;

// Of one rotation.
inline constexpr std::size_t kLayers = 32;
inline constexpr std::size_t kOrder = 1'000;             // people in a layer's order
inline constexpr std::size_t kExceptionalTurns = 1'000;  // overrides, swaps and shifts of temporary schedules together

// Of one kind, that are kept; the rest are counted. What is drawn of them stays within a few hundred megabytes.
inline constexpr std::size_t kFindingsOfAKind = 10'000;

// What the language allows, calendar can work out.
static_assert(kDayWindows <= calendar::BusinessHours::kMostWindows);
static_assert(kDayWindows <= calendar::RotationLimits::kWindowsOfADay);
static_assert(kDatedHours <= calendar::BusinessHours::kMostDates);
static_assert(kLayers <= calendar::RotationLimits::kLayers);
static_assert(kOrder <= calendar::RotationLimits::kOrder);
static_assert(kExceptionalTurns <= calendar::RotationLimits::kOverrides);
static_assert(kExceptionalTurns <= calendar::RotationLimits::kSwaps);
static_assert(kExceptionalTurns <= calendar::RotationLimits::kTemporary);
static_assert(kExceptionalTurns <= calendar::RotationLimits::kShifts);
static_assert(kLayers * kOrder + 2 * kExceptionalTurns <= calendar::RotationLimits::kPeople);

}  // namespace tandem::agreement
