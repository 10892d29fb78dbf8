// What is wrong in a holiday set, in one line, for tests to compare with.
#pragma once

#include <fmt/format.h>

#include "calendar/holidays.h"

namespace tandem::calendar {

// "own, `Founders' Day`: `2nd fry may` at byte 5: expected a weekday …"
inline std::string text_of(const HolidaySetText& text, const HolidayMistake& found) {
  const auto& [at, length, message] = found.mistake;
  std::string where;
  switch (found.in) {
    case HolidayMistake::In::DayName: where = fmt::format("`{}`", text.days.at(found.index).name); break;
    case HolidayMistake::In::Rule: {
      const auto& [name, rule] = text.days.at(found.index);
      where = fmt::format("`{}`: `{}` at byte {}", name, rule, at + 1);
      break;
    }
    case HolidayMistake::In::Without: where = fmt::format("without `{}`", text.without.at(found.index)); break;
    case HolidayMistake::In::Observed: where = fmt::format("observed `{}` at byte {}", text.observed, at + 1); break;
  }
  return fmt::format("{}, {}: {}", text.name, where, message);
}

}  // namespace tandem::calendar
