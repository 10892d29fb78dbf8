#include "draft/matrix_builder.h"

#include <algorithm>
#include <map>
#include <set>

#include "draft/matrix_labels.h"
#include "draft/matrix_layouts.h"
#include "draft/matrix_rows.h"
#include "draft/matrix_words.h"

namespace tandem::draft {
namespace {

// Which way a table of letters lies. Three things speak: whether columns or rows are named like somebody, whether rows
// or columns have exactly one accountable, and the heading in the corner.
class Bearing {
 public:
  Bearing(const Grid& grid, const MatrixTable& table) : grid_(grid), table_(table) {}

  [[nodiscard]] bool is_turned() const {
    double rows_somebody = 0;
    std::vector<std::size_t> by_column(table_.roles.size(), 0);
    std::size_t rows = 0;
    std::size_t rows_with_one = 0;
    for (std::size_t row = table_.first; row < table_.last; ++row) {
      std::size_t accountable = 0;
      bool letters = false;
      for (std::size_t i = 0; i < table_.roles.size(); ++i) {
        const GridCell* cell = grid_.at(row, table_.roles[i]);
        if (cell == nullptr || cell->reading.kind != CellKind::Letters) continue;
        letters = true;
        if (!is_accountable(cell->reading)) continue;
        ++accountable;
        ++by_column[i];
      }
      if (!letters) continue;
      ++rows;
      rows_with_one += accountable == 1 ? 1 : 0;
      const std::size_t column = naming_column(grid_, table_, row);
      if (column < grid_.columns()) rows_somebody += sounds_like_somebody(grid_.text(row, column));
    }
    double columns_somebody = 0;
    for (const std::size_t c : table_.roles) columns_somebody += sounds_like_somebody(grid_.text(table_.header, c));
    const auto columns_with_one = std::ranges::count(by_column, std::size_t{1});
    const auto share = [](auto part, std::size_t whole) {
      return static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(whole, 1));
    };
    const double names = share(columns_somebody, by_column.size()) - share(rows_somebody, rows);
    const double letters = share(rows_with_one, rows) - share(columns_with_one, by_column.size());
    return 2 * names + letters + corner() < 0;
  }

 private:
  static bool is_accountable(const CellReading& reading) {
    return std::ranges::any_of(reading.parts, [](const CellPart& part) { return part.part == Part::Accountable; });
  }

  [[nodiscard]] double corner() const {
    constexpr double kWeight = 1.5;
    switch (heading_sort(grid_.text(table_.header, table_.label))) {
      case HeadingSort::Activity:
      case HeadingSort::Section: return kWeight;
      case HeadingSort::Somebody: return -kWeight;
      case HeadingSort::Number:
      case HeadingSort::Remark:
      case HeadingSort::Unknown: return 0;
    }
    return 0;
  }

  const Grid& grid_;
  const MatrixTable& table_;
};

class Builder {
 public:
  explicit Builder(const Grid& grid) : grid_(grid) {}

  Matrix build(std::span<const MatrixTable> tables) {
    matrix_.layout = tables.front().layout;
    std::size_t floor = 0;
    for (std::size_t i = 0; i < tables.size(); ++i) {
      const MatrixTable& table = tables[i];
      const std::string title = title_above(table, floor);
      if (i == 0) matrix_.title = title;
      const bool more = i + 1 < tables.size();
      add(table, tables.size() > 1 ? title : std::string(), more);
      floor = table.last;
    }
    matrix_.at = first_heading(tables.front());
    return std::move(matrix_);
  }

 private:
  // The nearest row above the headings with nothing but a text.
  [[nodiscard]] std::string title_above(const MatrixTable& table, std::size_t floor) const {
    for (std::size_t row = table.groups.value_or(table.header); row-- > 0;) {
      const bool above = row >= floor || floor == 0 || distinct_cells(grid_, row) == 1;
      if (!above || distinct_cells(grid_, row) != 1) break;
      for (std::size_t c = 0; c < grid_.columns(); ++c) {
        if (!grid_.text(row, c).empty() && !is_legend_row(grid_, row)) return std::string(grid_.text(row, c));
      }
    }
    return {};
  }

