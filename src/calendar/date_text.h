// Dates and local times as Tandem writes them for people, in English.
//
//   iso_date(date);                        // "2026-12-25"
//   local_time_text(shift.to, new_york);   // "Fri 2026-12-25 03:00"
//
// Pure. REQUIRES of all dates: they exist and are of the years 0 to 9999.
#pragma once

#include <string>
#include <string_view>

#include "base/time.h"
#include "calendar/zone.h"

namespace tandem::calendar {

// The years of the dates that people give: what is earlier or later is a slip.
inline constexpr int kFirstPlannedYear = 1970;
inline constexpr int kLastPlannedYear = 2199;
[[nodiscard]] constexpr bool is_planned(Date date) {
  return date.year() >= std::chrono::year(kFirstPlannedYear) && date.year() <= std::chrono::year(kLastPlannedYear);
}

[[nodiscard]] std::string iso_date(Date date);
[[nodiscard]] std::string_view weekday_short(std::chrono::weekday weekday);  // "Fri"
[[nodiscard]] std::string_view weekday_long(std::chrono::weekday weekday);   // "Friday"
// "03:00", and "03:00:30" where there are seconds; fractions of them are dropped.
[[nodiscard]] std::string clock_time(base::Duration time_of_day);
[[nodiscard]] std::string local_time_text(const LocalTime& local);
[[nodiscard]] std::string local_time_text(base::Instant at, const Zone& zone);

}  // namespace tandem::calendar
