// Matrices without letters in their cells. Internal to draft/'s matrices.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "draft/matrix_table.h"

namespace tandem::draft {

// The part that a heading stands for: "Responsible", "Accountable (A)", "R"; nothing for another heading.
[[nodiscard]] std::optional<Part> heading_part(std::string_view heading);
// A row that has `Responsible` and `Accountable` over columns, and no part twice. As lone letters they count only where
// no words stand over them: any row of a matrix may read `R`, `A`, `C`, `I`.
[[nodiscard]] bool is_names_heading(const Grid& grid, std::size_t row);

// Activities in rows, the four letters over columns, names in cells.
[[nodiscard]] std::vector<MatrixTable> find_name_tables(const Grid& grid);
// The owner's name in every cell, as in tables of shared responsibility: few names, often. One table or none.
[[nodiscard]] std::vector<MatrixTable> find_owner_table(const Grid& grid);

}  // namespace tandem::draft
