#include <fmt/format.h>

#include "agreement/limits.h"
#include "agreement/sections.h"

namespace tandem::agreement {
namespace {

// Reports where two windows of one day have time in common.
void check_overlap(Binder& binder, std::span<const Located<calendar::DayWindow>> windows) {
  std::vector<std::size_t> order(windows.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return windows[i].value.from; });
  std::size_t longest = 0;  // of those that begin no later, the position of the one that ends last
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (windows[order[longest]].value.to > windows[order[i]].value.from) {
      const auto& [earlier, later] =
          std::minmax(windows[order[longest]], windows[order[i]], [](auto& a, auto& b) { return a.at < b.at; });
      binder.findings
          .add(diag::Kind::BadValue, later.at,
               fmt::format("`{}` overlaps `{}`", to_text(later.value), to_text(earlier.value)))
          .note(earlier.at, "the other window is this");
    }
    if (windows[order[i]].value.to > windows[order[longest]].value.to) longest = i;
  }
}

bool read_window(Binder& binder, const yaml::Node& node, Located<calendar::DayWindow>& out) {
  out.at = node.range;
  return read_parsed(binder, node, out.value, parse_window, kWindowForm);
}

// Remembers which dates have been named; reports those that are named again.
class NamedDates {
 public:
  explicit NamedDates(Binder& binder) : binder_(binder) {}

  void add(const Located<DaySpan>& days) {
    const auto after = spans_.upper_bound(days.value.last);
    if (after != spans_.begin()) {
      const Located<DaySpan>& before = std::prev(after)->second;
      if (before.value.last >= days.value.first) {
        const auto date = std::max(before.value.first, days.value.first);
        binder_.findings.add(diag::Kind::DuplicateKey, days.at, fmt::format("{} has its hours twice", to_text(date)))
            .note(before.at, "it has them here first");
        return;
      }
    }
    spans_.emplace(days.value.first, days);
  }

 private:
  Binder& binder_;
  std::map<calendar::Date, Located<DaySpan>> spans_;  // by the first day; no two of them have a day in common
};

}  // namespace

bool read_windows(Binder& binder, const yaml::Node& node, std::vector<calendar::DayWindow>& out) {
  std::vector<Located<calendar::DayWindow>> windows;
  const bool good = read_one_or_more<read_window>(binder, node, windows);
  if (windows.size() > kDayWindows) {
    binder.findings.add(
        diag::Kind::TooLarge, node.range,
        fmt::format("`{}` has {} hours: a day has at most {}", binder.key, windows.size(), kDayWindows));
    return false;
  }
  check_overlap(binder, windows);
  for (const auto& window : windows) out.push_back(window.value);
  return good;
}

bool read_dated_hours(Binder& binder, const yaml::Node& node, std::vector<DatedHours>& out) {
  const yaml::Map* map = node.map();
  if (map == nullptr) {
    binder.wrong_type(node, "a map of dates and their hours");
    return false;
  }
  bool good = true;
  NamedDates named(binder);
  const std::string outer = binder.key;
  for (const yaml::Entry& entry : map->entries) {
    binder.key = entry.key;
    DatedHours hours{.days = {{}, entry.key_range}, .windows = {}};
    const bool is_dated = read_day_span(binder, entry.key, entry.key_range, hours.days.value);
    const bool has_hours = read_windows(binder, entry.value, hours.windows);
    if (is_dated) named.add(hours.days);
    if (is_dated && has_hours && hours.windows.empty()) {
      binder.findings.add(diag::Kind::BadValue, entry.value.range, fmt::format("`{}` names no hours", entry.key))
          .suggest("write them, such as `\"09:00-13:00\"`");
    }
    good = good && is_dated && has_hours;
    out.push_back(std::move(hours));
  }
  binder.key = outer;
  return good;
}

bool WeekReader::is_day(std::string_view key) {
  return parse_weekdays(key).has_value();
}

bool WeekReader::read(const yaml::Entry& entry) {
  const auto days = parse_weekdays(entry.key);
  if (!days) return true;
  const std::string outer = std::exchange(binder_.key, entry.key);
  std::vector<calendar::DayWindow> windows;
  const bool good = read_windows(binder_, entry.value, windows);
  binder_.key = outer;
  for (const std::uint8_t day : *days) {
    if (taken_[day]) {
      binder_.findings
          .add(diag::Kind::DuplicateKey, entry.key_range, fmt::format("`{}` has its hours twice", weekday_name(day)))
          .note(*taken_[day], "it has them here first");
      return false;
    }
    taken_[day] = entry.key_range;
    if (good) out_[day] = windows;
  }
  return good;
}

}  // namespace tandem::agreement
