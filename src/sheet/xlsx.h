// Office Open XML spreadsheets (ECMA-376 part 1, SpreadsheetML; transitional and strict): every worksheet with its
// name, its cells as a person sees them, and the areas that are drawn as one cell.
//
//   const Workbook book = *read_xlsx(bytes, "raci.xlsx", limits);
//
// Texts may be shared, inline or the cached results of formulas; phonetic guides are left out. A number is written with
// as few digits as tell it from its neighbours, a date or time (a number in a date format) as ISO 8601, in both date
// systems. Charts, macros, comments and everything else are not looked at. What a spreadsheet program does not write is
// refused (BadInput): document types, encrypted parts, cells beyond the format, parts larger than the limits. Linear in
// what unpacks; memory is bounded by the limits.
#pragma once

#include <string_view>

#include "base/error.h"
#include "sheet/limits.h"
#include "sheet/workbook.h"

namespace tandem::sheet {

[[nodiscard]] base::Result<Workbook> read_xlsx(std::string_view bytes, std::string_view file, const Limits& limits);

}  // namespace tandem::sheet
