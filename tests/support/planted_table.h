// Large decision tables of the make of ../shared/data/dmn/scale_tables.json: the space of a help desk's work cut into
// as many boxes as there are to be rules, which is complete and free of overlaps, and faults planted in some of them.
// The same seed gives the same table.
//
//   const PlantedTable planted({.rules = 1492, .columns = 7, .faults = 40, .seed = 1});
//   proof::Table(planted.columns, planted.rules);
#pragma once

#include <random>

#include "proof/table.h"

namespace tandem::proof {

class PlantedTable {
 public:
  struct Make {
    std::uint32_t rules = 499;
    std::uint32_t columns = 7;  // 3, 5 or 7
    std::uint32_t faults = 0;   // so many rules lose a part, and so many take one from others
    std::uint32_t seed = 1;
  };

  explicit PlantedTable(const Make& make) : random_(make.seed), columns(columns_of(make.columns)) {
    Box whole;
    for (const Column& column : columns) whole.push_back(everything(column));
    std::vector<Box> parts{whole};
    // The next to be cut is one of the first half in the order of making, so that sizes vary.
    for (std::size_t next = 0; parts.size() < make.rules; next = (next + 1 + below(7)) % parts.size()) {
      cut(parts, next);
    }
    std::ranges::shuffle(parts, random_);
    rules = std::move(parts);
    for (std::uint32_t i = 0; i < make.faults; ++i) change(rules[below(make.rules)], /*grow=*/false);
    for (std::uint32_t i = 0; i < make.faults; ++i) change(rules[below(make.rules)], /*grow=*/true);
    for (std::uint32_t i = 0; i < make.rules; ++i) owners.push_back(below(8));
  }

 private:
  std::mt19937 random_;

 public:
  std::vector<Column> columns;
  std::vector<Box> rules{};
  std::vector<std::uint32_t> owners{};

 private:
  std::uint32_t below(std::size_t n) { return static_cast<std::uint32_t>(random_() % n); }

  static std::vector<Column> columns_of(std::uint32_t count) {
    const Column category = Column::values(20);
    const Column minute = Column::numbers(0, 10'080);
    const Column urgency = Column::numbers(1, 6);
    const Column location = Column::values(12);
    const Column vip = Column::values(2);
    const Column asset_class = Column::values(8);
    if (count <= 3) return {category, minute, location};
    if (count <= 5) return {category, minute, urgency, location, vip};
    return {category, minute, urgency, location, vip, asset_class, urgency};
  }

  static Choice everything(const Column& column) {
    if (column.range) return *column.range;
    return Bits::full(column.count);
  }

  // Numbers are cut at every thirtieth, small ranges anywhere.
  static std::int64_t grid(const Column& column) { return column.range->to - column.range->from > 100 ? 30 : 1; }

  static bool can_cut(const Choice& choice, const Column& column) {
    if (const auto* values = std::get_if<Bits>(&choice)) return values->count() > 1;
    const Span span = std::get<Span>(choice);
    return span.to - span.from > grid(column);
  }

  // A part of the choice, neither empty nor all of it.
  Choice part_of(const Choice& choice, const Column& column) {
    if (const auto* values = std::get_if<Bits>(&choice)) {
      Bits part(values->size());
      while (part.empty() || part == *values) {
        part = Bits(values->size());
        for (const std::uint32_t value : *values) {
          if (below(2) == 0) part.add(value);
        }
      }
      return part;
    }
    const Span span = std::get<Span>(choice);
    const auto steps = static_cast<std::uint32_t>((span.to - span.from) / grid(column));
    return Span{span.from, span.from + grid(column) * (1 + below(steps - 1))};
  }

  static Choice without(const Choice& choice, const Choice& part) {
    if (const auto* values = std::get_if<Bits>(&choice)) return *values - std::get<Bits>(part);
    return Span{std::get<Span>(part).to, std::get<Span>(choice).to};
  }

  void cut(std::vector<Box>& parts, std::size_t which) {
    for (std::uint32_t tries = 0; tries < 20; ++tries) {
      const std::size_t column = below(columns.size());
      if (!can_cut(parts[which][column], columns[column])) continue;
      Box half = parts[which];
      half[column] = part_of(parts[which][column], columns[column]);
      parts[which][column] = without(parts[which][column], half[column]);
      parts.push_back(std::move(half));
      return;
    }
  }

  void change(Box& rule, bool grow) {
    for (std::uint32_t tries = 0; tries < 20; ++tries) {
      const std::size_t column = below(columns.size());
      const Choice all = everything(columns[column]);
      if (!grow && can_cut(rule[column], columns[column])) {
        rule[column] = part_of(rule[column], columns[column]);
        return;
      }
      if (grow && rule[column] != all) {
        rule[column] = all;
        return;
      }
    }
  }
};

}  // namespace tandem::proof
