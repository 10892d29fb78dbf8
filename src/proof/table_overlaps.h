// Which rules of a table have points in common.
//
//   for (const RulePair& pair : overlapping_pairs(table)) …    // pair.first < pair.second, ascending
//
//   const OverlapIndex index(table);
//   index.find(7, with);                                       // all rules that overlap with it, as a set
//
// Exact: two products overlap when all their choices do. Works by whole sets of rules: a question takes
// O(rules × columns / 64) steps, so all pairs of 10,000 rules take some hundredths of a second.
#pragma once

#include <compare>
#include <cstdint>
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

// What rules choose, turned around: for a choice of a column the rules that have something of it. The table outlives
// it. Immutable; thread-safe. Memory: for each column O(rules × (classes of values + rules / 64)) bits.
class OverlapIndex {
 public:
  explicit OverlapIndex(const Table& table);

  // All rules that overlap with the rule, itself among them unless it takes nothing.
  void find(std::uint32_t rule, Bits& with) const;

 private:
  class Maker;
  // A column of numbers. Sets of the rules that begin first, and that end first, stand ready for every so many.
  struct Numbers {
    std::vector<std::uint32_t> by_begin{};  // rules
    std::vector<std::uint32_t> by_end{};
    std::vector<std::uint32_t> begun{};  // by class: so many begin before it
    std::vector<std::uint32_t> ended{};  // by class: so many end before it or at its beginning
    std::vector<Bits> first_begun{};
    std::vector<Bits> first_ended{};
  };
  // A column of values. Choices of many classes that rules have in common stand ready.
  struct Values {
    std::vector<Bits> with_class{};          // by class: rules
    std::vector<std::uint32_t> choice_of{};  // by rule: its place in with_choice, or one of the two below
    std::vector<Bits> with_choice{};         // rules
  };
  static constexpr std::uint32_t kEverything = 0xffff'ffff, kByClass = 0xffff'fffe;

  void narrow(const Numbers& numbers, ClassRange range, std::uint32_t classes, Bits& with) const;
  void narrow(const Values& values, std::size_t column, std::uint32_t rule, Bits& with) const;

  const Table& table_;
  Bits taking_something_;
  std::vector<Numbers> numbers_{};  // by column; empty where it is of the other kind
  std::vector<Values> values_{};
};

}  // namespace tandem::proof
