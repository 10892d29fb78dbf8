#include "draft/matrix_rows.h"

#include <algorithm>

#include "draft/matrix_labels.h"

namespace tandem::draft {
namespace {

constexpr std::size_t kLongestHeading = 160;  // bytes; longer ones are prose

enum class RowSort : std::uint8_t { Activity, NameOnly, Neither };

bool is_in_capitals(std::string_view text) {
  const auto small = std::ranges::count_if(text, [](char c) { return c >= 'a' && c <= 'z'; });
  const auto capital = std::ranges::count_if(text, [](char c) { return c >= 'A' && c <= 'Z'; });
  return small == 0 && capital > 3;
}

class RowReader {
 public:
  RowReader(const Grid& grid, const MatrixTable& table, bool another_follows) : grid_(grid), table_(table) {
    for (std::size_t row = table.first; row < table.last; ++row) sorts_.push_back(sort(row));
    pass_trailing(another_follows);
    const auto first = std::ranges::find_if(sorts_, [](RowSort s) { return s != RowSort::Neither; });
    begins_with_name_ = first != sorts_.end() && *first == RowSort::NameOnly;
  }

  std::vector<MatrixRow> read(std::string section) {
    std::vector<MatrixRow> rows;
    for (std::size_t row = table_.first; row < table_.last; ++row) {
      const RowSort sort = sort_of(row);
      if (sort == RowSort::Neither) continue;
      if (sort == RowSort::NameOnly && is_section(row, rows.empty())) {
        section = grid_.text(row, naming_column(grid_, table_, row));
        continue;
      }
      if (table_.section) {
        if (const std::string_view text = grid_.text(row, *table_.section); !text.empty()) section = text;
      }
      rows.push_back({row, section});
    }
    return rows;
  }

 private:
  [[nodiscard]] RowSort sort_of(std::size_t row) const { return sorts_[row - table_.first]; }

  [[nodiscard]] RowSort sort(std::size_t row) const {
    if (is_legend_row(grid_, row)) return RowSort::Neither;
    const bool name_only = is_label_row(grid_, table_, row);
    if (name_only && naming_column(grid_, table_, row) < table_.roles.front()) {
      const std::string_view text = grid_.text(row, naming_column(grid_, table_, row));
      return text.size() > kLongestHeading ? RowSort::Neither : RowSort::NameOnly;
    }
    const bool named = naming_column(grid_, table_, row) < grid_.columns();
    const bool filled = std::ranges::any_of(table_.roles, [&](std::size_t c) {
      return grid_.at(row, c) != nullptr && grid_.kind(row, c) != CellKind::Blank;
    });
    return filled || (named && distinct_cells(grid_, row) > 1) ? RowSort::Activity : RowSort::Neither;
  }

  // Names behind the last activity are footnotes when a blank row stands before them, and titles of what follows.
  void pass_trailing(bool another_follows) {
    std::size_t end = sorts_.size();
    while (end > 0 && sorts_[end - 1] != RowSort::Activity) --end;
    bool apart = another_follows;
    for (std::size_t i = std::max<std::size_t>(end, 1); i < sorts_.size(); ++i) {
      const std::size_t row = table_.first + i;
      apart = apart || !grid_.follows_at_once(row);
      if (apart) sorts_[i] = RowSort::Neither;
    }
  }

  [[nodiscard]] std::optional<std::size_t> next(std::size_t row) const {
    for (++row; row < table_.last; ++row) {
      if (sort_of(row) != RowSort::Neither) return row;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::size_t depth(std::size_t row) const {
    if (table_.number) {
      const std::string_view number = grid_.text(row, *table_.number);
      if (!number.empty() && is_item_number(number)) return number_depth(number);
    }
    return number_depth(grid_.text(row, naming_column(grid_, table_, row)));
  }

  // REQUIRES: the row has nothing but a name.
  [[nodiscard]] bool is_section(std::size_t row, bool nothing_above) const {
    const std::size_t column = naming_column(grid_, table_, row);
    const GridCell* cell = grid_.at(row, column);
    const GridCell* under_roles = grid_.at(row, table_.roles.front());
    if (cell->merged && under_roles != nullptr && under_roles->cell == cell->cell) return true;
    if (column != table_.label) return true;
    if (table_.section) return false;
    const auto following = next(row);
    const std::size_t own = depth(row);
    const std::size_t below = following ? depth(*following) : 0;
    if (following && below > own) return true;
    if (own > 0 && (below > 0 || !following)) return false;
    const std::string_view text = cell->cell->text;
    if (text.ends_with(':') || is_in_capitals(text)) return following.has_value();
    if (!begins_with_name_ || !following) return false;
    return sort_of(*following) == RowSort::Activity || nothing_above;
  }

  const Grid& grid_;
  const MatrixTable& table_;
  std::vector<RowSort> sorts_;
  bool begins_with_name_ = false;
};

}  // namespace

std::size_t naming_column(const Grid& grid, const MatrixTable& table, std::size_t row) {
  if (!grid.text(row, table.label).empty()) return table.label;
  for (std::size_t c = 0; c < table.roles.front(); ++c) {
    if (!grid.text(row, c).empty()) return c;
  }
  return grid.columns();
}

std::vector<MatrixRow> activity_rows(const Grid& grid, const MatrixTable& table, const std::string& title,
                                     bool another_follows) {
  return RowReader(grid, table, another_follows).read(title);
}

}  // namespace tandem::draft
