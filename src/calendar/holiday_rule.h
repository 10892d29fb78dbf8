// The rule of one holiday: on which day of a year it falls, in which years, and where it is kept when that day is a
// weekend. Written as one line of words (docs/holidays.md is the language's reference):
//
//   jan 1                                 3rd mon jan                       last mon may
//   mon before may 25                     mon nearest apr 23                easter -2
//   day after 4th thu nov                 day after "Thanksgiving Day"      2022-09-19
//   jun 19 since 2021 observed sat to fri and sun to mon
//   1st mon may not 2020                  jan 20 every 4 years from 1937    apr 25 unless weekend
//
//   auto rule = parse_holiday_rule("3rd mon jan since 1986");   // or where it is wrong, and what would be right
//   days_of(*rule, std::chrono::year(2026), days);              // 2026-01-19
//   print(*rule);                                               // the canonical words, which parse to the same rule
//
// Values; pure; thread-safe. A rule is at most kLongestRule bytes and nested kDeepestRule deep, so that parsing and
// working out are bounded whatever was written.
#pragma once

#include <array>
#include <bitset>
#include <chrono>
#include <compare>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "calendar/zone.h"

namespace tandem::calendar {

inline constexpr std::size_t kLongestRule = 4000;  // bytes
inline constexpr int kDeepestRule = 4;
inline constexpr int kFarthestShift = 100;  // days of one step
inline constexpr int kFarthestReach = 366;  // days of all steps, Easter's and those of a named day included

struct DayRule;
struct HolidayRule;

struct FixedDay {  // "jan 1"; 29 February falls in leap years only
  std::chrono::month month{};
  std::chrono::day day{};
};

struct WeekdayOfMonth {  // "3rd mon jan"
  unsigned nth = 0;      // 1 … 5 (a fifth one is not in every year), 0: the last
  std::chrono::weekday weekday{};
  std::chrono::month month{};
};

struct EasterDay {  // "easter -2", "orthodox easter +1"
  bool orthodox = false;
  int days_after = 0;
};

enum class Side { Before, OnOrBefore, Nearest, OnOrAfter, After };

struct WeekdayNear {  // "mon before may 25"
  std::chrono::weekday weekday{};
  Side side = Side::Before;
  std::shared_ptr<const DayRule> day;
};

struct ShiftedDay {  // "day after …", "3 days before …"
  int days_after = 0;
  std::shared_ptr<const DayRule> day;
};

struct ListedDates {  // "2022-09-19", or several
  std::vector<Date> dates;
};

struct NamedDay {  // "day after "Thanksgiving Day"": a holiday of the same set
  std::string name;
  // What the name stands for; null as parsed, put in by HolidaySet::make.
  std::shared_ptr<const std::vector<HolidayRule>> rules{};
};

struct DayRule {
  std::variant<FixedDay, WeekdayOfMonth, EasterDay, WeekdayNear, ShiftedDay, ListedDates, NamedDay> form;
};

struct YearRange {  // both are in it
  int first = 1;
  int last = 9999;
  auto operator<=>(const YearRange&) const = default;
};

struct YearFilter {
  YearRange between{};
  int every = 1;                  // years, counted from between.first
  std::vector<YearRange> only{};  // when there are any
  std::vector<YearRange> never{};
  [[nodiscard]] bool holds(std::chrono::year year) const;
  bool operator==(const YearFilter&) const = default;
};

// Where a holiday is kept that falls on a given weekday.
struct KeptOn {
  enum class Kind { Itself, NearestWeekday, NextWeekday, PreviousWeekday, NextWorkingDay, PreviousWorkingDay };
  Kind kind = Kind::Itself;
  std::chrono::weekday weekday{};  // with the kinds that name one
  bool operator==(const KeptOn&) const = default;
};

struct ObservedPolicy {
  std::array<KeptOn, 7> by_weekday{};  // Monday first
  bool instead = false;                // a moved day is no holiday itself; otherwise both are
  [[nodiscard]] const KeptOn& on(std::chrono::weekday weekday) const { return by_weekday[weekday.iso_encoding() - 1]; }
  bool operator==(const ObservedPolicy&) const = default;
};

struct HolidayRule {
  DayRule day;
  YearFilter years{};
  std::bitset<7> weekdays{0b1111111};  // Monday first: on other weekdays the holiday is left out that year
  std::optional<ObservedPolicy> observed{};
};

// A place in a text that is wrong: bytes [at, at + length), possibly none, and what is wrong there.
struct RuleMistake {
  std::size_t at = 0;
  std::size_t length = 0;
  std::string message;
};

[[nodiscard]] std::expected<HolidayRule, RuleMistake> parse_holiday_rule(std::string_view text);
// What follows `observed` in a rule: "next monday", "sat to fri and sun to mon", "weekend to next working day instead".
[[nodiscard]] std::expected<ObservedPolicy, RuleMistake> parse_observed_policy(std::string_view text);
[[nodiscard]] std::string print(const HolidayRule& rule);
[[nodiscard]] std::string print(const ObservedPolicy& policy);

// Appends the days on which the rule falls in the year (none, one, or as many as were listed), before any observance.
// A day counted from another one may lie outside of the year by at most kFarthestReach days.
// Nothing for years before 1583 and after 9999. REQUIRES: named days with their rules.
void days_of(const HolidayRule& rule, std::chrono::year year, std::vector<std::chrono::sys_days>& days);

// The weekday before, after or nearest to a day; with Nearest and the OnOr… sides the day itself when it is one.
[[nodiscard]] std::chrono::sys_days weekday_near(std::chrono::sys_days day, std::chrono::weekday weekday, Side side);

[[nodiscard]] std::string too_far();  // what a mistake says of a rule with a longer reach than kFarthestReach
// By how many days at most the rule's day lies off the one that it is counted from in the end.
[[nodiscard]] int reach(const DayRule& day);

// The name in "day after "Thanksgiving Day"", or nothing.
[[nodiscard]] const NamedDay* named_day(const DayRule& day);
// The same rule with its named day standing for `rules`.
[[nodiscard]] DayRule with_named_day(const DayRule& day, std::shared_ptr<const std::vector<HolidayRule>> rules);

}  // namespace tandem::calendar
