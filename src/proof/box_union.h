// Fewer boxes for the same points: boxes that differ in one column and fit together there become one, until none do.
//
//   join_boxes(boxes);     // disjoint before and after; sorted
//
// The result is what people would have written in most cases, not the smallest number possible. O(boxes × columns ×
// log boxes) a round, and rarely more than a few rounds.
#pragma once

#include <vector>

#include "proof/table.h"

namespace tandem::proof {

// REQUIRES: disjoint boxes of one table, each choice Bits or a Span.
void join_boxes(std::vector<Box>& boxes);

}  // namespace tandem::proof
