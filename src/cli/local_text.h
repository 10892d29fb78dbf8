// Times, dates and lengths as people read them in the output of the commands: "Wed 2026-11-25 08:00", "9 h 30 min".
// Seconds are told where there are any; what is smaller is left out. Pure.
#pragma once

#include <string>
#include <string_view>

#include "base/time.h"
#include "calendar/zone.h"

namespace tandem::cli {

[[nodiscard]] std::string_view weekday_text(calendar::Date date);  // "Wed"
[[nodiscard]] std::string iso_text(calendar::Date date);           // "2026-11-25"
[[nodiscard]] std::string date_text(calendar::Date date);          // "Wed 2026-11-25"
// "08:00", "24:00" for the end of a day, "08:00:15".
[[nodiscard]] std::string clock_text(base::Duration time_of_day);
// "Wed 2026-11-25 08:00" in the zone, without its name.
[[nodiscard]] std::string local_text(base::Instant at, const calendar::Zone& zone);
// The end of a part of time, without its date where that is the one it begins on: "17:30".
[[nodiscard]] std::string end_text(base::Interval during, const calendar::Zone& zone);
// "9 h 30 min", "45 min", "15 s", "0 min".
[[nodiscard]] std::string length_text(base::Duration length);
// For columns, where the digits shall stand below each other: "9:30 h", "168:00 h".
[[nodiscard]] std::string hours_text(base::Duration length);

}  // namespace tandem::cli
