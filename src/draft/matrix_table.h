// Where in a sheet the tables of a matrix lie: which row has the headings, which columns have the letters, which the
// names of activities and sections. It looks at what stands where, not at a template: a heading is what stands over
// cells with letters. Internal to draft/'s matrices.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "draft/matrix.h"
#include "draft/matrix_grid.h"

namespace tandem::draft {

struct MatrixTable {
  MatrixLayout layout = MatrixLayout::Letters;  // Letters, Names, Owners or Ticks; whether it is turned is seen later
  std::size_t header = 0;                       // row of the headings
  std::optional<std::size_t> groups;            // row of headings over the headings
  std::size_t first = 0;                        // body rows, half-open
  std::size_t last = 0;
  std::vector<std::size_t> roles;  // columns that hold letters, names or marks
  std::size_t label = 0;           // column that names what a row is about
  std::optional<std::size_t> section;
  std::optional<std::size_t> number;
};

// In the order of the sheet; none when the sheet holds no matrix. O(rows × columns).
[[nodiscard]] std::vector<MatrixTable> find_tables(const Grid& grid);

// The cells of a row that hold something, merged ones once.
[[nodiscard]] std::size_t distinct_cells(const Grid& grid, std::size_t row);
// Nothing stands in the row but one text, however wide.
[[nodiscard]] bool is_label_row(const Grid& grid, const MatrixTable& table, std::size_t row);

}  // namespace tandem::draft
