// The files of the built-in holiday sets: a head, then the days.
//
//   # Comments stand on lines of their own.
//   title: California
//   source: California Government Code 6700, 6701
//   valid: 2010-2050
//   based_on: us-federal
//   without: Columbus Day; Juneteenth National Independence Day
//   observed: sun to mon
//   days:
//     Cesar Chavez Day: mar 31 since 1995
//
// `title`, `source` and `valid` must be there. A source goes on in lines that begin with spaces, a rule in lines that
// begin with more than those of the days. Names in `based_on` and `without` are separated by `;`. Private to calendar/
// and its tests.
#pragma once

#include <functional>
#include <string_view>

#include "base/error.h"
#include "calendar/holidays.h"

namespace tandem::calendar {

using FindHolidaySet = std::function<std::shared_ptr<const HolidaySet>(std::string_view)>;

// BadInput names the line; `find` answers for `based_on` and may say null.
[[nodiscard]] base::Result<HolidaySetText> parse_holiday_file(std::string_view name, std::string_view text,
                                                              const FindHolidaySet& find);

// The text of a built-in set's file; nothing when there is none of that name.
[[nodiscard]] std::optional<std::string_view> built_in_holiday_file(std::string_view name);

}  // namespace tandem::calendar
