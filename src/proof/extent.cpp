#include "proof/extent.h"

namespace tandem::proof {

using base::Interval;

std::vector<Interval> intervals_of(const Moments& moments, const Bits& kinds) {
  std::vector<Interval> out;
  for (const Stretch& stretch : moments.stretches()) {
    if (!kinds.has(stretch.kind)) continue;
    if (!out.empty() && out.back().to == stretch.during.from) {
      out.back().to = stretch.during.to;
    } else {
      out.push_back(stretch.during);
    }
  }
  return out;
}

Hours hours_of(const Moments& moments, const Bits& kinds) {
  Hours hours;
  const std::vector<Interval> intervals = intervals_of(moments, kinds);
  hours.stretches = intervals.size();
  for (const Interval& each : intervals) hours.total += each.to - each.from;
  if (!intervals.empty()) hours.first = intervals.front();
  return hours;
}

}  // namespace tandem::proof
