// The rule of a plain business calendar, which works out its table of open time for any part of time.
//
//   const OpenHours rule(hours);
//   const OpenTable table = rule.table(part);
//
// The rule is laid out on the wall first: regular weeks, and exact hours on the days that differ. Then the wall is
// brought to UTC from one clock change to the next by the map of Zone::to_instant, which never runs backwards: what a
// clock that is set back shows twice is the state that it had come to, for as long as it takes to get there again.
// Immutable; thread-safe. Private to calendar/.
#pragma once

#include <cstdint>
#include <vector>

#include "base/time.h"
#include "calendar/business_calendar.h"
#include "calendar/open_table.h"

namespace tandem::calendar {

class OpenHours {
 public:
  // REQUIRES: hours that BusinessCalendar::make found sound.
  explicit OpenHours(BusinessHours hours);
  [[nodiscard]] const BusinessHours& hours() const { return hours_; }
  // REQUIRES: as OpenTable::Builder. O(clock changes + days that differ).
  [[nodiscard]] OpenTable table(base::Interval part) const;

 private:
  using Day = std::chrono::sys_days;
  using Windows = std::vector<DayWindow>;
  // A date with hours of its own.
  struct ExactDay {
    Day day;
    bool special = false;  // counts on holidays and closed days as well
    Windows windows;
  };
  // From a second of the wall on, until the next one.
  struct WallSpan {
    enum class Kind { Regular, Closed, Open };
    std::int64_t begin = 0;  // seconds since 1970 of the wall
    Kind kind = Kind::Regular;
  };
  class Weaver;

  [[nodiscard]] const Windows& weekly(Day day) const;
  // Closed days and holidays from `first` to `last`.
  [[nodiscard]] std::vector<Day> days_off(Day first, Day last) const;
  [[nodiscard]] const Windows& windows(Day day, const std::vector<Day>& off) const;
  // How many days the hours of a date reach into, its own included: 1 or 2.
  [[nodiscard]] int reach(Day day, const std::vector<Day>& off) const;
  [[nodiscard]] std::vector<WallSpan> wall(Day first, Day last) const;
  void add_exact_days(Day from, Day to, const std::vector<Day>& off, std::vector<WallSpan>& spans) const;

  BusinessHours hours_;
  std::vector<Day> closed_;      // sorted
  std::vector<ExactDay> exact_;  // sorted, one of each day
  WeekPattern week_;             // of the wall
};

}  // namespace tandem::calendar
