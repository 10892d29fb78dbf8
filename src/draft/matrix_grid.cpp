#include "draft/matrix_grid.h"

#include <algorithm>

namespace tandem::draft {
namespace {

constexpr std::size_t kMostCells = 1'000'000;

// What people draw and programs write into cells that are blank.
bool is_filler(std::string_view text) {
  return read_matrix_cell(text).kind == CellKind::Blank || text == "NaN" || text == "nan" || text == "NULL" ||
         text.starts_with("Unnamed: ");
}

std::size_t position(const std::vector<std::uint32_t>& places, std::uint32_t place) {
  return static_cast<std::size_t>(std::ranges::lower_bound(places, place) - places.begin());
}

void sort_once(std::vector<std::uint32_t>& places) {
  std::ranges::sort(places);
  const auto twice = std::ranges::unique(places);
  places.erase(twice.begin(), twice.end());
}

}  // namespace

base::Result<Grid> Grid::make(const sheet::Sheet& sheet, source::FileId file) {
  Grid grid;
  grid.file_ = file;
  grid.prose_ = sheet.layout == sheet::Layout::Prose;
  for (const sheet::Cell& cell : sheet.cells) {
    if (is_filler(cell.text)) continue;
    grid.row_places_.push_back(cell.at.row);
    grid.column_places_.push_back(cell.at.column);
  }
  sort_once(grid.row_places_);
  sort_once(grid.column_places_);
  if (grid.rows() * grid.columns() > kMostCells) {
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("a sheet with cells in {} rows and {} columns is larger than a matrix", grid.rows(),
                                  grid.columns()));
  }
  grid.cells_.resize(grid.rows() * grid.columns());
  for (const sheet::Cell& cell : sheet.cells) {
    if (is_filler(cell.text)) continue;
    const std::size_t row = position(grid.row_places_, cell.at.row);
    const std::size_t column = position(grid.column_places_, cell.at.column);
    grid.cells_[row * grid.columns() + column] = {&cell, read_matrix_cell(cell.text), false};
  }
  for (const sheet::Area& area : sheet.merged) grid.paint(area);
  return grid;
}

// Areas do not overlap, so that all of them together paint a cell once.
void Grid::paint(const sheet::Area& area) {
  const std::size_t top = position(row_places_, area.first.row);
  const std::size_t left = position(column_places_, area.first.column);
  const bool has_text = top < rows() && left < columns() && row_places_[top] == area.first.row &&
                        column_places_[left] == area.first.column;
  if (!has_text || cells_[top * columns() + left].cell == nullptr) return;
  GridCell origin = cells_[top * columns() + left];
  origin.merged = true;
  for (std::size_t row = top; row < rows() && row_places_[row] <= area.last.row; ++row) {
    for (std::size_t column = left; column < columns() && column_places_[column] <= area.last.column; ++column) {
      cells_[row * columns() + column] = origin;
    }
  }
}

const GridCell* Grid::at(std::size_t row, std::size_t column) const {
  const GridCell& cell = cells_[row * columns() + column];
  return cell.cell == nullptr ? nullptr : &cell;
}

std::string_view Grid::text(std::size_t row, std::size_t column) const {
  const GridCell* cell = at(row, column);
  return cell == nullptr ? std::string_view() : std::string_view(cell->cell->text);
}

CellKind Grid::kind(std::size_t row, std::size_t column) const {
  const GridCell* cell = at(row, column);
  return cell == nullptr ? CellKind::Blank : cell->reading.kind;
}

source::Range Grid::range(std::size_t row, std::size_t column) const {
  const GridCell* cell = at(row, column);
  return {file_, cell->cell->begin, cell->cell->end};
}

}  // namespace tandem::draft
