// Packed files made in tests, part by part, so that a test can say what no spreadsheet program would write.
//
//   const std::string bytes = pack({{"xl/workbook.xml", "<workbook/>"}});
//   const std::string book = pack_sheet("<row><c><v>1</v></c></row>");     // the least that is an XLSX
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tandem::sheet {

using Parts = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] std::string pack(const Parts& parts);

// The parts of a workbook with one worksheet `Matrix`; `rows` is what stands within `<sheetData>`, `behind` what
// follows it.
[[nodiscard]] Parts sheet_parts(std::string_view rows, std::string_view behind = {});
[[nodiscard]] std::string pack_sheet(std::string_view rows, std::string_view behind = {});

}  // namespace tandem::sheet
