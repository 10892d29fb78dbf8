// Stretches that overlap or touch made one, whatever they are counted in. Private to calendar/.
//
//   merged(std::vector<base::Interval>{{a, c}, {b, d}});      // {a, d}, where b <= c
#pragma once

#include <algorithm>
#include <vector>

namespace tandem::calendar {

// A Stretch has `from` and `to`, and is ordered by them. Empty ones and those that end before they begin are left out.
// Sorted, disjoint and not touching. O(n log n) unless they are sorted.
template <class Stretch>
[[nodiscard]] std::vector<Stretch> merged(std::vector<Stretch> stretches) {
  if (!std::ranges::is_sorted(stretches)) std::ranges::sort(stretches);
  std::size_t kept = 0;
  for (const Stretch& each : stretches) {
    if (each.from >= each.to) continue;
    if (kept > 0 && each.from <= stretches[kept - 1].to) {
      stretches[kept - 1].to = std::max(stretches[kept - 1].to, each.to);
    } else {
      stretches[kept++] = each;
    }
  }
  stretches.erase(stretches.begin() + static_cast<std::ptrdiff_t>(kept), stretches.end());
  return stretches;
}

}  // namespace tandem::calendar
