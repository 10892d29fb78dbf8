#include "proof/table_overlaps.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace tandem::proof {
namespace {

constexpr std::uint32_t kBlock = 512;  // rules looked at together

// For the rules of a block, narrows down which others overlap with them, one column after the other.
class Block {
 public:
  Block(const Table& table, std::uint32_t from, std::uint32_t to) : table_(table), from_(from), to_(to) {
    for (std::uint32_t rule = from; rule < to; ++rule) {
      rows_.push_back(table.region_of(rule) ? Bits::full(table.rules()) : Bits(table.rules()));
    }
  }

  // Others that begin before it ends and end behind its beginning.
  void narrow_numbers(std::size_t column, std::span<const std::uint32_t> by_begin,
                      std::span<const std::uint32_t> by_end) {
    std::vector<std::uint32_t> block(to_ - from_);
    std::iota(block.begin(), block.end(), from_);
    Bits begun(table_.rules());
    std::ranges::sort(block, {}, [&](std::uint32_t rule) { return range(column, rule).to; });
    for (std::size_t next = 0; const std::uint32_t rule : block) {
      while (next < by_begin.size() && range(column, by_begin[next]).from < range(column, rule).to) {
        begun.add(by_begin[next++]);
      }
      rows_[rule - from_] &= begun;
    }
    Bits ended(table_.rules());
    std::ranges::sort(block, {}, [&](std::uint32_t rule) { return range(column, rule).from; });
    for (std::size_t next = 0; const std::uint32_t rule : block) {
      while (next < by_end.size() && range(column, by_end[next]).to <= range(column, rule).from) {
        ended.add(by_end[next++]);
      }
      rows_[rule - from_] -= ended;
    }
  }

  // Others that have one of its values. `with_class` are the rules by class.
  void narrow_values(std::size_t column, std::span<const Bits> with_class) {
    const Table::Layout& layout = table_.layout(column);
    std::unordered_map<Bits, Bits, BitsHash> by_choice;  // rules often choose alike
    for (std::uint32_t rule = from_; rule < to_; ++rule) {
      Bits chosen(with_class.size());
      const std::uint64_t* words = table_.words_of(rule) + layout.offset;
      for (std::size_t of = 0; of < with_class.size(); ++of) {
        if ((words[of / 64] >> (of % 64) & 1) != 0) chosen.add(of);
      }
      if (chosen.count() == with_class.size()) continue;
      auto [found, is_new] = by_choice.try_emplace(chosen, table_.rules());
      if (is_new) {
        for (const std::uint32_t of : chosen) found->second |= with_class[of];
      }
      rows_[rule - from_] &= found->second;
    }
  }

  [[nodiscard]] const Bits& row(std::uint32_t rule) const { return rows_[rule - from_]; }

 private:
  [[nodiscard]] ClassRange range(std::size_t column, std::uint32_t rule) const {
    return ClassRange::of(table_.words_of(rule)[table_.layout(column).offset]);
  }

  const Table& table_;
  std::uint32_t from_;
  std::uint32_t to_;
  std::vector<Bits> rows_;
};

// What every block asks of a column.
struct ColumnOrder {
  std::vector<std::uint32_t> by_begin{};  // numbers: rules in the order of their beginnings, and of their ends
  std::vector<std::uint32_t> by_end{};
  std::vector<Bits> with_class{};  // values: rules by class
};

ColumnOrder order_of(const Table& table, std::size_t column) {
  const Table::Layout& layout = table.layout(column);
  ColumnOrder order;
  const auto word = [&](std::uint32_t rule, std::size_t i) { return table.words_of(rule)[layout.offset + i]; };
  if (layout.ordered) {
    order.by_begin.resize(table.rules());
    std::iota(order.by_begin.begin(), order.by_begin.end(), std::uint32_t{0});
    order.by_end = order.by_begin;
    std::ranges::sort(order.by_begin, {}, [&](std::uint32_t rule) { return ClassRange::of(word(rule, 0)).from; });
    std::ranges::sort(order.by_end, {}, [&](std::uint32_t rule) { return ClassRange::of(word(rule, 0)).to; });
    return order;
  }
  order.with_class.assign(table.classes(column), Bits(table.rules()));
  for (std::uint32_t rule = 0; rule < table.rules(); ++rule) {
    for (std::size_t i = 0; i < layout.words; ++i) {
      for (std::uint64_t rest = word(rule, i); rest != 0; rest &= rest - 1) {
        order.with_class[i * 64 + static_cast<std::size_t>(std::countr_zero(rest))].add(rule);
      }
    }
  }
  return order;
}

}  // namespace

void for_each_overlap(const Table& table, const std::function<void(std::uint32_t, const Bits&)>& visit) {
  std::vector<ColumnOrder> orders;
  for (std::size_t column = 0; column < table.columns(); ++column) orders.push_back(order_of(table, column));
  Bits taking_something(table.rules());
  for (std::uint32_t rule = 0; rule < table.rules(); ++rule) {
    if (table.region_of(rule)) taking_something.add(rule);
  }
  for (std::uint32_t from = 0; from < table.rules(); from += kBlock) {
    const std::uint32_t to = std::min(table.rules(), from + kBlock);
    Block block(table, from, to);
    for (std::size_t column = 0; column < table.columns(); ++column) {
      const ColumnOrder& order = orders[column];
      if (table.layout(column).ordered) {
        block.narrow_numbers(column, order.by_begin, order.by_end);
      } else {
        block.narrow_values(column, order.with_class);
      }
    }
    for (std::uint32_t rule = from; rule < to; ++rule) {
      visit(rule, block.row(rule) & taking_something);
    }
  }
}

std::vector<RulePair> overlapping_pairs(const Table& table) {
  std::vector<RulePair> pairs;
  for_each_overlap(table, [&](std::uint32_t rule, const Bits& with) {
    for (std::size_t other = with.next(rule + 1); other < with.size(); other = with.next(other + 1)) {
      pairs.push_back({rule, static_cast<std::uint32_t>(other)});
    }
  });
  return pairs;
}

}  // namespace tandem::proof
