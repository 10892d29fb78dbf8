// Rows of cells in columns as wide as their widest cell, two spaces apart, without spaces at the ends of lines.
//
//   Table table({{"from"}, {"length", Align::Right}});
//   table.add({{"Mon 2026-11-23"}, {"9:30 h", Ink::Good}});
//   table.text(palette)
//
// A heading that is empty everywhere draws no line of headings. Cells may hold anybody's text: what must not reach a
// terminal is spelled out. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/ink.h"

namespace tandem::cli {

enum class Align : std::uint8_t { Left, Right };

class Table {
 public:
  struct Column {
    std::string heading{};
    Align align = Align::Left;
  };
  struct Cell {
    std::string text{};
    Ink ink = Ink::Plain;
  };

  explicit Table(std::vector<Column> columns);
  // A short row leaves its last columns empty. REQUIRES: not more cells than columns.
  void add(std::vector<Cell> row);
  // An empty line.
  void space() { rows_.emplace_back(); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  // Lines that begin with `indent` spaces.
  [[nodiscard]] std::string text(const Palette& palette, std::size_t indent = 0) const;

 private:
  [[nodiscard]] std::vector<std::size_t> widths() const;
  [[nodiscard]] std::string line(const std::vector<Cell>& row, const std::vector<std::size_t>& widths,
                                 const Palette& palette, std::size_t indent) const;

  std::vector<Column> columns_;
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace tandem::cli
