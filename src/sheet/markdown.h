// The pipe tables of a Markdown text (GitHub Flavored Markdown 0.29, 4.10), as one sheet: row n is line n of the text,
// so that places are those of the file. Headings stand in the sheet too, each as a cell of the first column, because a
// heading over a table is often the section its rows belong to.
//
//   | **Patching** | R | A (Sev 1-2) |        the cells `Patching`, `R` and `A (Sev 1-2)`
//
// Emphasis, code marks, links, `<br>` and backslashes before marks are taken away; `\|` is a pipe. Tables within fenced
// code are not read. REQUIRES: `text` is UTF-8 smaller than 4 GiB. Linear.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "sheet/limits.h"
#include "sheet/workbook.h"

namespace tandem::sheet {

[[nodiscard]] base::Result<Sheet> read_markdown(std::string text, std::string_view file, const Limits& limits);

// Whether the text has a pipe table: a line of pipes above a line of dashes and pipes.
[[nodiscard]] bool has_markdown_table(std::string_view text);

}  // namespace tandem::sheet
