// What a spreadsheet file holds once it has been read: sheets of cells with their places, as text. Nothing here knows
// what the cells mean.
//
//   const Workbook book = *read_workbook("raci.xlsx", bytes);
//   for (const Cell& cell : book.sheets.front().cells) use(to_text(cell.at), cell.text);
//
// Every sheet also has a *source*: a text in which each cell has a range, so that a finding can be drawn with an
// excerpt and carets like one in any other text. Of CSV and Markdown it is the file's own text in UTF-8; of XLSX it is
// written here, one line for each row. Values; safe to read from many threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sheet/place.h"

namespace tandem::sheet {

struct Cell {
  Place at;
  std::string text;         // UTF-8, without white space around it; never empty
  std::uint32_t begin = 0;  // half-open byte range in the sheet's source
  std::uint32_t end = 0;
};

enum class Layout : std::uint8_t {
  Spreadsheet,  // a cell is known by its place: `C7`
  Prose,        // by line and column of the text, as in Markdown
};

struct Sheet {
  std::string name;  // empty where the format has one sheet without a name
  Layout layout = Layout::Spreadsheet;
  bool hidden = false;       // the author does not show it
  std::vector<Cell> cells;   // by row, then by column; blank ones are left out
  std::vector<Area> merged;  // areas drawn as one cell, whose text is that of the first; they do not overlap
  std::string source;
};

struct Workbook {
  std::vector<Sheet> sheets;         // in the author's order; at least one
  std::vector<std::string> remarks;  // what a reader of the result should know: how the text was taken to be written
};

// White space and no-break spaces at both ends, which spreadsheets are full of.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace tandem::sheet
