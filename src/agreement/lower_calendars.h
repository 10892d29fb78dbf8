// The calendars of an agreement worked out: from what the text says to what is open when. Each after those that it is
// combined from; positions stay those of the text.
//
//   const auto calendars = lower_calendars(agreement);
//   business_day(calendars[clock], agreement.effective.value);      // 9 h 30 min
//
// REQUIRES: nothing in the agreement is Wrong, and no calendars are combined in a ring. Pure.
#pragma once

#include <vector>

#include "agreement/model.h"
#include "calendar/business_calendar.h"

namespace tandem::agreement {

struct LoweredCalendar {
  calendar::BusinessCalendar open;
  // Whose days its days are: its own, or of a combined calendar the one that all its parts share, else the agreement's.
  calendar::Zone zone;
};

[[nodiscard]] std::vector<LoweredCalendar> lower_calendars(const Agreement& agreement);

// How long a business day is: the open time of most of the days that are open at all, in the year that begins with
// `effective`; where two lengths are equally frequent, the longer. A calendar that is not open in that year counts 24
// hours. A year of questions to the calendar: some 30 µs.
[[nodiscard]] base::Duration business_day(const LoweredCalendar& calendar, calendar::Date effective);

}  // namespace tandem::agreement
