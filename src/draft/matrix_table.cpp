#include "draft/matrix_table.h"

#include <algorithm>
#include <set>

#include "draft/matrix_labels.h"
#include "draft/matrix_layouts.h"

namespace tandem::draft {
namespace {

constexpr std::size_t kRowsSampled = 40;  // below the first letters, to see which columns have some
constexpr std::size_t kHeaderAbove = 8;   // rows between the headings and the first letters, at most
constexpr double kCovered = 0.6;          // of the columns with letters that a row of headings must name

// What counts as a letter: in a sheet without any, ticks and crosses do.
bool counts(const GridCell* cell, MatrixLayout layout) {
  if (cell == nullptr) return false;
  if (layout == MatrixLayout::Letters) return cell->reading.kind == CellKind::Letters;
  return cell->reading.kind == CellKind::Tick || cell->reading.is_x;
}

struct ColumnCount {
  std::size_t letters = 0;
  std::size_t marks = 0;  // nobody, shared, other letters
  std::size_t texts = 0;
  std::size_t numbers = 0;
  std::set<std::string_view> different;
  [[nodiscard]] std::size_t filled() const { return letters + marks + texts; }
};

class TableFinder {
 public:
  TableFinder(const Grid& grid, MatrixLayout layout) : grid_(grid), layout_(layout) {
    for (std::size_t row = 0; row < grid.rows(); ++row) legend_.push_back(is_legend_row(grid, row));
  }

  std::vector<MatrixTable> find() {
    std::vector<MatrixTable> tables;
    std::size_t floor = 0;
    for (std::size_t row = 0; row < grid_.rows(); ++row) {
      if (legend_[row] || !has_letters(row)) continue;
      const auto header = find_header(row, floor);
      if (!header) continue;
      MatrixTable table{.layout = layout_,
                        .header = *header,
                        .groups = {},
                        .first = *header + 1,
                        .last = 0,
                        .roles = {},
                        .label = 0,
                        .section = {},
                        .number = {}};
      table.last = find_end(row, *header);
      if (describe(table, floor)) tables.push_back(table);
      floor = table.last;
      row = table.last - 1;
    }
    return tables;
  }

 private:
  [[nodiscard]] bool has_letters(std::size_t row) const {
    for (std::size_t c = 1; c < grid_.columns(); ++c) {
      if (counts(grid_.at(row, c), layout_)) return true;
    }
    return false;
  }

  [[nodiscard]] std::vector<std::size_t> lettered_columns(std::size_t from, std::size_t to) const {
    std::vector<std::size_t> columns;
    for (std::size_t c = 1; c < grid_.columns(); ++c) {
      const ColumnCount count = count_column(c, from, to);
      if (count.letters > 0 && count.letters + count.marks >= count.texts) columns.push_back(c);
    }
    return columns;
  }

  [[nodiscard]] ColumnCount count_column(std::size_t column, std::size_t from, std::size_t to) const {
    ColumnCount count;
    for (std::size_t row = from; row < to; ++row) {
      const GridCell* cell = grid_.at(row, column);
      if (cell == nullptr || legend_[row] || (cell->merged && distinct_cells(grid_, row) == 1)) continue;
      if (counts(cell, layout_)) {
        ++count.letters;
      } else if (cell->reading.kind == CellKind::Text || cell->reading.kind == CellKind::Letters) {
        ++count.texts;
      } else if (cell->reading.kind != CellKind::Blank) {
        ++count.marks;
      }
      if (is_item_number(cell->cell->text)) ++count.numbers;
      count.different.insert(cell->cell->text);
    }
    return count;
  }

  // A row that names most of the columns and is not itself full of letters.
  [[nodiscard]] bool is_heading(std::size_t row, const std::vector<std::size_t>& columns) const {
    if (legend_[row]) return false;
    std::size_t named = 0;
    std::size_t lettered = 0;
    std::set<const sheet::Cell*> cells;
    for (const std::size_t c : columns) {
      const GridCell* cell = grid_.at(row, c);
      if (cell == nullptr || cell->reading.kind == CellKind::None || cell->reading.kind == CellKind::Blank) continue;
      ++named;
      cells.insert(cell->cell);
      if (counts(cell, layout_)) ++lettered;
    }
    const bool one_wide_text = columns.size() > 1 && cells.size() == 1;
    const auto most = static_cast<double>(columns.size()) * kCovered;
    return !one_wide_text && named > 0 && static_cast<double>(named) >= most && lettered * 2 < named;
  }

  // Of prose only the row's own table is looked at: the columns of the next one have nothing to do with it.
  [[nodiscard]] std::size_t sample_end(std::size_t row) const {
    const std::size_t most = std::min(row + kRowsSampled, grid_.rows());
    std::size_t end = row + 1;
    while (end < most && (!grid_.is_prose() || grid_.follows_at_once(end))) ++end;
    return end;
  }

  [[nodiscard]] std::optional<std::size_t> find_header(std::size_t row, std::size_t floor) const {
    const auto columns = lettered_columns(row, sample_end(row));
    if (columns.empty()) return std::nullopt;
    for (std::size_t h = row; h-- > floor && row - h <= kHeaderAbove;) {
      if (is_heading(h, columns)) return h;
    }
    return std::nullopt;
  }

