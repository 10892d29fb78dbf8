#include "calendar/wall_clock.h"

#include "base/check.h"

namespace tandem::calendar {
WallClock::WallClock(base::Duration first_offset, std::vector<Change> changes)
    : rule_(std::make_shared<const Offsets>(first_offset, std::move(changes))) {
  TANDEM_ENSURE(std::ranges::is_sorted(std::get<1>(rule_)->changes, {}, &Change::at));
}

base::Instant WallClock::to_instant(const LocalTime& local) const {
  if (const Zone* zone = std::get_if<Zone>(&rule_)) return zone->to_instant(local.date, local.time_of_day);
  const Offsets& offsets = *std::get<1>(rule_);
  const base::Instant as_utc(local_moment(local));
  // No offset is greater than a day, so every stretch before this change ends earlier on its own clock as well.
  auto next = std::ranges::upper_bound(offsets.changes, as_utc - base::hours(48), {}, &Change::at);
  base::Duration offset = next == offsets.changes.begin() ? offsets.first : std::prev(next)->offset;
  base::Instant at = as_utc - offset;
  for (; next != offsets.changes.end() && at >= next->at; ++next) {
    offset = next->offset;
    at = std::max(next->at, as_utc - offset);
  }
  return at;
}

LocalTime WallClock::to_local(base::Instant at) const {
  if (const Zone* zone = std::get_if<Zone>(&rule_)) return zone->to_local(at);
  const Offsets& offsets = *std::get<1>(rule_);
  const auto next = std::ranges::upper_bound(offsets.changes, at, {}, &Change::at);
  const base::Duration offset = next == offsets.changes.begin() ? offsets.first : std::prev(next)->offset;
  return local_time(base::Duration(at.unix_us()) + offset);
}

}  // namespace tandem::calendar
