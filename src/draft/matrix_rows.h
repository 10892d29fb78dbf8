// What each row of a table is: an activity, the heading of a section, or neither. A row with nothing but a name is the
// hard case: it may be a heading, or an activity that nobody has, which is what a reader of a matrix most wants to
// know. Numbers, merged cells, the column it stands in and what follows decide; where nothing tells, a table that
// begins with such a row uses them as headings. Internal to draft/'s matrices.
#pragma once

#include <string>
#include <vector>

#include "draft/matrix_table.h"

namespace tandem::draft {

struct MatrixRow {
  std::size_t row = 0;
  std::string section;  // that it belongs to; may be empty
};

// The rows that are activities, in order. `title` is the section of rows above the first heading; with
// `another_follows` headings at the end belong to the next table.
[[nodiscard]] std::vector<MatrixRow> activity_rows(const Grid& grid, const MatrixTable& table, const std::string& title,
                                                   bool another_follows);

// The text that names a row, and the column it stands in; columns() when nothing does.
[[nodiscard]] std::size_t naming_column(const Grid& grid, const MatrixTable& table, std::size_t row);

}  // namespace tandem::draft