  // The next row of headings: one that stands apart from what is above it, or says the same as the first.
  [[nodiscard]] std::size_t find_end(std::size_t row, std::size_t header) const {
    const auto columns = lettered_columns(row, sample_end(row));
    for (std::size_t r = row + 1; r < grid_.rows(); ++r) {
      if (grid_.is_prose() && !grid_.follows_at_once(r)) return r;
      if (has_letters(r) || !is_heading(r, columns)) continue;
      const bool apart = !grid_.follows_at_once(r) || distinct_cells(grid_, r - 1) == 1;
      const bool repeated =
          std::ranges::all_of(columns, [&](std::size_t c) { return grid_.text(r, c) == grid_.text(header, c); });
      if (apart || repeated) return r;
    }
    return grid_.rows();
  }

  // Fills in the columns. False when there is nothing to the left that could name rows.
  bool describe(MatrixTable& table, std::size_t floor) const {
    std::vector<ColumnCount> counted;
    for (std::size_t c = 0; c < grid_.columns(); ++c) counted.push_back(count_column(c, table.first, table.last));
    std::size_t first_text = 0;
    while (first_text < grid_.columns() && !is_label_column(counted[first_text])) ++first_text;
    for (std::size_t c = first_text + 1; c < grid_.columns(); ++c) {
      const ColumnCount& count = counted[c];
      const std::string_view heading = grid_.text(table.header, c);
      const bool lettered = count.letters > 0 && count.letters + count.marks >= count.texts;
      // Somebody who has nothing, or only what is none of the letters.
      const bool other_role = !table.roles.empty() && !heading.empty() && count.marks >= count.texts &&
                              count.letters == 0 && heading_sort(heading) != HeadingSort::Remark;
      if (lettered || other_role) table.roles.push_back(c);
    }
    if (table.roles.empty() || !choose_labels(table, counted)) return false;
    find_groups(table, floor);
    return true;
  }

  static bool is_label_column(const ColumnCount& count) {
    return count.texts > 0 && count.texts > count.letters &&
           count.numbers * 2 < std::max<std::size_t>(count.filled(), 1);
  }

  bool choose_labels(MatrixTable& table, const std::vector<ColumnCount>& counted) const {
    std::optional<std::size_t> best;
    double best_weight = -1;
    std::vector<std::size_t> others;
    for (std::size_t c = 0; c < table.roles.front(); ++c) {
      const ColumnCount& count = counted[c];
      if (count.filled() == 0) continue;
      const HeadingSort sort = heading_sort(grid_.text(table.header, c));
      if (sort == HeadingSort::Number || count.numbers * 10 > count.filled() * 7) {
        if (!table.number) table.number = c;
        continue;
      }
      double weight = static_cast<double>(count.different.size());
      if (sort == HeadingSort::Activity) weight *= 2;
      if (sort == HeadingSort::Section || sort == HeadingSort::Remark) weight /= 4;
      others.push_back(c);
      if (weight >= best_weight) {
        best = c;
        best_weight = weight;
      }
    }
    if (!best && !table.number) return false;
    table.label = best ? *best : *table.number;
    if (!best) table.number.reset();
    for (const std::size_t c : others) {
      const bool remark = heading_sort(grid_.text(table.header, c)) == HeadingSort::Remark;
      if (c != table.label && !table.section && !remark && c < table.label) table.section = c;
    }
    return true;
  }

  // "Client" and "Provider" over the posts on each side.
  void find_groups(MatrixTable& table, std::size_t floor) const {
    if (table.header == 0 || table.header - 1 < floor || legend_[table.header - 1]) return;
    const std::size_t row = table.header - 1;
    std::set<const sheet::Cell*> cells;
    for (const std::size_t c : table.roles) {
      const GridCell* cell = grid_.at(row, c);
      if (cell == nullptr) continue;
      if (cell->reading.kind != CellKind::Text || is_over(cell, row, table.label)) return;
      cells.insert(cell->cell);
    }
    if (cells.size() >= 2 && cells.size() < table.roles.size()) table.groups = row;
  }

  [[nodiscard]] bool is_over(const GridCell* cell, std::size_t row, std::size_t column) const {
    const GridCell* other = grid_.at(row, column);
    return other != nullptr && other->cell == cell->cell;
  }

  const Grid& grid_;
  MatrixLayout layout_;
  std::vector<bool> legend_;
};

}  // namespace

std::size_t distinct_cells(const Grid& grid, std::size_t row) {
  std::set<const sheet::Cell*> cells;
  for (std::size_t c = 0; c < grid.columns(); ++c) {
    if (const GridCell* cell = grid.at(row, c)) cells.insert(cell->cell);
  }
  return cells.size();
}

bool is_label_row(const Grid& grid, const MatrixTable& table, std::size_t row) {
  std::set<const sheet::Cell*> texts;
  for (std::size_t c = 0; c < grid.columns(); ++c) {
    const GridCell* cell = grid.at(row, c);
    if (cell == nullptr || cell->reading.kind == CellKind::Blank) continue;
    if (table.number == c && is_item_number(cell->cell->text)) continue;
    texts.insert(cell->cell);
  }
  return texts.size() == 1;
}

std::vector<MatrixTable> find_tables(const Grid& grid) {
  auto tables = find_name_tables(grid);
  if (tables.empty()) tables = TableFinder(grid, MatrixLayout::Letters).find();
  if (tables.empty()) tables = TableFinder(grid, MatrixLayout::Ticks).find();
  if (tables.empty()) tables = find_owner_table(grid);
  return tables;
}

}  // namespace tandem::draft
