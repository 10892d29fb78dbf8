// A business calendar as a case file describes it:
//
//   {"tz": "Europe/Berlin", "weekly": {"mon": [["09:00", "17:00"]], "sat": [["22:00", "06:00"]]},
//    "holidays": ["2026-05-01", "de-be"], "special": {"2026-12-24": [["09:00", "12:00"]]},
//    "breaks": {"2026-05-04": [["12:00", "13:00"]]}}
//
// A window whose end is not behind its beginning ends on the next day. `holidays` and `closed` hold dates and names of
// built-in sets; `special` takes the place of a date's weekly hours, `breaks` are taken out of them. Pure.
#pragma once

#include <expected>
#include <string>

#include "calendar/business_calendar.h"
#include "json/json.h"

namespace tandem::cli {

// The calendar, or what is wrong with it.
[[nodiscard]] std::expected<calendar::BusinessCalendar, std::string> calendar_from_json(const json::Value& described);

}  // namespace tandem::cli
