// Finds the responsibility matrices in a workbook, whatever they look like: roles over columns or turned, with or
// without sections, numbers and legends, letters, words, ticks, or names under the letters.
//
//   TANDEM_TRY(const sheet::Workbook book, sheet::read_workbook_file("raci.xlsx"));
//   TANDEM_TRY(const MatrixReading reading, read_matrices(book, "raci.xlsx", {}));
//   for (const Matrix& matrix : reading.matrices) use(matrix.roles, matrix.activities);
//
// Every range is one in `sources`, in which a sheet is a text whose places are cells. Fails (BadInput) when no sheet
// that is asked for holds a matrix; the message lists the sheets. Hidden sheets are passed over unless named. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "draft/matrix.h"
#include "sheet/workbook.h"
#include "source/source_map.h"

namespace tandem::draft {

struct MatrixReading {
  source::SourceMap sources;
  std::vector<Matrix> matrices;  // in the order of the sheets; at least one
};

// `file` names the workbook in places; `only` is the sheet to read, empty for all.
[[nodiscard]] base::Result<MatrixReading> read_matrices(const sheet::Workbook& book, std::string_view file,
                                                        std::string_view only);

}  // namespace tandem::draft
