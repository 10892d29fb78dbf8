#include "proof/waiting.h"

#include <algorithm>

#include "policy/escalation.h"

namespace tandem::proof {

using base::Instant;
using policy::TargetTime;

std::optional<Instant> Waiting::ends(Instant opened) const {
  std::optional<Instant> at = opened;
  for (const TargetTime& time : times_) {
    if (at) at = policy::run_out(*spec_, *priority_, time, *at);
  }
  return at;
}

std::optional<Instant> Waiting::first_reaching(Instant at) const {
  for (const TargetTime& time : std::views::reverse(times_)) {
    const base::Duration length = base::minutes(time.minutes);
    if (time.unit == TargetTime::Unit::Real) {
      at = at - length;
      continue;
    }
    // It ends before `at` for an opening that leaves enough open time until the last microsecond before.
    const base::Duration step(1);
    const auto last_too_early = spec_->calendars[priority_->clock.value].open.before(at - step, {length});
    if (!last_too_early) return std::nullopt;
    at = *last_too_early + step;
  }
  return at;
}

bool Waiting::is_real() const {
  return std::ranges::all_of(times_, [](const TargetTime& time) { return time.unit == TargetTime::Unit::Real; });
}

std::vector<Instant> turning_points(std::span<const Waiting> waitings, std::span<const Instant> boundaries,
                                    base::Interval during) {
  std::vector<Instant> points = {during.from};
  const auto add = [&](std::optional<Instant> point) {
    if (point && during.contains(*point)) points.push_back(*point);
  };
  for (const Instant boundary : boundaries) add(boundary);
  for (Waiting waiting : waitings) {
    for (; !waiting.empty(); waiting = waiting.shorter()) {
      for (const Instant boundary : boundaries) add(waiting.first_reaching(boundary));
    }
  }
  std::ranges::sort(points);
  points.erase(std::unique(points.begin(), points.end()), points.end());
  return points;
}

}  // namespace tandem::proof
