// A table written as separated values (RFC 4180), as spreadsheet programs write and people edit it: commas, semicolons
// or tabs, LF, CRLF or CR, quoted fields with separators, doubled quotes and line breaks in them, rows of different
// lengths, and Excel's first line `sep=;`.
//
//   const Sheet sheet = *read_csv(text, "raci.csv", limits);
//
// It is the separator under which most of the first rows have equally many fields, more than one. What RFC 4180 does
// not allow is read as Excel reads it: a quote within a field that did not begin with one is a character, and what
// follows a closing quote belongs to the field. A quote that is never closed is refused (BadInput), because everything
// behind it would be one cell.
//
// connect/csv.h reads logs of any length row by row and refuses what is malformed; this reads a whole small file and
// keeps the place of every cell. REQUIRES: `text` is UTF-8 without a byte order mark and smaller than 4 GiB. Linear.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "sheet/limits.h"
#include "sheet/workbook.h"

namespace tandem::sheet {

[[nodiscard]] base::Result<Sheet> read_csv(std::string text, std::string_view file, const Limits& limits);

}  // namespace tandem::sheet
