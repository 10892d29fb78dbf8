// Days and moments of an agreement as its text says them, in local time. Plain values.
//
//   local_end({.date = date});      // midnight after the day: a whole day as an end is inclusive
#pragma once

#include "agreement/located.h"
#include "base/time.h"
#include "calendar/leave.h"
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
using DayOrMoment = calendar::LeaveEdge;

// From when until when something holds; a whole day as the end is inclusive.
struct FromTo {
  Field<DayOrMoment> from;
  Field<DayOrMoment> to;
};

// Where it begins and ends on the local clock, which knows no zone: good for comparing what one author wrote.
[[nodiscard]] inline base::Duration local_begin(const DayOrMoment& day) {
  return std::chrono::sys_days(day.date).time_since_epoch() + day.time_of_day.value_or(base::Duration{});
}
[[nodiscard]] inline base::Duration local_end(const DayOrMoment& day) {
  return local_begin(day) + (day.time_of_day ? base::Duration{} : base::hours(24));
}

// On the line of instants; nothing when clocks skip all that lies between.
// REQUIRES: both are good, and it ends after it begins on the local clock.
[[nodiscard]] inline std::optional<base::Interval> interval_of(const FromTo& days, const calendar::Zone& zone) {
  const auto during = calendar::interval_of({days.from.value, days.to.value}, zone);
  return during ? std::optional(*during) : std::nullopt;
}

}  // namespace tandem::agreement
