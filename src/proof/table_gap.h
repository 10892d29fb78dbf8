// What no rule of a table takes.
//
//   const TableGap gap = find_gap(table);
//   gap.boxes.empty();                        // whether the table is complete
//   find_uncovered(table, box, earlier_rules) // is the box covered by those rules? a point that is not
//
// Exact. The cost is that of a Subdivision.
#pragma once

#include <optional>
#include <vector>

#include "proof/table.h"
#include "proof/volume.h"

namespace tandem::proof {

struct TableGap {
  std::vector<Box> boxes{};  // disjoint; together all that no rule takes. Sorted by their smallest points
  Volume volume{};
};
[[nodiscard]] TableGap find_gap(const Table& table);

// A point of the region that none of the rules takes; stops at the first. REQUIRES: rules are ascending.
[[nodiscard]] std::optional<Point> find_uncovered(const Table& table, RegionView region,
                                                  std::span<const std::uint32_t> rules);

}  // namespace tandem::proof
