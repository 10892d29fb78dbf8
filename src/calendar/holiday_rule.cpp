#include "calendar/holiday_rule.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"
#include "calendar/date_text.h"
#include "calendar/holiday_easter.h"

namespace tandem::calendar {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;

constexpr year kFirstYear(1583);
constexpr year kLastYear(9999);

template <class... Functions>
struct Cases : Functions... {
  using Functions::operator()...;
};

bool contains(const std::vector<YearRange>& ranges, int number) {
  return std::ranges::any_of(ranges, [&](YearRange range) { return range.first <= number && number <= range.last; });
}

void append_days(const DayRule& rule, year in_year, std::vector<sys_days>& out);

void append_form(const FixedDay& form, year in_year, std::vector<sys_days>& out) {
  const Date date(in_year, form.month, form.day);
  if (date.ok()) out.emplace_back(date);
}

void append_form(const WeekdayOfMonth& form, year in_year, std::vector<sys_days>& out) {
  if (form.nth == 0) {
    out.emplace_back(in_year / form.month / form.weekday[std::chrono::last]);
  } else if (const auto date = in_year / form.month / form.weekday[form.nth]; date.ok()) {
    out.emplace_back(date);
  }
}

void append_form(const EasterDay& form, year in_year, std::vector<sys_days>& out) {
  out.push_back((form.orthodox ? orthodox_easter_sunday(in_year) : easter_sunday(in_year)) + days(form.days_after));
}

void append_form(const WeekdayNear& form, year in_year, std::vector<sys_days>& out) {
  const std::size_t before = out.size();
  append_days(*form.day, in_year, out);
  for (std::size_t i = before; i < out.size(); ++i) out[i] = weekday_near(out[i], form.weekday, form.side);
}

void append_form(const ShiftedDay& form, year in_year, std::vector<sys_days>& out) {
  const std::size_t before = out.size();
  append_days(*form.day, in_year, out);
  for (std::size_t i = before; i < out.size(); ++i) out[i] += days(form.days_after);
}

void append_form(const ListedDates& form, year in_year, std::vector<sys_days>& out) {
  for (const Date& date : form.dates) {
    if (date.year() == in_year) out.emplace_back(date);
  }
}

void append_form(const NamedDay& form, year in_year, std::vector<sys_days>& out) {
  TANDEM_ENSURE(form.rules != nullptr);
  for (const HolidayRule& rule : *form.rules) days_of(rule, in_year, out);
}

void append_days(const DayRule& rule, year in_year, std::vector<sys_days>& out) {
  std::visit([&](const auto& form) { append_form(form, in_year, out); }, rule.form);
}

std::string_view word(weekday day) {
  constexpr std::array<std::string_view, 7> kWords{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  return kWords[day.iso_encoding() - 1];
}

std::string_view word(std::chrono::month month) {
  constexpr std::array<std::string_view, 12> kWords{"jan", "feb", "mar", "apr", "may", "jun",
                                                    "jul", "aug", "sep", "oct", "nov", "dec"};
  return kWords[static_cast<unsigned>(month) - 1];
}

std::string_view word(Side side) {
  switch (side) {
    case Side::Before: return "before";
    case Side::OnOrBefore: return "on or before";
    case Side::Nearest: return "nearest";
    case Side::OnOrAfter: return "on or after";
    case Side::After: return "after";
  }
  TANDEM_CHECK(false);
}

std::string print(const DayRule& rule) {
  constexpr std::array<std::string_view, 6> kNth{"last", "1st", "2nd", "3rd", "4th", "5th"};
  return std::visit(
      Cases{
          [](const FixedDay& form) { return fmt::format("{} {}", word(form.month), static_cast<unsigned>(form.day)); },
          [&](const WeekdayOfMonth& form) {
            return fmt::format("{} {} {}", kNth.at(form.nth), word(form.weekday), word(form.month));
          },
          [](const EasterDay& form) {
            const std::string_view church = form.orthodox ? "orthodox easter" : "easter";
            return form.days_after == 0 ? std::string(church) : fmt::format("{} {:+}", church, form.days_after);
          },
          [](const WeekdayNear& form) {
            return fmt::format("{} {} {}", word(form.weekday), word(form.side), print(*form.day));
          },
          [](const ShiftedDay& form) {
            const int count = std::abs(form.days_after);
            return fmt::format("{} {} {}", count == 1 ? "day" : fmt::format("{} days", count),
                               form.days_after < 0 ? "before" : "after", print(*form.day));
          },
          [](const ListedDates& form) {
            std::string text;
            for (const Date& date : form.dates) {
              text += (text.empty() ? "" : " ") + iso_date(date);
            }
            return text;
          },
          [](const NamedDay& form) { return fmt::format("\"{}\"", form.name); }},
      rule.form);
}

std::string print(const KeptOn& kept) {
  switch (kept.kind) {
    case KeptOn::Kind::Itself: return {};
    case KeptOn::Kind::NearestWeekday: return std::string(word(kept.weekday));
    case KeptOn::Kind::NextWeekday: return fmt::format("next {}", word(kept.weekday));
    case KeptOn::Kind::PreviousWeekday: return fmt::format("previous {}", word(kept.weekday));
    case KeptOn::Kind::NextWorkingDay: return "next working day";
    case KeptOn::Kind::PreviousWorkingDay: return "previous working day";
  }
  TANDEM_CHECK(false);
}

std::string print(const std::vector<YearRange>& ranges) {
  std::string text;
  for (const YearRange range : ranges) {
    text +=
        range.first == range.last ? fmt::format(" {}", range.first) : fmt::format(" {}-{}", range.first, range.last);
  }
  return text;
}

std::string print(const YearFilter& years) {
  std::string text;
  if (years.every != 1) text += fmt::format(" every {} years from {}", years.every, years.between.first);
  if (years.every == 1 && years.between.first != 1) text += fmt::format(" since {}", years.between.first);
  if (years.between.last != 9999) text += fmt::format(" until {}", years.between.last);
  if (!years.only.empty()) text += " in" + print(years.only);
  if (!years.never.empty()) text += " not" + print(years.never);
  return text;
}

}  // namespace

sys_days weekday_near(sys_days day, weekday wanted, Side side) {
  const days ahead = wanted - weekday(day);  // 0 … 6
  const days behind = weekday(day) - wanted;
  switch (side) {
    case Side::Before: return day - (behind == days(0) ? days(7) : behind);
    case Side::OnOrBefore: return day - behind;
    case Side::Nearest: return ahead <= days(3) ? day + ahead : day - behind;
    case Side::OnOrAfter: return day + ahead;
    case Side::After: return day + (ahead == days(0) ? days(7) : ahead);
  }
  TANDEM_CHECK(false);
}

bool YearFilter::holds(year in_year) const {
  const int number = static_cast<int>(in_year);
  return between.first <= number && number <= between.last && (number - between.first) % every == 0 &&
         (only.empty() || contains(only, number)) && !contains(never, number);
}

void days_of(const HolidayRule& rule, year in_year, std::vector<sys_days>& out) {
  if (in_year < kFirstYear || in_year > kLastYear || !rule.years.holds(in_year)) return;
  const auto before = static_cast<std::ptrdiff_t>(out.size());
  append_days(rule.day, in_year, out);
  const auto left_out = [&](sys_days day) { return !rule.weekdays[weekday(day).iso_encoding() - 1]; };
  out.erase(std::remove_if(out.begin() + before, out.end(), left_out), out.end());
}

std::string print(const ObservedPolicy& policy) {
  std::string text;
  for (unsigned i = 0; i < 7; ++i) {
    const KeptOn& kept = policy.by_weekday[i];
    if (kept.kind == KeptOn::Kind::Itself) continue;
    if (!text.empty()) text += " and ";
    text += fmt::format("{} to ", word(weekday(i + 1)));
    text += print(kept);
  }
  if (text.empty()) return "never";
  return policy.instead ? text + " instead" : text;
}

std::string print(const HolidayRule& rule) {
  std::string text = print(rule.day) + print(rule.years);
  if (!rule.weekdays.all()) {
    text += " if";
    for (unsigned i = 0; i < 7; ++i) {
      if (rule.weekdays[i]) text += fmt::format(" {}", word(weekday(i + 1)));
    }
  }
  if (rule.observed) text += " observed " + print(*rule.observed);
  return text;
}

std::string too_far() {
  return fmt::format("a day lies at most {} days from the one it is counted from", kFarthestReach);
}

int reach(const DayRule& day) {
  constexpr int kWeek = 7;
  return std::visit(Cases{[](const EasterDay& form) { return std::abs(form.days_after); },
                          [](const WeekdayNear& form) { return kWeek + reach(*form.day); },
                          [](const ShiftedDay& form) { return std::abs(form.days_after) + reach(*form.day); },
                          [](const NamedDay& form) {
                            int most = 0;
                            if (form.rules == nullptr) return most;
                            for (const HolidayRule& rule : *form.rules) most = std::max(most, reach(rule.day));
                            return most;
                          },
                          [](const auto&) { return 0; }},
                    day.form);
}

const NamedDay* named_day(const DayRule& day) {
  if (const auto* near = std::get_if<WeekdayNear>(&day.form)) return named_day(*near->day);
  if (const auto* shifted = std::get_if<ShiftedDay>(&day.form)) return named_day(*shifted->day);
  return std::get_if<NamedDay>(&day.form);
}

DayRule with_named_day(const DayRule& day, std::shared_ptr<const std::vector<HolidayRule>> rules) {
  DayRule copy = day;
  if (auto* near = std::get_if<WeekdayNear>(&copy.form)) {
    near->day = std::make_shared<const DayRule>(with_named_day(*near->day, std::move(rules)));
  } else if (auto* shifted = std::get_if<ShiftedDay>(&copy.form)) {
    shifted->day = std::make_shared<const DayRule>(with_named_day(*shifted->day, std::move(rules)));
  } else if (auto* named = std::get_if<NamedDay>(&copy.form)) {
    named->rules = std::move(rules);
  }
  return copy;
}

}  // namespace tandem::calendar
