#include "calendar/open_hours.h"

#include "base/check.h"
#include "calendar/holidays.h"

namespace tandem::calendar {

using base::Duration;
using base::Instant;
using base::Interval;
using Days = std::chrono::sys_days;

OpenHours::OpenHours(BusinessHours hours) : hours_(std::move(hours)) {
  TANDEM_ENSURE(std::ranges::all_of(hours_.holidays, [](const auto& set) { return set != nullptr; }));
}

bool OpenHours::is_closed_day(Date date) const {
  return std::ranges::binary_search(hours_.closed, date) ||
         std::ranges::any_of(hours_.holidays, [&](const auto& set) { return set->holiday(date).has_value(); });
}

std::vector<Interval> OpenHours::stretches(Interval part) const {
  std::vector<Interval> found;
  // A window reaches at most into the day after its own, and a clock set back at midnight shows a date again.
  const Days first = Days(hours_.zone.to_local(part.from).date) - std::chrono::days(2);
  const Days last = Days(hours_.zone.to_local(part.to).date) + std::chrono::days(1);
  for (Days day = first; day <= last; day += std::chrono::days(1)) {
    const auto& windows = hours_.windows[std::chrono::weekday(day).iso_encoding() - 1];
    const Date date(day);
    if (windows.empty() || is_closed_day(date)) continue;
    for (const DayWindow& window : windows) {
      const Instant from = std::max(hours_.zone.to_instant(date, window.from), part.from);
      const Instant to = std::min(hours_.zone.to_instant(date, window.to), part.to);
      if (from < to) found.push_back({from, to});
    }
  }
  std::ranges::sort(found);
  std::vector<Interval> merged;
  for (const Interval& each : found) {
    if (!merged.empty() && each.from <= merged.back().to) {
      merged.back().to = std::max(merged.back().to, each.to);
    } else {
      merged.push_back(each);
    }
  }
  return merged;
}

OpenTable::OpenTable(Instant origin, const std::vector<Interval>& stretches) : origin_(origin) {
  from_.reserve(stretches.size());
  to_.reserve(stretches.size());
  open_before_.reserve(stretches.size());
  const auto offset = [&](Instant at) { return static_cast<std::uint32_t>((at - origin_) / base::seconds(1)); };
  std::uint32_t sum = 0;
  for (const Interval& each : stretches) {
    from_.push_back(offset(each.from));
    to_.push_back(offset(each.to));
    open_before_.push_back(sum);
    sum += to_.back() - from_.back();
  }
}

std::size_t OpenTable::position_after(Instant at) const {
  // Edges are whole seconds, so an instant within a second lies on the same side of them as the second's beginning.
  const auto second = std::max<std::int64_t>(0, (at - origin_) / base::seconds(1));
  return static_cast<std::size_t>(
      std::ranges::upper_bound(to_, second, {}, [](std::uint32_t edge) { return std::int64_t{edge}; }) - to_.begin());
}

bool OpenTable::is_open(Instant at) const {
  const std::size_t i = position_after(at);
  return i < from_.size() && origin_ + base::seconds(from_[i]) <= at;
}

std::optional<Interval> OpenTable::first_ending_after(Instant at) const {
  const std::size_t i = position_after(at);
  if (i == from_.size()) return std::nullopt;
  return Interval{origin_ + base::seconds(from_[i]), origin_ + base::seconds(to_[i])};
}

Duration OpenTable::open_before(Instant at) const {
  if (from_.empty()) return Duration::zero();
  const std::size_t i = position_after(at);
  if (i == from_.size()) return base::seconds(open_before_.back()) + base::seconds(to_.back() - from_.back());
  const Duration within = at - (origin_ + base::seconds(from_[i]));
  return base::seconds(open_before_[i]) + std::max(within, Duration::zero());
}

Instant OpenTable::reaches(Duration amount) const {
  const auto after =
      std::ranges::lower_bound(open_before_, amount, {}, [](std::uint32_t s) { return base::seconds(s); });
  TANDEM_ENSURE(after != open_before_.begin());
  const auto i = static_cast<std::size_t>(after - open_before_.begin()) - 1;
  return origin_ + base::seconds(from_[i]) + (amount - base::seconds(open_before_[i]));
}

}  // namespace tandem::calendar
