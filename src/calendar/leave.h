// Leave as people write it, on the line of instants.
//
//   const auto days = interval_of({.from = {friday}, .to = {sunday}}, zone);   // three of them
//   if (!days) return days.error();                                            // Result: BadInput says why
//   interval_of({.from = {friday, hours(13)}, .to = {friday, hours(17)}}, zone)
//
// Days begin and end at the midnights of the person's own zone; local times map to instants by Zone. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/error.h"
#include "calendar/zone.h"

namespace tandem::calendar {

// A day, or a moment of it.
struct LeaveEdge {
  Date date;
  std::optional<base::Duration> time_of_day{};
};

struct LeavePeriod {
  LeaveEdge from;
  LeaveEdge to;  // a whole day is included
};

// BadInput: a date that does not exist, a time of day outside of 00:00 to 23:59, an end that is not behind the
// beginning (also where it is only because clocks skip what lies between).
[[nodiscard]] base::Result<base::Interval> interval_of(const LeavePeriod& period, const Zone& zone);

// An absence and where it comes from: a number that means something to the caller.
struct Absence {
  base::Interval during;
  std::uint32_t source = 0;
  auto operator<=>(const Absence&) const = default;
};

// One person's absences sorted and disjoint. Where several overlap, the one that begins first tells the source until it
// ends, then the next; absences of one source that touch become one. What two sources tell may touch. O(n log n).
// REQUIRES: none is empty.
[[nodiscard]] std::vector<Absence> normalised(std::vector<Absence> absences);

}  // namespace tandem::calendar
