// What the rules of a table do when the first one that holds decides.
//
//   const auto uses = rule_uses(table, OverlapIndex(table), outputs, asked, differs_everywhere(table));
//   !uses[7].decides_at                    // unreachable: earlier rules always pre-empt it
//   uses[7].decides_at && !uses[7].needed_at   // redundant: what comes after it says the same
//
// Exact. A point of a region in which a rule decides is found by the cost of a Subdivision; most rules
// are settled by a short look at what they take, and one walk over the rest serves all others.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "proof/bits.h"
#include "proof/table.h"
#include "proof/table_overlaps.h"

namespace tandem::proof {

inline constexpr std::uint32_t kNoRule = 0xffff'ffff;

struct RuleUse {
  std::optional<Point> decides_at{};  // where it is the first that holds
  std::optional<Point> needed_at{};   // where without it something else would come out
};

// Where it makes a difference within `part`, whose first rule is `rule`, that `next` decides instead (kNoRule: none
// does); nothing where it makes none. Asked only when their outputs differ.
using Difference = std::function<std::optional<Point>(std::uint32_t rule, std::uint32_t next, RegionView part)>;
[[nodiscard]] Difference differs_everywhere(const Table& table);

// By rule; empty for rules that are not asked about. `outputs` has one for each rule: equal outputs never differ.
// REQUIRES: the index is of the table; outputs and asked have the size of the rules.
[[nodiscard]] std::vector<RuleUse> rule_uses(const Table& table, const OverlapIndex& overlaps,
                                             std::span<const std::uint32_t> outputs, const Bits& asked,
                                             const Difference& difference);

struct Decided {
  std::uint32_t rule = kNoRule;
  Point at{};
};

// Of the wanted rules one that is somewhere in the region the first of `rules` that holds: some, or the earliest.
// REQUIRES: rules are ascending.
enum class Wanted : std::uint8_t { Any, Earliest };
[[nodiscard]] std::optional<Decided> find_decided(const Table& table, RegionView region,
                                                  std::span<const std::uint32_t> rules, const Bits& wanted,
                                                  Wanted which);

}  // namespace tandem::proof