  [[nodiscard]] source::Range first_heading(const MatrixTable& table) const {
    for (std::size_t c = 0; c < grid_.columns(); ++c) {
      if (grid_.at(table.header, c) != nullptr) return grid_.range(table.header, c);
    }
    return {};
  }

  void add(const MatrixTable& table, const std::string& title, bool more) {
    known_.clear();
    switch (table.layout) {
      case MatrixLayout::Names: return add_names(table, title, more);
      case MatrixLayout::Owners: return add_owners(table, more);
      case MatrixLayout::Letters:
      case MatrixLayout::Turned:
      case MatrixLayout::Ticks: break;
    }
    if (table.layout == MatrixLayout::Letters && Bearing(grid_, table).is_turned()) {
      matrix_.layout = MatrixLayout::Turned;
      return add_turned(table, title);
    }
    add_rows(table, title, more);
  }

  std::size_t role(std::string_view name, std::string_view group, source::Range at) {
    const std::string small = lower(name);
    const auto known = std::ranges::find_if(matrix_.roles, [&](const MatrixRole& r) {
      return lower(r.name) == small && (r.group == group || group.empty());
    });
    if (known != matrix_.roles.end()) return static_cast<std::size_t>(known - matrix_.roles.begin());
    matrix_.roles.push_back({std::string(name), std::string(group), at});
    return matrix_.roles.size() - 1;
  }

  std::size_t role_of_column(const MatrixTable& table, std::size_t column) {
    std::string_view group;
    if (table.groups) {
      for (std::size_t c = table.roles.front(); c <= column; ++c) {
        if (const std::string_view text = grid_.text(*table.groups, c); !text.empty()) group = text;
      }
    }
    const std::string_view name = grid_.text(table.header, column);
    if (!name.empty()) return role(name, group, grid_.range(table.header, column));
    return role(fmt::format("column {}", column + 1), group, first_heading(table));
  }

  // Rows of a section are one activity when all that stands before the letters is the same. Numbers that only count
  // rows differ in any case; of one with levels what it is part of counts.
  [[nodiscard]] std::string identity(const MatrixTable& table, const MatrixRow& row, const std::string& name) const {
    std::string out = fmt::format("{}\n{}", lower(row.section), lower(name));
    for (std::size_t c = 0; c < table.roles.front(); ++c) {
      if (table.section == c) continue;
      std::string_view text = grid_.text(row.row, c);
      if (table.number == c) text = text.substr(0, text.contains('.') ? text.rfind('.') : 0);
      out += fmt::format("\n{}", lower(text));
    }
    return out;
  }

  // Whether the two name different roles as accountable.
  static bool contradict(const MatrixActivity& a, const MatrixActivity& b) {
    const auto accountable = [](const MatrixActivity& activity) {
      std::set<std::size_t> roles;
      for (const MatrixPart& part : activity.parts) {
        if (part.part == Part::Accountable) roles.insert(part.role);
      }
      return roles;
    };
    const auto of_a = accountable(a);
    const auto of_b = accountable(b);
    return !of_a.empty() && !of_b.empty() && of_a != of_b;
  }

  // An activity that the table has already, with somebody else accountable, gets what this row or column says of it, so
  // that the contradiction is found. Other rows of one name are what they look like: matrices repeat themselves.
  void take(MatrixActivity activity, const std::string& key) {
    const auto [known, added] = known_.try_emplace(key, matrix_.activities.size());
    const bool same_cell = !added && matrix_.activities[known->second].at == activity.at;
    if (added || same_cell || !contradict(matrix_.activities[known->second], activity)) {
      matrix_.activities.push_back(std::move(activity));
      return;
    }
    MatrixActivity& first = matrix_.activities[known->second];
    matrix_.repeated.push_back(
        {.of = MatrixRepeat::Of::Activity, .name = activity.name, .at = activity.at, .first = first.at});
    std::ranges::move(activity.parts, std::back_inserter(first.parts));
    std::ranges::move(activity.others, std::back_inserter(first.others));
    std::ranges::move(activity.shared, std::back_inserter(first.shared));
  }

