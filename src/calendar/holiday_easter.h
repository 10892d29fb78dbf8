// Easter Sunday, as the Western churches reckon it (Gregorian computus) and as the Orthodox ones do (Julian computus,
// given as a Gregorian date).
//
//   easter_sunday(std::chrono::year(2026));             // 2026-04-05
//   orthodox_easter_sunday(std::chrono::year(2026));    // 2026-04-12
//
// REQUIRES: a year from 1583 (the first whole year of the Gregorian calendar) to 9999. Pure; thread-safe.
#pragma once

#include <chrono>

namespace tandem::calendar {

[[nodiscard]] std::chrono::sys_days easter_sunday(std::chrono::year year);
[[nodiscard]] std::chrono::sys_days orthodox_easter_sunday(std::chrono::year year);

}  // namespace tandem::calendar
