// Matrices without letters in their cells: names under the four letters, or the owner's name in every cell.
#include <algorithm>
#include <map>

#include "draft/matrix_labels.h"
#include "draft/matrix_layouts.h"
#include "draft/matrix_words.h"

namespace tandem::draft {
namespace {

constexpr std::size_t kMostOwners = 8;

bool holds_words(const Grid& grid, std::size_t row, std::size_t column) {
  const CellKind kind = grid.kind(row, column);
  return kind != CellKind::Blank && kind != CellKind::None;
}

bool stands_under_words(const Grid& grid, std::size_t row, std::size_t column) {
  for (std::size_t above = 0; above < row; ++above) {
    if (grid.kind(above, column) == CellKind::Text && distinct_cells(grid, above) > 1) return true;
  }
  return false;
}

std::size_t end_of_block(const Grid& grid, std::size_t row) {
  const std::size_t first = row;
  const auto ends = [&] { return row > first && grid.is_prose() && !grid.follows_at_once(row); };
  while (row < grid.rows() && !is_names_heading(grid, row) && !ends()) ++row;
  return row;
}

}  // namespace

std::optional<Part> heading_part(std::string_view heading) {
  const std::string_view bare = sheet::trimmed(heading.substr(0, heading.find('(')));
  if (const auto part = part_named(bare)) return part;
  for (const Word& word : words_of(bare)) {
    if (word.text.size() > 1 && part_named(word.text)) return part_named(word.text);
  }
  return std::nullopt;
}

bool is_names_heading(const Grid& grid, std::size_t row) {
  std::vector<std::size_t> columns(4, 0);
  for (std::size_t c = 1; c < grid.columns(); ++c) {
    const auto part = heading_part(grid.text(row, c));
    if (!part) continue;
    const std::string_view text = grid.text(row, c);
    const bool lone_letter = sheet::trimmed(text.substr(0, text.find('('))).size() == 1;
    if (lone_letter && stands_under_words(grid, row, c)) return false;
    ++columns[static_cast<std::size_t>(*part)];
  }
  const bool each_once = std::ranges::all_of(columns, [](std::size_t count) { return count <= 1; });
  return each_once && columns[0] == 1 && columns[1] == 1;
}

std::vector<MatrixTable> find_name_tables(const Grid& grid) {
  std::vector<MatrixTable> tables;
  for (std::size_t row = 0; row + 1 < grid.rows(); ++row) {
    if (!is_names_heading(grid, row)) continue;
    MatrixTable table{.layout = MatrixLayout::Names,
                      .header = row,
                      .groups = {},
                      .first = row + 1,
                      .last = end_of_block(grid, row + 1),
                      .roles = {},
                      .label = 0,
                      .section = {},
                      .number = {}};
    for (std::size_t c = 0; c < grid.columns(); ++c) {
      if (heading_part(grid.text(row, c))) table.roles.push_back(c);
    }
    const std::size_t first_role = table.roles.front();
    // The last column to the left that holds words names what the row is about.
    std::optional<std::size_t> label;
    for (std::size_t c = 0; c < first_role; ++c) {
      if (heading_sort(grid.text(row, c)) == HeadingSort::Remark) continue;
      const bool words = std::ranges::any_of(std::views::iota(table.first, table.last), [&](std::size_t r) {
        return holds_words(grid, r, c) && !is_item_number(grid.text(r, c));
      });
      if (!words) continue;
      if (label) table.section = label;
      label = c;
    }
    const bool names = std::ranges::any_of(std::views::iota(table.first, table.last), [&](std::size_t r) {
      return std::ranges::any_of(table.roles, [&](std::size_t c) { return grid.kind(r, c) == CellKind::Text; });
    });
    if (!label || !names) continue;
    table.label = *label;
    tables.push_back(table);
    row = table.last - 1;
  }
  return tables;
}

std::vector<MatrixTable> find_owner_table(const Grid& grid) {
  std::size_t header = 0;
  while (header < grid.rows() && distinct_cells(grid, header) < 2) ++header;
  if (header + 1 >= grid.rows() || grid.columns() < 2) return {};
  MatrixTable table{.layout = MatrixLayout::Owners,
                    .header = header,
                    .groups = {},
                    .first = header + 1,
                    .last = grid.rows(),
                    .roles = {},
                    .label = 0,
                    .section = {},
                    .number = {}};
  std::map<std::string, std::size_t> owners;
  std::size_t cells = 0;
  bool shared = false;
  for (std::size_t c = 1; c < grid.columns(); ++c) {
    if (grid.text(header, c).empty()) continue;
    table.roles.push_back(c);
    for (std::size_t r = table.first; r < table.last; ++r) {
      if (!holds_words(grid, r, c)) continue;
      ++cells;
      if (grid.kind(r, c) == CellKind::Shared) {
        shared = true;
      } else {
        ++owners[lower(grid.text(r, c))];
      }
    }
  }
  constexpr std::size_t kCellsPerOwner = 3;  // names come again; values of an ordinary table do not
  const bool few = owners.size() >= 2 && owners.size() <= kMostOwners && cells >= owners.size() * kCellsPerOwner;
  const bool again = shared || std::ranges::all_of(owners, [](const auto& owner) { return owner.second > 1; });
  return few && again && table.roles.size() >= 2 ? std::vector{table} : std::vector<MatrixTable>{};
}

}  // namespace tandem::draft
