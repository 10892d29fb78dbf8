#include "calendar/recurrence_days.h"

namespace tandem::calendar {
namespace {

using std::chrono::sys_days;

using std::chrono::days;

bool contains(const std::vector<int>& values, int value) {
  return std::ranges::binary_search(values, value);
}

// Whether a list holds the position `at` of `size`, counted from 1, or from -1 at the end.
bool holds_position(const std::vector<int>& values, int at, int size) {
  return contains(values, at) || contains(values, at - size - 1);
}

sys_days first_of_year(std::chrono::year year) {
  return sys_days(year / 1 / 1);
}

int day_count(sys_days from, sys_days to) {
  return static_cast<int>((to - from).count());
}

int length(std::chrono::year_month month) {
  return static_cast<int>(static_cast<unsigned>((month / std::chrono::last).day()));
}

// A stretch of days in which weekdays are numbered.
struct Span {
  sys_days first;
  int size;
};

bool weekday_matches(const std::vector<NthWeekday>& wanted, sys_days day, const Span& span) {
  const std::chrono::weekday weekday(day);
  return std::ranges::any_of(wanted, [&](const NthWeekday& each) {
    if (each.weekday != weekday) return false;
    if (each.nth == 0) return true;
    const int before = day_count(span.first, day);
    return each.nth > 0 ? before / 7 + 1 == each.nth : (span.size - 1 - before) / 7 + 1 == -each.nth;
  });
}

// The first day of week 1: the week with at least four days in the year (ISO 8601, with any first weekday).
sys_days first_week(std::chrono::year year, std::chrono::weekday week_start) {
  const sys_days fourth = first_of_year(year) + days(3);
  return fourth - (std::chrono::weekday(fourth) - week_start);
}

bool week_matches(const RecurrenceRule& rule, sys_days day) {
  const std::chrono::year in = Date(day).year();
  std::chrono::year of = in;
  if (day < first_week(in, rule.week_start)) of = in - std::chrono::years(1);
  if (day >= first_week(in + std::chrono::years(1), rule.week_start)) of = in + std::chrono::years(1);
  const sys_days first = first_week(of, rule.week_start);
  const int weeks = day_count(first, first_week(of + std::chrono::years(1), rule.week_start)) / 7;
  return holds_position(rule.by_week, day_count(first, day) / 7 + 1, weeks);
}

bool month_day_matches(const RecurrenceRule& rule, Date date) {
  return holds_position(rule.by_month_day, static_cast<int>(static_cast<unsigned>(date.day())),
                        length(date.year() / date.month()));
}

// The days that BYMONTHDAY, or the start's day, means in a month, with those that do not exist moved or left out.
std::vector<sys_days> month_days(const RecurrenceRule& rule, Date start, std::chrono::year_month month) {
  const sys_days first(month / 1);
  const int size = length(month);
  std::vector<sys_days> out;
  const auto add = [&](int wanted) {
    const int number = wanted > 0 ? wanted : size + 1 + wanted;
    if (number < 1) return;
    if (number > size && rule.skip == RecurrenceRule::Skip::Omit) return;
    const int last = rule.skip == RecurrenceRule::Skip::Forward ? size + 1 : size;
    out.push_back(first + days(std::min(number, last) - 1));
  };
  if (rule.by_month_day.empty()) {
    add(static_cast<int>(static_cast<unsigned>(start.day())));
  } else {
    for (const int each : rule.by_month_day) add(each);
  }
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

// Yearly rules that pick by the day or week of the year, or number weekdays within the year.
void append_year_day_by_day(const RecurrenceRule& rule, Date start, std::chrono::year year,
                            std::vector<sys_days>& out) {
  const Span whole{first_of_year(year), day_count(first_of_year(year), first_of_year(year + std::chrono::years(1)))};
  const bool weekday_of_start =
      !rule.by_week.empty() && rule.by_day.empty() && rule.by_month_day.empty() && rule.by_year_day.empty();
  for (int i = 0; i < whole.size; ++i) {
    const sys_days day = whole.first + days(i);
    const Date date(day);
    const std::chrono::year_month month = date.year() / date.month();
    const Span span = rule.by_month.empty() ? whole : Span{sys_days(month / 1), length(month)};
    if (!rule.by_month.empty() && !contains(rule.by_month, static_cast<int>(static_cast<unsigned>(date.month())))) {
      continue;
    }
    if (!rule.by_year_day.empty() && !holds_position(rule.by_year_day, i + 1, whole.size)) continue;
    if (!rule.by_month_day.empty() && !month_day_matches(rule, date)) continue;
    if (!rule.by_day.empty() && !weekday_matches(rule.by_day, day, span)) continue;
    if (!rule.by_week.empty() && !week_matches(rule, day)) continue;
    if (weekday_of_start && std::chrono::weekday(day) != std::chrono::weekday(sys_days(start))) continue;
    out.push_back(day);
  }
}

}  // namespace

bool day_matches(const RecurrenceRule& rule, sys_days day) {
  const Date date(day);
  if (!rule.by_month.empty() && !contains(rule.by_month, static_cast<int>(static_cast<unsigned>(date.month())))) {
    return false;
  }
  if (!rule.by_month_day.empty() && !month_day_matches(rule, date)) return false;
  if (!rule.by_year_day.empty()) {
    const sys_days first = first_of_year(date.year());
    const int size = day_count(first, first_of_year(date.year() + std::chrono::years(1)));
    if (!holds_position(rule.by_year_day, day_count(first, day) + 1, size)) return false;
  }
  return rule.by_day.empty() || weekday_matches(rule.by_day, day, Span{day, 1});
}

void append_month(const RecurrenceRule& rule, Date start, std::chrono::year_month month,
                  std::vector<sys_days>& days_out) {
  const Span span{sys_days(month / 1), length(month)};
  const bool by_weekday_alone = rule.by_month_day.empty() && !rule.by_day.empty();
  if (by_weekday_alone) {
    for (int i = 0; i < span.size; ++i) {
      const sys_days day = span.first + days(i);
      if (weekday_matches(rule.by_day, day, span)) days_out.push_back(day);
    }
    return;
  }
  for (const sys_days day : month_days(rule, start, month)) {
    if (rule.by_day.empty() || weekday_matches(rule.by_day, day, span)) days_out.push_back(day);
  }
}

void append_year(const RecurrenceRule& rule, Date start, std::chrono::year year, std::vector<sys_days>& days_out) {
  const bool numbered = std::ranges::any_of(rule.by_day, [](const NthWeekday& day) { return day.nth != 0; });
  if (!rule.by_year_day.empty() || !rule.by_week.empty() || (numbered && rule.by_month.empty())) {
    return append_year_day_by_day(rule, start, year, days_out);
  }
  const bool every_month = rule.by_month.empty() && (!rule.by_month_day.empty() || !rule.by_day.empty());
  for (unsigned month = 1; month <= 12; ++month) {
    const bool wanted = rule.by_month.empty() ? every_month || std::chrono::month(month) == start.month()
                                              : contains(rule.by_month, static_cast<int>(month));
    if (wanted) append_month(rule, start, year / std::chrono::month(month), days_out);
  }
  // A day moved forward may be one that the following month has as well.
  days_out.erase(std::ranges::unique(days_out).begin(), days_out.end());
}

}  // namespace tandem::calendar