  // `headings` are those of the table so far. A heading over several columns is one cell.
  void take_heading(std::map<std::size_t, source::Range>& headings, std::size_t role, source::Range at) {
    const auto [first, added] = headings.try_emplace(role, at);
    if (added || first->second == at) return;
    matrix_.repeated.push_back(
        {.of = MatrixRepeat::Of::Role, .name = matrix_.roles[role].name, .at = at, .first = first->second});
  }

  MatrixActivity activity_of_row(const MatrixTable& table, const MatrixRow& row) const {
    MatrixActivity activity;
    activity.section = row.section;
    const std::size_t column = naming_column(grid_, table, row.row);
    if (column < grid_.columns()) {
      activity.name = grid_.text(row.row, column);
      activity.at = grid_.range(row.row, column);
      return activity;
    }
    activity.name = fmt::format("row {}", grid_.sheet_row(row.row) + 1);
    for (const std::size_t c : table.roles) {
      if (grid_.at(row.row, c) == nullptr) continue;
      activity.at = grid_.range(row.row, c);
      break;
    }
    return activity;
  }

  // What a cell says of an activity.
  void take_cell(MatrixActivity& activity, std::size_t who, std::size_t row, std::size_t column, MatrixLayout layout) {
    const GridCell* cell = grid_.at(row, column);
    if (cell == nullptr) return;
    const source::Range at = grid_.range(row, column);
    const CellReading& reading = cell->reading;
    if (reading.kind == CellKind::Shared) activity.shared.push_back(at);
    const bool tick = reading.kind == CellKind::Tick || reading.is_x;
    if (layout == MatrixLayout::Ticks && tick) {
      activity.parts.push_back({who, Part::Responsible, {}, at});
    } else if (reading.kind == CellKind::Text || reading.kind == CellKind::Tick) {
      activity.others.push_back({who, cell->cell->text, at});
    }
    for (const CellPart& part : reading.parts) {
      activity.parts.push_back({who, part.part, part.remark, at});
      matrix_.scopes.add(part.remark);
    }
    for (const std::string& other : reading.others) activity.others.push_back({who, other, at});
  }

  void add_rows(const MatrixTable& table, const std::string& title, bool more) {
    std::vector<std::size_t> who;
    std::map<std::size_t, source::Range> headings;
    for (const std::size_t c : table.roles) {
      who.push_back(role_of_column(table, c));
      if (grid_.at(table.header, c) != nullptr) take_heading(headings, who.back(), grid_.range(table.header, c));
    }
    for (const MatrixRow& row : activity_rows(grid_, table, title, more)) {
      MatrixActivity activity = activity_of_row(table, row);
      for (std::size_t i = 0; i < who.size(); ++i) {
        take_cell(activity, who[i], row.row, table.roles[i], table.layout);
      }
      const std::string same = identity(table, row, activity.name);
      take(std::move(activity), same);
    }
  }

  void add_turned(const MatrixTable& table, const std::string& title) {
    std::vector<MatrixActivity> activities;
    for (const std::size_t c : table.roles) {
      MatrixActivity activity;
      activity.name = grid_.text(table.header, c);
      activity.section = title;
      activity.at = grid_.at(table.header, c) == nullptr ? first_heading(table) : grid_.range(table.header, c);
      if (activity.name.empty()) activity.name = fmt::format("column {}", c + 1);
      activities.push_back(std::move(activity));
    }
    std::map<std::size_t, source::Range> headings;
    for (std::size_t row = table.first; row < table.last; ++row) {
      const bool letters =
          std::ranges::any_of(table.roles, [&](std::size_t c) { return grid_.kind(row, c) == CellKind::Letters; });
      const std::size_t named = naming_column(grid_, table, row);
      if (!letters || named == grid_.columns()) continue;
      const std::size_t who = role(grid_.text(row, named), {}, grid_.range(row, named));
      take_heading(headings, who, grid_.range(row, named));
      for (std::size_t i = 0; i < activities.size(); ++i) {
        take_cell(activities[i], who, row, table.roles[i], table.layout);
      }
    }
    for (MatrixActivity& activity : activities) {
      const std::string same = lower(activity.name);
      take(std::move(activity), same);
    }
  }

