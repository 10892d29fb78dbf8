#include "sheet/xlsx_worksheet.h"

#include <algorithm>

namespace tandem::sheet {
namespace {

constexpr std::uint32_t kWidestGap = 64;  // blank cells between two others that the source shows

template <class T>
std::optional<T> whole_number(std::string_view text) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// A cell's text on one line.
std::string on_one_line(std::string_view text) {
  std::string out(text);
  std::ranges::replace_if(out, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return out;
}

}  // namespace

void WorksheetHandler::start(std::string_view name, const XmlAttributes& attributes) {
  if (name == "row") {
    start_row(attributes);
  } else if (name == "c") {
    start_cell(attributes);
  } else if (name == "mergeCell") {
    add_area(attributes["ref"]);
  } else if (in_cell_ && name == "v") {
    in_value_ = true;
  } else if (in_cell_) {
    inline_text_.start(name);
  }
}

void WorksheetHandler::end(std::string_view name) {
  if (name == "c") {
    end_cell();
  } else if (name == "v") {
    in_value_ = false;
  } else if (in_cell_) {
    inline_text_.end(name);
  }
}

void WorksheetHandler::text(std::string_view piece) {
  if (in_value_) {
    value_ += piece;
  } else if (in_cell_) {
    inline_text_.text(piece);
  }
}

void WorksheetHandler::start_row(const XmlAttributes& attributes) {
  const std::string_view ref = attributes["r"];
  const auto row = ref.empty() ? std::optional(next_row_ + 1) : whole_number<std::uint32_t>(ref);
  if (!row || *row == 0 || *row > kMostRows) return refuse(budget_->beyond_the_format().error());
  at_ = {.row = *row - 1, .column = 0};
  next_row_ = *row;
  next_column_ = 0;
}

void WorksheetHandler::start_cell(const XmlAttributes& attributes) {
  const std::string_view ref = attributes["r"];
  const auto place = ref.empty() ? std::optional(Place{at_.row, next_column_}) : parse_place(ref);
  if (!place || place->column >= kMostColumns) {
    return refuse({base::ErrorCode::BadInput, fmt::format("{} has a cell at `{}`, which is no place in a spreadsheet",
                                                          budget_->file(), ref.substr(0, 64))});
  }
  at_ = *place;
  next_column_ = place->column + 1;
  type_ = attributes["t"];
  style_ = whole_number<std::size_t>(attributes["s"]).value_or(0);
  in_cell_ = true;
}

void WorksheetHandler::end_cell() {
  auto text = cell_text();
  in_cell_ = in_value_ = false;
  if (!text) return;
  const std::string_view words = trimmed(*text);
  if (words.empty()) return;
  if (const auto taken = budget_->take_cell(at_, words.size()); !taken) return refuse(taken.error());
  sheet_.cells.push_back({.at = at_, .text = std::string(words), .begin = 0, .end = 0});
}

// Nothing after a refusal.
std::optional<std::string> WorksheetHandler::cell_text() {
  const std::string stored = std::exchange(value_, {});
  std::string written = inline_text_.take();
  if (type_ == "inlineStr") return written;
  if (type_ == "str") return unescaped(stored);
  if (type_ == "e" || type_ == "d") return stored;
  if (type_ == "b") return stored == "1" ? "TRUE" : "FALSE";
  if (type_ != "s") return number_text(stored, tables_->styles.kind(style_), tables_->since_1904);
  if (stored.empty()) return std::nullopt;
  const auto index = whole_number<std::size_t>(stored);
  if (index && *index < tables_->strings.size()) return tables_->strings[*index];
  refuse({base::ErrorCode::BadInput,
          fmt::format("the cell {} of {} refers to a shared text that is not there", to_text(at_), budget_->file())});
  return std::nullopt;
}

void WorksheetHandler::add_area(std::string_view ref) {
  const auto area = parse_area(ref);
  if (!area) {
    return refuse({base::ErrorCode::BadInput, fmt::format("{} merges the cells `{}`, which is no area in a spreadsheet",
                                                          budget_->file(), ref.substr(0, 64))});
  }
  if (sheet_.merged.size() >= budget_->limits().merged_areas) {
    return refuse({base::ErrorCode::BadInput, fmt::format("{} has more than {} merged areas in one sheet",
                                                          budget_->file(), budget_->limits().merged_areas)});
  }
  sheet_.merged.push_back(*area);
}

// Sweeps the areas from top to bottom, with those that reach the present row at hand by their left column.
base::Result<void> WorksheetHandler::check_areas() const {
  std::map<std::uint32_t, Area> open;
  std::multimap<std::uint32_t, std::uint32_t> ends;  // last row → left column
  for (const Area& area : sheet_.merged) {
    while (!ends.empty() && ends.begin()->first < area.first.row) {
      open.erase(ends.begin()->second);
      ends.erase(ends.begin());
    }
    const auto right = open.upper_bound(area.last.column);
    if (right != open.begin() && std::prev(right)->second.last.column >= area.first.column) {
      return base::fail(base::ErrorCode::BadInput,
                        fmt::format("{} merges the cell {} into two areas", budget_->file(), to_text(area.first)));
    }
    open.emplace(area.first.column, area);
    ends.emplace(area.last.row, area.first.column);
  }
  return {};
}

// One line for each row, from the first of the sheet, so that lines have the numbers of rows.
base::Result<void> WorksheetHandler::write_source() {
  std::string& source = sheet_.source;
  Place at;
  for (Cell& cell : sheet_.cells) {
    const bool new_line = cell.at.row > at.row;
    if (new_line) {
      TANDEM_TRY_DONE(budget_->take_text(cell.at.row - at.row));
      source.append(cell.at.row - at.row, '\n');
      at = {cell.at.row, 0};
    }
    const std::uint32_t gap = cell.at.column - at.column;
    if (!new_line && !source.empty() && source.back() != '\n') {
      source += " | ";
      for (std::uint32_t i = 1; i < gap && gap <= kWidestGap; ++i) source += " | ";
    }
    const std::string text = on_one_line(cell.text);
    TANDEM_TRY_DONE(budget_->take_text(text.size() + 3 * std::min(gap, kWidestGap)));
    cell.begin = static_cast<std::uint32_t>(source.size());
    source += text;
    cell.end = static_cast<std::uint32_t>(source.size());
    at.column = cell.at.column;
  }
  source += '\n';
  return {};
}

base::Result<Sheet> WorksheetHandler::take(std::string name) {
  sheet_.name = std::move(name);
  std::ranges::stable_sort(sheet_.cells, {}, &Cell::at);
  const auto twice = std::ranges::unique(sheet_.cells, {}, &Cell::at);
  sheet_.cells.erase(twice.begin(), twice.end());
  std::ranges::sort(sheet_.merged, {}, &Area::first);
  TANDEM_TRY_DONE(check_areas());
  TANDEM_TRY_DONE(write_source());
  return std::move(sheet_);
}

}  // namespace tandem::sheet
