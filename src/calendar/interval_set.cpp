#include "calendar/interval_set.h"

#include "calendar/merged.h"

namespace tandem::calendar {

using base::Duration;
using base::Instant;
using base::Interval;

IntervalSet::IntervalSet(Interval interval) {
  if (interval.from < interval.to) intervals_.push_back(interval);
}

IntervalSet::IntervalSet(std::vector<Interval> intervals) : intervals_(merged(std::move(intervals))) {}

bool IntervalSet::contains(Instant at) const {
  const auto after = std::ranges::upper_bound(intervals_, at, {}, &Interval::from);
  return after != intervals_.begin() && at < (after - 1)->to;
}

Duration IntervalSet::total() const {
  Duration sum{};
  for (const Interval& each : intervals_) sum += each.to - each.from;
  return sum;
}

IntervalSet IntervalSet::operator|(const IntervalSet& other) const {
  std::vector<Interval> both;
  both.reserve(intervals_.size() + other.intervals_.size());
  std::ranges::merge(intervals_, other.intervals_, std::back_inserter(both));
  return IntervalSet(std::move(both));
}

IntervalSet IntervalSet::operator&(const IntervalSet& other) const {
  IntervalSet common;
  auto a = intervals_.begin();
  auto b = other.intervals_.begin();
  while (a != intervals_.end() && b != other.intervals_.end()) {
    const Interval overlap{std::max(a->from, b->from), std::min(a->to, b->to)};
    if (overlap.from < overlap.to) common.intervals_.push_back(overlap);
    // What ends first cannot meet anything else.
    if (a->to < b->to) {
      ++a;
    } else {
      ++b;
    }
  }
  return common;
}

IntervalSet IntervalSet::operator-(const IntervalSet& other) const {
  IntervalSet left;
  auto cut = other.intervals_.begin();
  for (const Interval& each : intervals_) {
    Instant from = each.from;
    while (cut != other.intervals_.end() && cut->to <= from) ++cut;
    for (auto inside = cut; inside != other.intervals_.end() && inside->from < each.to; ++inside) {
      if (from < inside->from) left.intervals_.push_back({from, inside->from});
      from = inside->to;
      cut = inside;
    }
    if (from < each.to) left.intervals_.push_back({from, each.to});
  }
  return left;
}

IntervalSet IntervalSet::complement(Interval range) const {
  return IntervalSet(range) - *this;
}

}  // namespace tandem::calendar
