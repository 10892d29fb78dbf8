#include "calendar/rotation.h"

#include "base/check.h"

namespace tandem::calendar {
namespace {

using Days = std::chrono::sys_days;

// How many whole turns have begun since the first one, counted in local days.
std::int64_t turns_by_day(const Rotation& rotation, base::Instant at) {
  const auto start_of = [&](std::int64_t turn) {
    const auto day = Days(rotation.starts.date) + std::chrono::days(turn * rotation.turn_days);
    return rotation.zone.to_instant(Date(day), rotation.starts.time_of_day);
  };
  const auto days = (Days(rotation.zone.to_local(at).date) - Days(rotation.starts.date)).count();
  std::int64_t turn = days / rotation.turn_days;
  // The local date alone is off by one turn before the hour of the hand-over, and where clocks were set back over it.
  while (start_of(turn) > at) --turn;
  while (start_of(turn + 1) <= at) ++turn;
  return turn;
}

}  // namespace

std::optional<std::uint32_t> Rotation::on_duty(base::Instant at) const {
  TANDEM_ENSURE(people > 0);
  TANDEM_ENSURE(turn_hours > 0 || turn_days > 0);
  const base::Instant start = zone.to_instant(starts.date, starts.time_of_day);
  if (at < start) return std::nullopt;
  for (const Override& each : std::views::reverse(overrides)) {
    if (each.during.contains(at)) return each.person;
  }
  const std::int64_t turn = turn_hours > 0 ? (at - start) / base::hours(turn_hours) : turns_by_day(*this, at);
  return static_cast<std::uint32_t>(turn % people);
}

}  // namespace tandem::calendar
