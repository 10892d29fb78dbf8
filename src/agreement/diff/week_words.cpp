#include "agreement/diff/week_words.h"

#include <algorithm>
#include <map>

#include "agreement/diff/field_words.h"
#include "agreement/diff/listing.h"

namespace tandem::agreement::diff {
namespace {

using Day = std::chrono::sys_days;
using Windows = std::vector<calendar::DayWindow>;

constexpr std::size_t kDatesTold = 3;
// What does not hold on more than one day of this many is not the usual week.
constexpr std::size_t kMostOthers = 4;

// Their windows by local date.
std::map<Day, Windows> by_date(std::span<const base::Interval> intervals, const calendar::Zone& zone) {
  std::map<Day, Windows> days;
  for (const base::Interval& each : intervals) {
    const calendar::LocalTime from = zone.to_local(each.from);
    const calendar::LocalTime to = zone.to_local(each.to);
    for (Day day(from.date); day <= Day(to.date); day += std::chrono::days(1)) {
      const base::Duration begins = day == Day(from.date) ? from.time_of_day : base::Duration{};
      const base::Duration ends = day == Day(to.date) ? to.time_of_day : base::hours(24);
      if (begins < ends) days[day].push_back({begins, ends});
    }
  }
  return days;
}

std::string dates(const std::map<Day, Windows>& days) {
  if (days.size() > kDatesTold) {
    return fmt::format("on {} days from {} to {}", days.size(), agreement::to_text(calendar::Date(days.begin()->first)),
                       agreement::to_text(calendar::Date(days.rbegin()->first)));
  }
  std::vector<std::string> told;
  for (const auto& [day, windows] : days) {
    const bool whole = windows.size() == 1 && windows.front() == calendar::DayWindow{base::hours(0), base::hours(24)};
    told.push_back(agreement::to_text(calendar::Date(day)) + (whole ? "" : " " + words(windows)));
  }
  return "on " + listing(told);
}

}  // namespace

std::string week_words(std::span<const base::Interval> intervals, base::Interval horizon, const calendar::Zone& zone) {
  const std::map<Day, Windows> days = by_date(intervals, zone);
  const Day first(zone.to_local(horizon.from).date);
  const Day last(zone.to_local(horizon.to - base::Duration(1)).date);
  const auto of = [&](Day day) {
    const auto found = days.find(day);
    return found == days.end() ? Windows{} : found->second;
  };
  const auto weekday = [](Day day) { return std::chrono::weekday(day).iso_encoding() - 1; };
  std::array<std::map<Windows, std::size_t>, 7> frequency;
  for (Day day = first; day <= last; day += std::chrono::days(1)) ++frequency[weekday(day)][of(day)];
  calendar::WeekWindows usual;
  for (std::size_t i = 0; i < usual.size(); ++i) {
    const auto most = std::ranges::max_element(frequency[i], {}, [](const auto& entry) { return entry.second; });
    if (most != frequency[i].end()) usual[i] = most->first;
  }
  const std::string pattern = words(usual);
  if (pattern.empty()) return dates(days);
  std::size_t count = 0;
  std::size_t others = 0;
  for (Day day = first; day <= last; day += std::chrono::days(1)) {
    ++count;
    if (of(day) != usual[weekday(day)]) ++others;
  }
  if (others * kMostOthers > count) return dates(days);
  if (others == 0) return pattern;
  return fmt::format("{}, with other hours on {} {}", pattern, others, others == 1 ? "day" : "days");
}

}  // namespace tandem::agreement::diff
