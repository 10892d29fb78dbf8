// A recurrence rule: the value of RRULE in iCalendar (RFC 5545, 3.3.10; RFC 7529 for RSCALE and SKIP).
//
//   parse_recurrence_rule("FREQ=MONTHLY;BYDAY=-1FR");       // the last Friday of every month
//   parse_recurrence_rule("FREQ=DAILY;INTERVAL=0");         // an error that names INTERVAL=0
//
// A rule that exists can be expanded: values are in range, in order and without doubles. Two things are read more
// widely than the standard has them: UNTIL beside COUNT (whichever ends first does), and a semicolon at the end.
// Rules in a calendar other than the Gregorian one (RSCALE=HEBREW) are refused: what expands them in Debian does not
// come back from some of them.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "calendar/zone.h"

namespace tandem::calendar {

enum class Frequency { Secondly, Minutely, Hourly, Daily, Weekly, Monthly, Yearly };

struct NthWeekday {
  std::chrono::weekday weekday;
  int nth = 0;  // 0 is every one; -1 is the last of the month, or of the year in a yearly rule without BYMONTH
  bool operator==(const NthWeekday&) const = default;
};

// A date or a time as iCalendar writes them: `20261005`, `20261005T090000`, `20261005T070000Z`.
struct CivilTime {
  enum class Kind { WholeDay, Local, Utc };
  LocalTime at{};
  Kind kind = Kind::Local;
};

struct RecurrenceRule {
  enum class Skip { Omit, Backward, Forward };  // what becomes of 31 April

  Frequency frequency = Frequency::Daily;
  std::int64_t interval = 1;
  std::optional<std::int64_t> count{};
  std::optional<CivilTime> until{};  // the last start that is allowed
  std::vector<int> by_second{};      // 0 … 59: a leap second counts as the second before it
  std::vector<int> by_minute{};
  std::vector<int> by_hour{};
  std::vector<NthWeekday> by_day{};
  std::vector<int> by_month_day{};
  std::vector<int> by_year_day{};
  std::vector<int> by_week{};
  std::vector<int> by_month{};
  std::vector<int> by_position{};
  std::chrono::weekday week_start = std::chrono::Monday;
  Skip skip = Skip::Omit;
  std::string text{};  // as it was written
};

// BadInput with the part of the rule that is at fault, Unsupported for another calendar. Linear in the text.
[[nodiscard]] base::Result<RecurrenceRule> parse_recurrence_rule(std::string_view text);

// Nothing when it is not a date or time that exists, or not in the years 1 to 9999. Second 60 is read as 59.
[[nodiscard]] std::optional<CivilTime> parse_civil_time(std::string_view text);

}  // namespace tandem::calendar
