#include "cli/calendar_month_frame.h"

#include <algorithm>

#include "base/check.h"
#include "cli/local_text.h"
#include "diag/visible.h"

namespace tandem::cli {

using calendar::Date;
using std::chrono::days;
using std::chrono::sys_days;

namespace {

constexpr std::size_t kPictureColumns = kPictureMargin + 7 * kDayColumns;

// Monday is 0.
std::size_t position_in_week(Date date) {
  return std::chrono::weekday{sys_days(date)}.iso_encoding() - 1;
}

// ISO 8601: the week of the year in which its Thursday lies.
unsigned iso_week(Date date) {
  const sys_days thursday = sys_days(date) + days(3 - static_cast<int>(position_in_week(date)));
  const sys_days january(Date(thursday).year() / 1 / 1);
  return static_cast<unsigned>((thursday - january).count()) / 7 + 1;
}

}  // namespace

MonthFrame::MonthFrame(calendar::Zone zone, std::chrono::year_month month) : zone_(zone), month_(month) {
  TANDEM_ENSURE(month.ok());
  const sys_days end(Date((month + std::chrono::months(1)) / 1));
  Week week{};
  for (sys_days day(Date(month / 1)); day < end; day += std::chrono::days(1)) {
    const std::size_t position = position_in_week(Date(day));
    week[position] = Date(day);
    if (position == 6 || day + std::chrono::days(1) == end) {
      weeks_.push_back(week);
      week = {};
    }
  }
}

std::vector<Date> MonthFrame::days() const {
  std::vector<Date> all;
  for (const Week& week : weeks_) {
    for (const auto& date : week) {
      if (date) all.push_back(*date);
    }
  }
  return all;
}

base::Interval MonthFrame::whole() const {
  return {zone_.to_instant(month_ / 1, {}), zone_.to_instant((month_ + std::chrono::months(1)) / 1, {})};
}

base::Interval MonthFrame::day(Date date) const {
  return {zone_.to_instant(date, {}), zone_.to_instant(date, base::hours(24))};
}

base::Interval MonthFrame::part(Date date, std::size_t index, std::size_t count) const {
  TANDEM_ENSURE(index < count);
  const base::Interval whole_day = day(date);
  const base::Duration length = whole_day.to - whole_day.from;
  const auto edge = [&](std::size_t i) {
    return whole_day.from + length * static_cast<std::int64_t>(i) / static_cast<std::int64_t>(count);
  };
  return {edge(index), edge(index + 1)};
}

std::string MonthFrame::title(std::string_view subject, const Palette& palette) const {
  const std::string name = month_text(month_);
  const std::string_view zone_name = zone_.name();
  const std::size_t middle = (kPictureColumns - name.size()) / 2;
  const std::string left = shortened(diag::visible(subject), middle - 2);
  TextLine line;
  line.put(0, left, Ink::Strong);
  line.put(middle, name, Ink::Strong);
  line.put(kPictureColumns - zone_name.size(), zone_name, Ink::Faint);
  return line.text(palette);
}

std::string MonthFrame::weekdays(const Palette& palette) {
  constexpr std::array<std::string_view, 7> kNames{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  TextLine line;
  for (std::size_t i = 0; i < kNames.size(); ++i) line.put(kPictureMargin + i * kDayColumns, kNames[i], Ink::Faint);
  return line.text(palette);
}

std::string week_text(Date date) {
  return fmt::format("W{:02}", iso_week(date));
}

std::string week_text(const MonthFrame::Week& week) {
  const auto first = std::ranges::find_if(week, [](const auto& date) { return date.has_value(); });
  TANDEM_ENSURE(first != week.end());
  return week_text(**first);
}

std::string month_text(std::chrono::year_month month) {
  constexpr std::array<std::string_view, 12> kNames{"January",   "February", "March",    "April",
                                                    "May",       "June",     "July",     "August",
                                                    "September", "October",  "November", "December"};
  return fmt::format("{} {:04}", kNames[static_cast<unsigned>(month.month()) - 1], static_cast<int>(month.year()));
}

base::Duration covered(const std::vector<base::Interval>& stretches, base::Interval part) {
  base::Duration sum{};
  auto at = std::ranges::upper_bound(stretches, part.from, {}, &base::Interval::to);
  for (; at != stretches.end() && at->from < part.to; ++at) {
    sum += std::min(at->to, part.to) - std::max(at->from, part.from);
  }
  return sum;
}

std::optional<std::string> clock_change(Date date, const calendar::Zone& zone) {
  const base::Duration length = zone.to_instant(date, base::hours(24)) - zone.to_instant(date, {});
  if (length == base::hours(24)) return std::nullopt;
  if (length < base::hours(24)) return fmt::format("clocks go forward {}", length_text(base::hours(24) - length));
  return fmt::format("clocks go back {}", length_text(length - base::hours(24)));
}

}  // namespace tandem::cli
