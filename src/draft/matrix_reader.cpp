#include "draft/matrix_reader.h"

#include <algorithm>

#include "draft/matrix_builder.h"
#include "draft/matrix_grid.h"
#include "draft/matrix_table.h"

namespace tandem::draft {
namespace {

// `RACI!C7`, `'Infra and security'!C7`; `C7` where sheets have no names.
std::string cell_name(const sheet::Sheet& sheet, sheet::Place at) {
  if (sheet.name.empty()) return to_text(at);
  const bool plain = std::ranges::all_of(
      sheet.name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; });
  if (plain) return fmt::format("{}!{}", sheet.name, to_text(at));
  std::string quoted;
  for (const char c : sheet.name) quoted += c == '\'' ? std::string("''") : std::string(1, c);
  return fmt::format("'{}'!{}", quoted, to_text(at));
}

source::FileId add_source(const sheet::Sheet& sheet, std::string_view file, source::SourceMap& sources) {
  if (sheet.layout == sheet::Layout::Prose) return sources.add(std::string(file), sheet.source);
  std::vector<source::CellRange> cells;
  for (const sheet::Cell& cell : sheet.cells) cells.push_back({cell.begin, cell.end, cell_name(sheet, cell.at)});
  return sources.add_sheet(std::string(file), sheet.source, std::move(cells));
}

std::string names_of(const sheet::Workbook& book) {
  std::string out;
  for (const sheet::Sheet& sheet : book.sheets) out += fmt::format("{}`{}`", out.empty() ? "" : ", ", sheet.name);
  return out;
}

}  // namespace

base::Result<MatrixReading> read_matrices(const sheet::Workbook& book, std::string_view file, std::string_view only) {
  MatrixReading reading;
  bool found = false;
  for (const sheet::Sheet& sheet : book.sheets) {
    if (only.empty() ? sheet.hidden : sheet.name != only) continue;
    found = true;
    const source::FileId id = add_source(sheet, file, reading.sources);
    TANDEM_TRY(const Grid grid, Grid::make(sheet, id));
    const std::vector<MatrixTable> tables = find_tables(grid);
    if (tables.empty()) continue;
    Matrix matrix = build_matrix(grid, tables);
    matrix.sheet = sheet.name;
    matrix.scopes.add_prose(sheet.source);
    if (!matrix.activities.empty()) reading.matrices.push_back(std::move(matrix));
  }
  if (!found) {
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("{} has no sheet `{}`; it has {}", file, only, names_of(book)));
  }
  if (!reading.matrices.empty()) return reading;
  const bool named = !book.sheets.front().name.empty();
  return base::fail(
      base::ErrorCode::BadInput,
      fmt::format(
          "found no matrix in {}{}: looked for a row of names over cells with R, A, C and I, for names under the "
          "words responsible and accountable, and for a table of owners",
          file, named && only.empty() ? fmt::format(" (sheets {})", names_of(book)) : ""));
}

}  // namespace tandem::draft
