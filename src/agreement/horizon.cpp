#include "agreement/horizon.h"

#include <fmt/format.h>

#include "base/check.h"

namespace tandem::agreement {
namespace {

using calendar::Date;
using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;

constexpr int kMostDays = 3660;
constexpr Length kLooksBack{12, Unit::Month, false};

// Where calendars still answer for all of it.
constexpr Date kFirst = std::chrono::year(2) / 1 / 1;
constexpr Date kLast = std::chrono::year(9980) / 1 / 1;

Date later(Date from, const Length& length) {
  const auto count = static_cast<int>(length.count);
  switch (length.unit) {
    case Unit::Day: return sys_days(from) + days(count);
    case Unit::Week: return sys_days(from) + days(7 * count);
    case Unit::Month:
    case Unit::Year: {
      const Date same_day = from + months(length.unit == Unit::Year ? 12 * count : count);
      return same_day.ok() ? same_day : Date(same_day.year() / same_day.month() / std::chrono::last);
    }
    case Unit::Minute:
    case Unit::Hour: break;
  }
  base::check_failed("a horizon is counted in days or more");
}

// "the 12 months from 2026-10-01"
std::string counted_words(Date from, const Length& length) {
  const std::string counted = length.count == 1 ? std::string(to_text(length.unit)) : to_text(length);
  return fmt::format("the {} from {}", counted, to_text(from));
}

// The day before the end is the last one that is looked at.
std::string dated_words(Date from, Date end) {
  return fmt::format("the time from {} to {}", to_text(from), to_text(Date(sys_days(end) - days(1))));
}

}  // namespace

std::optional<Length> parse_horizon(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kShort = {
      {{"mo", "months"}, {"y", "years"}, {"w", "weeks"}}};
  std::string spelt(text);
  const std::size_t unit = text.find_first_not_of("0123456789 ");
  for (const auto& [word, whole] : kShort) {
    if (unit != std::string_view::npos && text.substr(unit) == word)
      spelt = fmt::format("{} {}", text.substr(0, unit), whole);
  }
  const auto length = parse_length(spelt);
  if (!length || length->business || length->unit < Unit::Day || length->count < 1 || length->count > kMostDays)
    return std::nullopt;
  const Date begin = std::chrono::year(2000) / 1 / 1;
  if (sys_days(later(begin, *length)) - sys_days(begin) > days(kMostDays)) return std::nullopt;
  return length;
}

Horizon horizon_of(Date effective, const std::optional<Date>& today, const Length& length, const calendar::Zone& zone) {
  const Date counted_from = std::clamp(today ? std::max(effective, *today) : effective, kFirst, kLast);
  const bool looks_back = sys_days(later(std::max(effective, kFirst), kLooksBack)) >= sys_days(counted_from);
  const Date from = looks_back ? std::clamp(effective, kFirst, kLast) : counted_from;
  const Date end = later(counted_from, length);
  return {.during = {zone.to_instant(from, {}), zone.to_instant(end, {})},
          .words = from == counted_from ? counted_words(from, length) : dated_words(from, end)};
}

}  // namespace tandem::agreement
