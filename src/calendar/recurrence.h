// What repeats: a start, rules, further dates and exceptions (RFC 5545, 3.8.5), and the occurrences within a window.
//
//   Series meeting{.clock = WallClock(berlin), .start = {date, base::hours(9)}, .length = {.exact = base::hours(1)}};
//   meeting.rules = {*parse_recurrence_rule("FREQ=WEEKLY;BYDAY=MO,WE")};
//   for (const Occurrence& one : *occurrences(meeting, window)) ...
//
// Rules are expanded on the clock on the wall and each start is then made an instant, so a meeting at 09:00 stays at
// 09:00; a start that clocks leap over is the instant of the leap, and two starts that become one instant are one.
// A start that no rule gives is no occurrence, be it DTSTART (the standard leaves this open; published cases have it
// so).
//
// Pure; any number of threads. An endless rule costs what lies in the window, not what lies before it; a rule with
// COUNT is counted from its start unless every period gives the same number.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/error.h"
#include "base/time.h"
#include "calendar/recurrence_rule.h"
#include "calendar/wall_clock.h"

namespace tandem::calendar {

// `days` are counted on the calendar (the same time of day on a later date), then `exact` passes.
struct EventLength {
  std::int32_t days = 0;
  base::Duration exact{};
};

struct Series {
  struct Addition {
    base::Instant start{};
    std::optional<EventLength> length{};  // of this one alone
  };

  WallClock clock;
  LocalTime start{};
  bool whole_day = false;  // a series of dates: times of day are 0 and `length` has only days
  EventLength length{};
  std::vector<RecurrenceRule> rules{};
  std::vector<Addition> additions{};
  std::vector<RecurrenceRule> exception_rules{};
  std::vector<base::Instant> exceptions{};
  std::vector<Date> exception_days{};  // removes whatever starts on them
};

struct Occurrence {
  LocalTime start{};  // on the series' clock
  LocalTime end{};
  base::Interval during{};
};

struct RecurrenceLimits {
  std::size_t occurrences = 10'000;
  std::size_t steps = 1'000'000;  // see StepBudget in recurrence_walk.h: at most some ten milliseconds
};

// The occurrences that share time with the window (an occurrence of no length: whose instant is in it), by start.
// Without rules and additions it is the start alone. BadInput when a limit is reached; `spent`, when given, is
// increased by the steps taken.
[[nodiscard]] base::Result<std::vector<Occurrence>> occurrences(const Series& series, base::Interval window,
                                                                const RecurrenceLimits& limits = {},
                                                                std::size_t* spent = nullptr);

}  // namespace tandem::calendar
