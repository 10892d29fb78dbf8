// The days that a recurrence rule picks from a month, a year, or a single day. Part of recurrence_walk.h.
#pragma once

#include <chrono>
#include <vector>

#include "calendar/recurrence_rule.h"

namespace tandem::calendar {

// The limits that hold for single days: BYMONTH, BYMONTHDAY, BYYEARDAY and the weekdays of BYDAY.
[[nodiscard]] bool day_matches(const RecurrenceRule& rule, std::chrono::sys_days day);

// Appends the days of a month that the rule's BYMONTHDAY (or else BYDAY, or else `start`'s day) picks, in order.
// With SKIP=FORWARD the last may be the first of the following month.
void append_month(const RecurrenceRule& rule, Date start, std::chrono::year_month month,
                  std::vector<std::chrono::sys_days>& days);

// Appends the days of a year that a yearly rule picks, in order. Days of a week that lies in two years belong to the
// year they are in.
void append_year(const RecurrenceRule& rule, Date start, std::chrono::year year,
                 std::vector<std::chrono::sys_days>& days);

}  // namespace tandem::calendar
