#include "app/interval_sets.h"

namespace tandem::app {

IntervalSet united(IntervalSet intervals) {
  std::erase_if(intervals, [](const base::Interval& each) { return each.to <= each.from; });
  std::ranges::sort(intervals);
  IntervalSet all;
  for (const base::Interval& each : intervals) {
    if (!all.empty() && each.from <= all.back().to) {
      all.back().to = std::max(all.back().to, each.to);
    } else {
      all.push_back(each);
    }
  }
  return all;
}

IntervalSet common(std::span<const base::Interval> a, std::span<const base::Interval> b) {
  IntervalSet both;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const base::Interval part{std::max(a[i].from, b[j].from), std::min(a[i].to, b[j].to)};
    if (part.from < part.to) both.push_back(part);
    a[i].to < b[j].to ? ++i : ++j;
  }
  return both;
}

IntervalSet without(std::span<const base::Interval> from, std::span<const base::Interval> what) {
  IntervalSet rest;
  std::size_t next = 0;
  for (const base::Interval& each : from) {
    base::Instant at = each.from;
    while (next < what.size() && what[next].to <= at) ++next;
    for (std::size_t i = next; i < what.size() && what[i].from < each.to; ++i) {
      if (at < what[i].from) rest.push_back({at, what[i].from});
      at = std::max(at, what[i].to);
    }
    if (at < each.to) rest.push_back({at, each.to});
  }
  return rest;
}

}  // namespace tandem::app
