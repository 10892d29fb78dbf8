// Days and moments of an agreement as its text says them, in local time. Plain values.
//
//   local_end({.time = {date}, .whole_day = true});       // midnight after the day: a whole day as an end is inclusive
#pragma once

#include "agreement/located.h"
#include "base/time.h"
#include "calendar/week_windows.h"
#include "calendar/zone.h"

namespace tandem::agreement {

// "2026-12-28..2027-01-01", both inclusive; a single date is a span of one. `last` before `first`: it runs backwards.
struct DaySpan {
  calendar::Date first;
  calendar::Date last;
};
// How many days the span has; none when it runs backwards.
[[nodiscard]] inline std::size_t day_count(const DaySpan& span) {
  const auto days = (std::chrono::sys_days(span.last) - std::chrono::sys_days(span.first)).count();
  return days < 0 ? 0 : static_cast<std::size_t>(days) + 1;
}

// Opening hours of certain dates: what replaces the weekly ones, or is taken out of a date's.
struct DatedHours {
  Located<DaySpan> days;
  std::vector<calendar::DayWindow> windows;
};

// A day, or a moment of it.
struct DayOrMoment {
  calendar::LocalTime time;
  bool whole_day = true;
};

// Where it begins and ends on the local clock, which knows no zone: good for comparing what one author wrote.
[[nodiscard]] inline base::Duration local_begin(const DayOrMoment& day) {
  return std::chrono::sys_days(day.time.date).time_since_epoch() + day.time.time_of_day;
}
[[nodiscard]] inline base::Duration local_end(const DayOrMoment& day) {
  return local_begin(day) + (day.whole_day ? base::hours(24) : base::Duration{});
}

}  // namespace tandem::agreement
