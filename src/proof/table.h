// A decision table: columns, and rules that each take a choice of every column, in the order in which they are asked.
// It is compressed when it is made: values that no rule tells apart become one class, numbers between two bounds
// become one class, so that what follows costs by what the rules say and not by how large the domains are. The
// analyses are in table_gap.h, table_overlaps.h and first_match.h.
//
//   const Table table({Column::values(3), Column::numbers(0, 10'080)},
//                     {{Everything{}, Span{0, 480}}, {weekend, Span{480, 10'080}}});
//
// Numbers are whole; a choice is half-open. Real numbers with open and closed bounds fit in as well: number the bounds
// that occur in ascending order and write 2n for "from the n-th on" and 2n + 1 for "behind the n-th".
// Immutable; thread-safe. O(rules × columns × distinct choices of a column), memory O(rules × classes / 64).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "proof/bits.h"
#include "proof/volume.h"

namespace tandem::proof {

// Numbers from `from` on and below `to`.
struct Span {
  std::int64_t from = 0;
  std::int64_t to = 0;
  auto operator<=>(const Span&) const = default;
};

struct Everything {
  auto operator<=>(const Everything&) const = default;
};

// What a rule asks of a column: nothing, some of its values, some of its numbers. An empty choice never holds.
using Choice = std::variant<Everything, Bits, Span>;
using Box = std::vector<Choice>;          // by column: the product of its choices
using Point = std::vector<std::int64_t>;  // by column: the number, or the position of the value

struct Column {
  // A column of `count` values without an order: positions from 0.
  [[nodiscard]] static Column values(std::uint32_t count) { return {.count = count}; }
  // REQUIRES: from < to.
  [[nodiscard]] static Column numbers(std::int64_t from, std::int64_t to) { return {.range = Span{from, to}}; }

  std::uint32_t count = 0;
  std::optional<Span> range{};  // nothing: values
};

// A box in the classes of one Table: for each column a row of words. Only a Table reads it.
using Region = std::vector<std::uint64_t>;
using RegionView = std::span<const std::uint64_t>;

class Table {
 public:
  // REQUIRES: a box has a choice for each column and of its kind; Bits have the size of the column; no column is empty.
  // What a Span has outside its column's range is left out.
  Table(std::vector<Column> columns, std::span<const Box> rules);

  [[nodiscard]] std::size_t columns() const { return columns_.size(); }
  [[nodiscard]] std::uint32_t rules() const { return static_cast<std::uint32_t>(empty_.size()); }

  // Regions: everything, what a rule takes (nothing where that is empty), what two have in common.
  [[nodiscard]] Region whole() const;
  [[nodiscard]] std::optional<Region> region_of(std::uint32_t rule) const;
  [[nodiscard]] std::optional<Region> common(RegionView a, RegionView b) const;
  // The part of the region that has `value` in the column; nothing where it has none. REQUIRES: the column has it.
  [[nodiscard]] std::optional<Region> at_value(RegionView region, std::size_t column, std::int64_t value) const;
  // The class of the column that has the value. REQUIRES: the column has it.
  [[nodiscard]] std::uint32_t class_of(std::size_t column, std::int64_t value) const;
  [[nodiscard]] bool takes_something(std::uint32_t rule) const { return !empty_[rule]; }
  [[nodiscard]] bool overlap(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] bool is_within(std::uint32_t inner, std::uint32_t outer) const {
    return is_within(inner, outer, 0, columns());
  }
  // In the columns from the first to before the last.
  [[nodiscard]] bool is_within(std::uint32_t inner, std::uint32_t outer, std::size_t first, std::size_t last) const;

  [[nodiscard]] Volume volume(RegionView region) const;
  [[nodiscard]] Point first_point(RegionView region) const;  // the smallest value of each column
  // The region in the columns' own values.
  [[nodiscard]] Box box(RegionView region) const;
  // Whether the region has a value of the set in that column of values.
  [[nodiscard]] bool touches(RegionView region, std::size_t column, const Bits& values) const;
  // The values of the region in that column of values.
  [[nodiscard]] Bits values_of(RegionView region, std::size_t column) const;

  // For the analyses: the layout of regions and what they have in common with rules.
  struct Layout {
    std::uint32_t offset = 0;
    std::uint32_t words = 0;
    bool ordered = false;
  };
  [[nodiscard]] const Layout& layout(std::size_t column) const { return columns_[column].layout; }
  [[nodiscard]] std::uint32_t classes(std::size_t column) const { return columns_[column].count(); }
  [[nodiscard]] std::size_t stride() const { return stride_; }
  [[nodiscard]] const std::uint64_t* words_of(std::uint32_t rule) const { return &rules_[rule * stride_]; }

 private:
  struct Classes {
    Layout layout{};
    std::vector<std::int64_t> cuts{};                   // numbers: class i is from cuts[i] to cuts[i + 1]
    std::vector<std::uint32_t> class_of{};              // values: by value
    std::vector<std::vector<std::uint32_t>> members{};  // values: by class
    [[nodiscard]] std::uint32_t count() const {
      return static_cast<std::uint32_t>(layout.ordered ? cuts.size() - 1 : members.size());
    }
  };
  class Maker;
  // Of a column of values: the classes that the region has.
  template <class Visit>
  static void for_each_class(RegionView region, const Classes& classes, const Visit& visit);

  std::vector<Classes> columns_;
  std::size_t stride_ = 0;
  std::vector<std::uint64_t> rules_;  // by rule, then column: words
  std::vector<bool> empty_;           // by rule: takes nothing
};

// Part of a column of numbers in a region: classes from `from` on and below `to`, packed in a word.
struct ClassRange {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  [[nodiscard]] static ClassRange of(std::uint64_t word) {
    return {static_cast<std::uint32_t>(word >> 32), static_cast<std::uint32_t>(word)};
  }
  [[nodiscard]] std::uint64_t word() const { return (std::uint64_t{from} << 32) | to; }
};

// How a rule lies to a region in one column.
enum class Overlap : std::uint8_t { None, Part, All };
[[nodiscard]] inline Overlap overlap_of(const Table::Layout& layout, const std::uint64_t* rule,
                                        const std::uint64_t* region) {
  if (layout.ordered) {
    const ClassRange mine = ClassRange::of(*rule);
    const ClassRange its = ClassRange::of(*region);
    if (mine.from >= its.to || mine.to <= its.from) return Overlap::None;
    return mine.from <= its.from && mine.to >= its.to ? Overlap::All : Overlap::Part;
  }
  std::uint64_t common = 0;
  std::uint64_t missing = 0;
  for (std::uint32_t i = 0; i < layout.words; ++i) {
    common |= rule[i] & region[i];
    missing |= region[i] & ~rule[i];
  }
  if (common == 0) return Overlap::None;
  return missing == 0 ? Overlap::All : Overlap::Part;
}

}  // namespace tandem::proof
