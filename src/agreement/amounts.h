// Amounts as people write them in an agreement, read from one word or phrase.
//
//   parse_length("2 business days");      // {2, Unit::Day, business}
//   parse_money("5200 USD per month");
//   parse_window("22:00-06:00");          // ends on the following day
//
// Every function answers nothing when the text is not such an amount; the `k…Form` sentences say what is expected.
// Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "calendar/business_calendar.h"

namespace tandem::agreement {

enum class Unit : std::uint8_t { Minute, Hour, Day, Week, Month, Year };
[[nodiscard]] std::string_view to_text(Unit unit);  // "minute"

// "15 min", "4 business hours", "3 months". Business lengths are minutes, hours or days of a calendar's open time.
struct Length {
  std::int64_t count = 0;
  Unit unit = Unit::Minute;
  bool business = false;
};
inline constexpr std::string_view kLengthForm =
    "a whole number and a unit, such as `15 min`, `4 hours`, `2 business days` or `3 months`";
[[nodiscard]] std::optional<Length> parse_length(std::string_view text);
// Has the form of a length, and is longer than parse_length takes: 100 years.
[[nodiscard]] bool is_too_long(std::string_view text);
[[nodiscard]] std::string to_text(const Length& length);  // "1 hour", "3 business days"
// Real time; nothing for business lengths and for months and years, whose length depends on when they begin.
[[nodiscard]] std::optional<base::Duration> real_time(const Length& length);

struct Money {
  std::int64_t hundredths = 0;
  std::string currency;     // ISO 4217: three capital letters
  std::optional<Unit> per;  // "per month"
};
inline constexpr std::string_view kMoneyForm = "an amount and a currency, such as `250 USD` or `5200 USD per month`";
[[nodiscard]] std::optional<Money> parse_money(std::string_view text);
[[nodiscard]] std::string to_text(const Money& money);

struct HoursPer {
  std::int64_t hours = 0;
  std::optional<Unit> per;
};
inline constexpr std::string_view kHoursPerForm = "a whole number of hours, such as `40` or `60 per month`";
[[nodiscard]] std::optional<HoursPer> parse_hours_per(std::string_view text);

struct Measure {
  double number = 0;
  bool percent = false;
};
inline constexpr std::string_view kMeasureForm = "a number or a share, such as `0` or `90 %`";
[[nodiscard]] std::optional<Measure> parse_measure(std::string_view text);

// Time of day since midnight, "00:00" to "24:00".
inline constexpr std::string_view kClockForm = "a time of day, such as `07:30`";
[[nodiscard]] std::optional<base::Duration> parse_clock(std::string_view text);

inline constexpr std::string_view kWindowForm =
    "a window of time, such as `08:00-17:30` (`22:00-06:00` goes over midnight)";
[[nodiscard]] std::optional<calendar::DayWindow> parse_window(std::string_view text);
[[nodiscard]] std::string to_text(const calendar::DayWindow& window);  // "08:00-17:30"
[[nodiscard]] std::string to_text(calendar::Date date);                // "2026-10-05"

// "mon", "mon-fri", "sat-mon", "tue,thu": days from Monday = 0 in the order of the text, each once.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> parse_weekdays(std::string_view text);
[[nodiscard]] std::string_view weekday_name(std::uint8_t day);  // "mon"

// "tue 10:00"
struct WeekMoment {
  std::uint8_t day = 0;  // Monday = 0
  base::Duration time_of_day{};
};
inline constexpr std::string_view kWeekMomentForm = "a day and a time, such as `tue 10:00`";
[[nodiscard]] std::optional<WeekMoment> parse_week_moment(std::string_view text);

[[nodiscard]] bool is_kebab_case(std::string_view text);     // "harbor-it"
[[nodiscard]] bool is_email_address(std::string_view text);  // one @, a local part, a domain of labels

}  // namespace tandem::agreement
