// Disjoint boxes made to read like something that people would have written, for the same points: boxes that differ in
// one column and fit together there become one, and where two boxes make an L, the earlier column tells them apart.
//
//   join_boxes(boxes);     // disjoint before and after; sorted
//
// It need not be the smallest number possible. O(boxes × columns × log boxes) a round, rarely more than a few rounds;
// the look for Ls takes boxes² × columns and is left out beyond kMostTurned boxes.
#pragma once

#include <vector>

#include "proof/table.h"

namespace tandem::proof {

inline constexpr std::size_t kMostTurned = 500;

// REQUIRES: disjoint boxes of one table, each choice Bits or a Span.
void join_boxes(std::vector<Box>& boxes);

}  // namespace tandem::proof
