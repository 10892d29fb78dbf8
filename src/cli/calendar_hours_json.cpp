#include "cli/calendar_hours_json.h"

#include <boost/json.hpp>

#include "calendar/holidays.h"
#include "diag/finding.h"

namespace tandem::cli {
namespace {

using calendar::BusinessHours;
using calendar::DayWindow;

template <class T>
using Read = std::expected<T, std::string>;

constexpr std::array<std::string_view, 7> kDays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

// "09:00", "09:00:30", "24:00".
std::optional<base::Duration> time_of_day(const json::Value& value) {
  if (!value.is_string()) return std::nullopt;
  const std::string_view text = value.as_string();
  if ((text.size() != 5 && text.size() != 8) || text[2] != ':' || (text.size() == 8 && text[5] != ':')) {
    return std::nullopt;
  }
  const auto two = [&](std::size_t i) -> std::optional<int> {
    const char tens = text[i];
    const char ones = text[i + 1];
    if (tens < '0' || tens > '9' || ones < '0' || ones > '9') return std::nullopt;
    return (tens - '0') * 10 + (ones - '0');
  };
  const auto hours = two(0);
  const auto minutes = two(3);
  const auto seconds = text.size() == 8 ? two(6) : std::optional(0);
  if (!hours || !minutes || !seconds || *minutes > 59 || *seconds > 59) return std::nullopt;
  const base::Duration time = base::hours(*hours) + base::minutes(*minutes) + base::seconds(*seconds);
  if (time > base::hours(24)) return std::nullopt;
  return time;
}

Read<std::vector<DayWindow>> windows_of(const json::Value& list) {
  if (!list.is_array()) return std::unexpected("windows are a list of [from, to]");
  std::vector<DayWindow> windows;
  for (const json::Value& edges : list.as_array()) {
    if (!edges.is_array() || edges.as_array().size() != 2) return std::unexpected("a window is [from, to]");
    const auto from = time_of_day(edges.as_array()[0]);
    const auto to = time_of_day(edges.as_array()[1]);
    if (!from || !to) return std::unexpected(fmt::format("{} is not a window of times", json::to_text(edges)));
    windows.push_back({*from, *to > *from ? *to : *to + base::hours(24)});
  }
  return windows;
}

Read<void> read_weekly(const json::Value& weekly, BusinessHours& hours) {
  if (!weekly.is_object()) return std::unexpected("`weekly` is an object of days");
  for (const auto& [day, list] : weekly.as_object()) {
    const auto* const found = std::ranges::find(kDays, std::string_view(day));
    if (found == kDays.end()) return std::unexpected(fmt::format("`{}` is not a day: mon to sun", std::string(day)));
    auto windows = windows_of(list);
    if (!windows) return std::unexpected(fmt::format("`{}`: {}", std::string(day), windows.error()));
    hours.windows[static_cast<std::size_t>(found - kDays.begin())] = *std::move(windows);
  }
  return {};
}

// {"2026-12-24": [["09:00", "12:00"]]}; a date without windows has none.
Read<std::vector<calendar::DayHours>> dated_windows(const json::Value& dates) {
  if (!dates.is_object()) return std::unexpected("dates with their windows are an object");
  std::vector<calendar::DayHours> days;
  for (const auto& [word, list] : dates.as_object()) {
    const auto date = calendar::parse_date(word);
    if (!date) return std::unexpected(fmt::format("`{}` is not a date", std::string(word)));
    auto windows = windows_of(list);
    if (!windows) return std::unexpected(fmt::format("`{}`: {}", std::string(word), windows.error()));
    days.push_back({*date, *std::move(windows)});
  }
  return days;
}

Read<void> read_special(const json::Value& dates, BusinessHours& hours) {
  TANDEM_TRY(hours.special, dated_windows(dates));
  return {};
}

Read<void> read_breaks(const json::Value& dates, BusinessHours& hours) {
  TANDEM_TRY(hours.breaks, dated_windows(dates));
  return {};
}

// Dates are closed days, other words are names of sets.
Read<void> read_closed(const json::Value& list, BusinessHours& hours) {
  if (!list.is_array()) return std::unexpected("`holidays` is a list of dates or of names of sets");
  for (const json::Value& entry : list.as_array()) {
    if (!entry.is_string()) return std::unexpected(fmt::format("{} is not a date", json::to_text(entry)));
    const std::string_view word = entry.as_string();
    if (const auto date = calendar::parse_date(word)) {
      hours.closed.push_back(*date);
      continue;
    }
    auto set = calendar::find_holiday_set(word);
    if (set == nullptr) {
      return std::unexpected(fmt::format("`{}` is neither a date nor the name of a set of holidays", word));
    }
    hours.holidays.push_back(std::move(set));
  }
  return {};
}

}  // namespace

std::expected<calendar::BusinessCalendar, std::string> calendar_from_json(const json::Value& described) {
  if (!described.is_object()) return std::unexpected("a calendar is an object");
  const json::Object& fields = described.as_object();
  const json::Value* tz = fields.if_contains("tz");
  if (tz == nullptr || !tz->is_string()) return std::unexpected("a calendar needs `tz`, the name of a zone");
  const auto zone = calendar::Zone::find(std::string_view(tz->as_string()));
  if (!zone) return std::unexpected(zone.error().message);

  BusinessHours hours{.zone = *zone};
  const auto read = [&](std::string_view field, auto&& into) -> Read<void> {
    const json::Value* value = fields.if_contains(field);
    return value == nullptr || value->is_null() ? Read<void>() : into(*value, hours);
  };
  TANDEM_TRY_DONE(read("weekly", read_weekly));
  TANDEM_TRY_DONE(read("holidays", read_closed));
  TANDEM_TRY_DONE(read("closed", read_closed));
  TANDEM_TRY_DONE(read("special", read_special));
  TANDEM_TRY_DONE(read("breaks", read_breaks));
  auto made = calendar::BusinessCalendar::make(std::move(hours));
  if (!made) return std::unexpected(made.error().message);
  return *std::move(made);
}

}  // namespace tandem::cli
