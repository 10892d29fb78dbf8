#include "cli/asset_list.h"

#include <map>

#include "sheet/read.h"

namespace tandem::cli {
namespace {

std::string in_small_letters(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

struct Columns {
  std::uint32_t first_row = 0;
  std::optional<std::uint32_t> name;
  std::optional<std::uint32_t> asset_class;
};

Columns columns_of(const sheet::Sheet& sheet) {
  Columns columns;
  if (sheet.cells.empty()) return columns;
  columns.first_row = sheet.cells.front().at.row;
  for (const sheet::Cell& cell : sheet.cells) {
    if (cell.at.row != columns.first_row) break;
    const std::string heading = in_small_letters(cell.text);
    if (heading == "name" && !columns.name) columns.name = cell.at.column;
    if ((heading == "class" || heading == "asset_class" || heading == "asset class") && !columns.asset_class) {
      columns.asset_class = cell.at.column;
    }
  }
  return columns;
}

agreement::AssetCell cell_of(const sheet::Cell& cell) {
  return {.text = cell.text, .begin = cell.begin, .end = cell.end};
}

}  // namespace

base::Result<agreement::AssetList> read_asset_list(const std::string& path) {
  TANDEM_TRY(sheet::Workbook book, sheet::read_workbook_file(path));
  sheet::Sheet& sheet = book.sheets.front();
  const Columns columns = columns_of(sheet);
  if (!columns.name || !columns.asset_class) {
    return base::fail(base::ErrorCode::BadInput, fmt::format("{} has no column `{}`: its first row names the columns",
                                                             path, columns.name ? "class" : "name"));
  }
  std::map<std::uint32_t, agreement::AssetRow> rows;
  for (const sheet::Cell& cell : sheet.cells) {
    if (cell.at.row == columns.first_row) continue;
    agreement::AssetRow& row = rows[cell.at.row];
    // Without a name it is known by where it stands.
    if (row.name.text.empty()) row.name = {fmt::format("row {}", cell.at.row + 1), cell.begin, cell.end};
    if (cell.at.column == *columns.name) row.name = cell_of(cell);
    if (cell.at.column == *columns.asset_class) row.asset_class = cell_of(cell);
  }
  agreement::AssetList assets{.file = path, .text = std::move(sheet.source), .rows = {}};
  for (auto& [number, row] : rows) assets.rows.push_back(std::move(row));
  return assets;
}

}  // namespace tandem::cli
