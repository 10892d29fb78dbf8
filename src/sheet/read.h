// A spreadsheet file of whatever kind: XLSX, separated values or a Markdown text with tables, told apart by what the
// file holds.
//
//   TANDEM_TRY(const Workbook book, read_workbook_file("raci.xlsx"));
//
// Errors are the world's: a file that is not there (NotFound), that cannot be read (Io), or that is nothing we read or
// goes beyond the limits (BadInput); each says what to do. Sheets of XLSX have names, the others none.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "sheet/limits.h"
#include "sheet/workbook.h"

namespace tandem::sheet {

// Pure. `file` names it in messages; its ending decides between Markdown and separated values where the text could be
// either.
[[nodiscard]] base::Result<Workbook> read_workbook(std::string_view bytes, std::string_view file,
                                                   const Limits& limits = {});
[[nodiscard]] base::Result<Workbook> read_workbook_file(const std::string& path, const Limits& limits = {});

}  // namespace tandem::sheet
