// A sheet as a table without its blank rows and columns, in which every cell of a merged area has the area's text. The
// ground on which tables are recognised. Internal to draft/'s matrices.
//
//   const Grid grid = *Grid::make(sheet, file);
//   grid.at(r, c)                 // null where nothing stands
//
// Refers to the sheet, which outlives it. Memory: rows that hold something × columns that hold something, which are
// bounded (base::Result fails beyond).
#pragma once

#include <cstdint>
#include <vector>

#include "base/error.h"
#include "draft/matrix_cell.h"
#include "sheet/workbook.h"
#include "source/source_map.h"

namespace tandem::draft {

struct GridCell {
  const sheet::Cell* cell = nullptr;
  CellReading reading;  // of its text
  bool merged = false;  // it belongs to a merged area
};

class Grid {
 public:
  [[nodiscard]] static base::Result<Grid> make(const sheet::Sheet& sheet, source::FileId file);

  [[nodiscard]] std::size_t rows() const { return row_places_.size(); }
  [[nodiscard]] std::size_t columns() const { return column_places_.size(); }
  [[nodiscard]] const GridCell* at(std::size_t row, std::size_t column) const;
  [[nodiscard]] std::string_view text(std::size_t row, std::size_t column) const;  // empty where nothing stands
  [[nodiscard]] CellKind kind(std::size_t row, std::size_t column) const;          // Blank where nothing stands
  [[nodiscard]] source::Range range(std::size_t row, std::size_t column) const;    // REQUIRES: something stands there
  // The row of the sheet, from 0.
  [[nodiscard]] std::uint32_t sheet_row(std::size_t row) const { return row_places_[row]; }
  // No blank row or line stands between the row and the one before. REQUIRES: it is not the first.
  [[nodiscard]] bool follows_at_once(std::size_t row) const { return row_places_[row] - row_places_[row - 1] == 1; }
  // Tables of prose end where their lines end; a spreadsheet's may have blank rows.
  [[nodiscard]] bool is_prose() const { return prose_; }

 private:
  void paint(const sheet::Area& area);

  source::FileId file_{};
  bool prose_ = false;
  std::vector<std::uint32_t> row_places_;
  std::vector<std::uint32_t> column_places_;
  std::vector<GridCell> cells_;
};

}  // namespace tandem::draft
