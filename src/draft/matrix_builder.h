// Makes one matrix of the tables of a sheet: roles of the same name are one, whichever table they head. Internal to
// draft/'s matrices.
#pragma once

#include <span>

#include "draft/matrix.h"
#include "draft/matrix_table.h"

namespace tandem::draft {

// REQUIRES: the tables are of the grid; there is at least one. `sheet` is left empty.
[[nodiscard]] Matrix build_matrix(const Grid& grid, std::span<const MatrixTable> tables);

}  // namespace tandem::draft
