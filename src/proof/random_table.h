// Small random tables for property tests, whose every point can be looked at: rules collide, some are empty, some ask
// nothing. The same seed gives the same table.
#pragma once

#include <random>

#include "proof/table.h"

namespace tandem::proof {

class RandomTable {
 public:
  explicit RandomTable(std::uint32_t seed) : random_(seed) {
    const std::uint32_t column_count = 1 + below(4);
    for (std::uint32_t i = 0; i < column_count; ++i) {
      const auto from = static_cast<std::int64_t>(below(7)) - 3;
      columns.push_back(below(2) == 0 ? Column::values(1 + below(5)) : Column::numbers(from, from + 1 + below(9)));
    }
    const std::uint32_t wideness = below(4);
    for (std::uint32_t i = 0, n = below(14); i < n; ++i) {
      Box box;
      for (const Column& column : columns) box.push_back(choice(column, wideness));
      rules.push_back(std::move(box));
      outputs.push_back(below(3));
    }
  }

  // Every point, the last column fastest.
  [[nodiscard]] std::vector<Point> points() const {
    std::vector<Point> out{{}};
    for (const Column& column : columns) {
      const Span range = column.range.value_or(Span{0, column.count});
      std::vector<Point> longer;
      for (const Point& point : out) {
        for (std::int64_t value = range.from; value < range.to; ++value) {
          longer.push_back(point);
          longer.back().push_back(value);
        }
      }
      out = std::move(longer);
    }
    return out;
  }

  [[nodiscard]] static bool holds(const Box& box, const Point& point) {
    for (std::size_t i = 0; i < box.size(); ++i) {
      if (const auto* values = std::get_if<Bits>(&box[i])) {
        if (!values->has(static_cast<std::size_t>(point[i]))) return false;
      } else if (const auto* span = std::get_if<Span>(&box[i])) {
        if (point[i] < span->from || point[i] >= span->to) return false;
      }
    }
    return true;
  }

  std::vector<Column> columns{};
  std::vector<Box> rules{};
  std::vector<std::uint32_t> outputs{};

 private:
  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }

  Choice choice(const Column& column, std::uint32_t wideness) {
    if (below(4) < wideness) return Everything{};
    if (!column.range) {
      Bits values(column.count);
      for (std::uint32_t i = 0; i < column.count; ++i) {
        if (below(5) <= wideness) values.add(i);
      }
      return values;
    }
    const auto length = static_cast<std::uint32_t>(column.range->to - column.range->from);
    const std::int64_t from = column.range->from + below(length);
    return Span{from, from + below(length + 2)};  // may be empty, may go beyond the end
  }

  std::mt19937 random_;
};

}  // namespace tandem::proof
