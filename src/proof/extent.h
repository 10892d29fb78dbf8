// Sets of kinds of moment laid back onto the line of time: when it is so, how long, how often.
//
//   const Bits closed = attendance.uncovered(soc);
//   hours_of(moments, closed).total;                       // in the whole horizon
//   for (const Interval& gap : intervals_of(moments, closed)) …
//
// Pure; O(stretches).
#pragma once

#include <vector>

#include "calendar/interval_set.h"
#include "proof/moments.h"

namespace tandem::proof {

// Sorted, disjoint, not touching.
[[nodiscard]] std::vector<base::Interval> intervals_of(const Moments& moments, const Bits& kinds);

// The instants of one fault that a set of kinds cannot tell: openings whose time runs out, or whose step comes, at an
// instant that is of a kind. Sorted, disjoint, not touching.
using Openings = calendar::IntervalSet;

struct Hours {
  base::Duration total{};
  std::size_t stretches = 0;  // without a break
  base::Interval first{};     // the first of them; REQUIRES: there is one
  bool operator==(const Hours&) const = default;
};
[[nodiscard]] Hours hours_of(const Moments& moments, const Bits& kinds);

// How much work a fault touches, and when.
struct Extent {
  std::vector<policy::CategoryIndex> categories{};  // ascending
  Hours hours{};
};

}  // namespace tandem::proof
