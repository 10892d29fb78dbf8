// A temporary schedule: stints that take the place of a rotation's turns for a while ("the week of the fair"), and what
// can be done with such schedules.
//
//   TemporarySchedule fair{.span = week, .stints = {{mei, monday}, {otto, tuesday}}};
//   fair = *trimmed(fair, {week.from, thursday});      // it ends earlier
//
// Within its span it replaces the turns, gaps included: where no stint is, nobody is on duty. Stints may overlap: then
// the one listed first has the duty and the others stand behind it in the order of the list. Plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/time.h"

namespace tandem::calendar {

struct TemporarySchedule {
  struct Stint {
    std::uint32_t person = 0;
    base::Interval during;
    auto operator<=>(const Stint&) const = default;
  };
  base::Interval span;
  std::vector<Stint> stints{};  // what lies outside of the span does not count
  auto operator<=>(const TemporarySchedule&) const = default;
};

// What is left of it within `window`: its span and its stints cut at the edges, stints that lie outside left out.
// Nothing when no moment of the span is left. O(stints).
[[nodiscard]] std::optional<TemporarySchedule> trimmed(TemporarySchedule schedule, base::Interval window);

// The same schedules with those that overlap or touch made one: sorted by their spans, each stint cut to its span,
// stints of one person that overlap or touch made one and sorted by their beginning. O(n log n).
[[nodiscard]] std::vector<TemporarySchedule> merged(std::vector<TemporarySchedule> schedules);

}  // namespace tandem::calendar
