// Which rules of a table have points in common.
//
//   for (const RulePair& pair : overlapping_pairs(table)) …    // pair.first < pair.second, ascending
//
// Exact: two products overlap when all their choices do. Works by whole sets of rules, O(rules² × columns / 64) and
// O(rules) memory beside the answer, so 10,000 rules take some hundredths of a second.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <vector>

#include "proof/bits.h"
#include "proof/table.h"

namespace tandem::proof {

struct RulePair {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  auto operator<=>(const RulePair&) const = default;
};

[[nodiscard]] std::vector<RulePair> overlapping_pairs(const Table& table);

// For each rule in ascending order, all rules that overlap with it, itself among them unless it takes nothing. The set
// is good during the call.
void for_each_overlap(const Table& table, const std::function<void(std::uint32_t rule, const Bits& with)>& visit);

}  // namespace tandem::proof
