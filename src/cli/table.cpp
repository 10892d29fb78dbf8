#include "cli/table.h"

#include "base/check.h"
#include "diag/visible.h"

namespace tandem::cli {

Table::Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

void Table::add(std::vector<Cell> row) {
  TANDEM_ENSURE(!row.empty() && row.size() <= columns_.size());
  for (Cell& cell : row) cell.text = diag::visible(cell.text);
  rows_.push_back(std::move(row));
}

std::vector<std::size_t> Table::widths() const {
  std::vector<std::size_t> widths;
  for (const Column& column : columns_) widths.push_back(diag::columns(column.heading));
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], diag::columns(row[i].text));
  }
  return widths;
}

std::string Table::line(const std::vector<Cell>& row, const std::vector<std::size_t>& widths, const Palette& palette,
                        std::size_t indent) const {
  std::string out;
  std::size_t owed = indent;  // spaces that are written only when something follows them
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) owed += 2;
    const std::size_t missing = widths[i] - diag::columns(row[i].text);
    if (columns_[i].align == Align::Right) owed += missing;
    if (!row[i].text.empty()) {
      out.append(owed, ' ');
      out += palette(row[i].ink, row[i].text);
      owed = 0;
    }
    if (columns_[i].align == Align::Left) owed += missing;
  }
  return out + '\n';
}

std::string Table::text(const Palette& palette, std::size_t indent) const {
  const std::vector<std::size_t> wide = widths();
  std::string out;
  std::vector<Cell> headings;
  bool headed = false;
  for (const Column& column : columns_) {
    headings.push_back({column.heading, Ink::Faint});
    headed = headed || !column.heading.empty();
  }
  if (headed) out += line(headings, wide, palette, indent);
  for (const auto& row : rows_) out += line(row, wide, palette, indent);
  return out;
}

}  // namespace tandem::cli
