#include "calendar/rotation_exceptions.h"

#include <algorithm>
#include <set>

namespace tandem::calendar {

using base::Instant;
using base::Interval;
using Step = Exceptions::Step;

namespace {

constexpr Instant kEarliest = Instant::from_unix_us(std::numeric_limits<std::int64_t>::min());
constexpr Instant kLatest = Instant::from_unix_us(std::numeric_limits<std::int64_t>::max());

enum class Kind : std::uint8_t { Override, Temporary, Shift, Swap };

struct Edge {
  Instant at;
  Kind kind = Kind::Override;
  bool begins = true;
  std::uint32_t position = 0;  // of a shift: among those of all temporary schedules
};

// Where each temporary schedule's shifts begin, counted over all of them.
std::vector<std::uint32_t> first_shifts(const RotationRule& rule) {
  std::vector<std::uint32_t> first{0};
  for (const TemporarySchedule& each : rule.temporary) {
    first.push_back(first.back() + static_cast<std::uint32_t>(each.shifts.size()));
  }
  return first;
}

std::vector<Edge> edges_of(const RotationRule& rule) {
  std::vector<Edge> edges;
  const auto add = [&](Kind kind, Interval during, std::uint32_t position) {
    if (during.from >= during.to) return;
    edges.push_back({during.from, kind, true, position});
    edges.push_back({during.to, kind, false, position});
  };
  std::uint32_t position = 0;
  for (const auto& each : rule.overrides) add(Kind::Override, each.during, position++);
  position = 0;
  for (const auto& each : rule.swaps) add(Kind::Swap, each.during, position++);
  position = 0;
  std::uint32_t shift = 0;
  for (const auto& each : rule.temporary) {
    add(Kind::Temporary, each.span, position++);
    for (const auto& one : each.shifts) {
      const Interval within{std::max(one.during.from, each.span.from), std::min(one.during.to, each.span.to)};
      add(Kind::Shift, within, shift++);
    }
  }
  std::ranges::sort(edges, {}, &Edge::at);
  return edges;
}

std::optional<std::uint32_t> last_of(const std::set<std::uint32_t>& positions) {
  return positions.empty() ? std::nullopt : std::optional(*positions.rbegin());
}

}  // namespace

Exceptions::Exceptions(const RotationRule& rule) {
  const std::vector<Edge> edges = edges_of(rule);
  const std::vector<std::uint32_t> first_shift = first_shifts(rule);
  std::array<std::set<std::uint32_t>, 4> holding;
  const auto& shifts = holding[static_cast<std::size_t>(Kind::Shift)];
  const auto& swaps = holding[static_cast<std::size_t>(Kind::Swap)];
  std::uint32_t swaps_begin = 0;  // of the list that the step before used
  bool swaps_changed = false;
  const auto add_step = [&](Interval during) {
    Step step{.during = during,
              .override_by = last_of(holding[static_cast<std::size_t>(Kind::Override)]),
              .temporary_by = last_of(holding[static_cast<std::size_t>(Kind::Temporary)])};
    if (step.temporary_by) {
      const auto found = shifts.lower_bound(first_shift[*step.temporary_by]);
      if (found != shifts.end() && *found < first_shift[*step.temporary_by + 1])
        step.shift = *found - first_shift[*step.temporary_by];
    }
    if (swaps_changed) {
      swaps_begin = static_cast<std::uint32_t>(swaps_.size());
      swaps_.insert(swaps_.end(), swaps.begin(), swaps.end());
      swaps_changed = false;
    }
    step.swaps_begin = swaps_begin;
    step.swaps_end = static_cast<std::uint32_t>(swaps_.size());
    steps_.push_back(step);
  };
  Instant from = kEarliest;
  for (const Edge& edge : edges) {
    if (from < edge.at) add_step({from, edge.at});
    from = edge.at;
    auto& positions = holding[static_cast<std::size_t>(edge.kind)];
    swaps_changed = swaps_changed || edge.kind == Kind::Swap;
    if (edge.begins) {
      positions.insert(edge.position);
    } else {
      positions.erase(edge.position);
    }
  }
  add_step({from, kLatest});
}

std::size_t Exceptions::position(Instant at) const {
  if (steps_.size() == 1) return 0;
  const auto next = std::ranges::upper_bound(steps_, at, {}, [](const Step& each) { return each.during.from; });
  return static_cast<std::size_t>(next - steps_.begin()) - 1;
}

void Exceptions::swap_each(Duty& duty, const Step& step, const RotationRule& rule) const {
  for (std::uint32_t i = step.swaps_begin; i < step.swaps_end; ++i) {
    const DutySwap& swap = rule.swaps[swaps_[i]];
    if (duty.person != swap.one && duty.person != swap.other) continue;
    duty = {duty.person == swap.one ? swap.other : swap.one, ShiftOrigin::Swap, swaps_[i]};
  }
}

}  // namespace tandem::calendar