  // Names within one cell are separated by commas, semicolons, line breaks, ` / ` or ` and `.
  static std::vector<std::string_view> names_in(std::string_view text) {
    std::vector<std::string_view> names;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size();) {
      std::size_t mark = 0;
      for (const std::string_view separator : {",", ";", "\n", " / ", " and ", " & ", " + "}) {
        if (text.substr(at).starts_with(separator)) mark = separator.size();
      }
      if (at < text.size() && mark == 0) {
        ++at;
        continue;
      }
      const std::string_view name = sheet::trimmed(text.substr(begin, at - begin));
      if (!name.empty()) names.push_back(name);
      at += std::max<std::size_t>(mark, 1);
      begin = at;
    }
    return names;
  }

  void add_names(const MatrixTable& table, const std::string& title, bool more) {
    for (const MatrixRow& row : activity_rows(grid_, table, title, more)) {
      MatrixActivity activity = activity_of_row(table, row);
      for (const std::size_t c : table.roles) {
        const CellKind kind = grid_.kind(row.row, c);
        if (kind == CellKind::Blank || kind == CellKind::None) continue;
        const source::Range at = grid_.range(row.row, c);
        if (kind == CellKind::Shared) {
          activity.shared.push_back(at);
          continue;
        }
        for (const std::string_view words : names_in(grid_.text(row.row, c))) {
          const std::size_t bracket = words.find('(');
          const std::string_view name = sheet::trimmed(words.substr(0, bracket));
          Remark remark;
          if (bracket != std::string_view::npos && words.ends_with(')'))
            remark = read_remark(words.substr(bracket + 1, words.size() - bracket - 2));
          matrix_.scopes.add(remark);
          if (name.empty()) continue;
          activity.parts.push_back({role(name, {}, at), *heading_part(grid_.text(table.header, c)), remark, at});
        }
      }
      const std::string same = identity(table, row, activity.name);
      take(std::move(activity), same);
    }
  }

  // A cell says who owns the row's matter where the column holds; `N/A` says that there is no such matter.
  void add_owners(const MatrixTable& table, bool more) {
    for (const std::size_t c : table.roles) {
      for (const MatrixRow& row : activity_rows(grid_, table, {}, more)) {
        const CellKind kind = grid_.kind(row.row, c);
        if (kind == CellKind::None) continue;
        MatrixActivity activity = activity_of_row(table, row);
        activity.section = grid_.text(table.header, c);
        if (kind == CellKind::Shared) {
          activity.at = grid_.range(row.row, c);
          activity.shared.push_back(activity.at);
        } else if (kind != CellKind::Blank) {
          activity.at = grid_.range(row.row, c);
          const std::size_t who = role(grid_.text(row.row, c), {}, activity.at);
          activity.parts.push_back({who, Part::Accountable, {}, activity.at});
          activity.parts.push_back({who, Part::Responsible, {}, activity.at});
        }
        matrix_.activities.push_back(std::move(activity));
      }
    }
  }

  const Grid& grid_;
  Matrix matrix_;
  std::map<std::string, std::size_t> known_;  // activities of the table by identity
};

}  // namespace

Matrix build_matrix(const Grid& grid, std::span<const MatrixTable> tables) {
  return Builder(grid).build(tables);
}

}  // namespace tandem::draft
