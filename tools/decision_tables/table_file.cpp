#include "decision_tables/table_file.h"

#include <boost/json.hpp>
#include <unordered_map>

#include "json/reader.h"
#include "proof/volume.h"

namespace tandem::decision_tables {
namespace {

// Of one file, so that whatever it says fits in memory.
constexpr std::size_t kBytes = std::size_t{256} << 20;
constexpr std::size_t kTables = 10'000;
constexpr std::size_t kColumns = 256;
constexpr std::size_t kRules = 100'000;
constexpr std::size_t kValues = 100'000;
constexpr std::size_t kMostProblems = 20;

enum class ColumnKind : std::uint8_t { Enum, Num };
constexpr json::Choice<ColumnKind> kKinds[] = {{"enum", ColumnKind::Enum}, {"num", ColumnKind::Num}};

class ColumnReader {
 public:
  explicit ColumnReader(json::ValueReader& value) {
    json::ObjectReader in = value.object();
    column_.name = in.required_text("name");
    if (auto kind = in.required("kind")) kind_ = kind->choice<ColumnKind>(kKinds);
    if (kind_ == ColumnKind::Enum) read_values(in);
    if (kind_ == ColumnKind::Num) read_numbers(in);
  }

  // Of a column that could not be read, cells say nothing: whatever they are is let pass.
  [[nodiscard]] proof::Choice choice(json::ValueReader& cell) const {
    if (!readable_) return proof::Everything{};
    return kind_ == ColumnKind::Enum ? values_in(cell) : range_in(cell);
  }
  [[nodiscard]] const TableColumn& column() const { return column_; }
  [[nodiscard]] proof::Volume size() const {
    if (!readable_) return proof::Volume::of(1);
    if (!column_.column.range) return proof::Volume::of(column_.column.count);
    const proof::Span range = *column_.column.range;
    return proof::Volume::of(static_cast<std::uint64_t>(range.to) - static_cast<std::uint64_t>(range.from));
  }

 private:
  void read_values(json::ObjectReader& in) {
    for (json::ValueReader& each : in.required_list("domain", {.min = 1, .max = kValues})) {
      const auto word = each.text();
      if (!word) continue;
      if (!positions_.emplace(*word, static_cast<std::uint32_t>(column_.values.size())).second) {
        each.complain(fmt::format("`{}` stands twice in the domain", *word));
        continue;
      }
      column_.values.push_back(*word);
    }
    readable_ = !column_.values.empty();
    column_.column = proof::Column::values(static_cast<std::uint32_t>(column_.values.size()));
  }

  void read_numbers(json::ObjectReader& in) {
    json::ObjectReader domain = in.required_object("domain");
    auto from_field = domain.required("from");
    auto to_field = domain.required("to_exclusive");
    const auto from = from_field ? from_field->integer() : std::nullopt;
    const auto to = to_field ? to_field->integer() : std::nullopt;
    if (!from || !to) return;
    if (*from >= *to) {
      to_field->complain(fmt::format("the domain is empty: {} is not above {}", *to, *from));
      return;
    }
    readable_ = true;
    column_.column = proof::Column::numbers(*from, *to);
  }

  proof::Choice values_in(json::ValueReader& cell) const {
    proof::Bits chosen(column_.values.size());
    for (json::ValueReader& each : cell.list({.min = 1, .max = kValues})) {
      const auto word = each.text();
      if (!word) continue;
      const auto found = positions_.find(*word);
      if (found == positions_.end()) {
        each.complain(fmt::format("`{}` is not in the domain of `{}`", *word, column_.name));
      } else {
        chosen.add(found->second);
      }
    }
    return chosen;
  }

  proof::Choice range_in(json::ValueReader& cell) const {
    std::vector<std::int64_t> ends;
    for (json::ValueReader& each : cell.list({.min = 2, .max = 2})) {
      if (const auto number = each.integer()) ends.push_back(*number);
    }
    if (ends.size() != 2) return proof::Everything{};
    const proof::Span range = *column_.column.range;
    if (ends[0] >= ends[1]) {
      cell.complain(fmt::format("the range is empty: {} is not above {}", ends[1], ends[0]));
    } else if (ends[0] < range.from || ends[1] > range.to) {
      cell.complain(fmt::format("[{}, {}) is not within the domain of `{}`, [{}, {})", ends[0], ends[1], column_.name,
                                range.from, range.to));
    }
    return proof::Span{ends[0], ends[1]};
  }

  TableColumn column_{};
  std::optional<ColumnKind> kind_{};
  bool readable_ = false;
  std::unordered_map<std::string, std::uint32_t> positions_{};  // enum: by value
};

DecisionTable read_table(json::ValueReader& value) {
  json::ObjectReader in = value.object();
  DecisionTable table{.id = in.required_text("id", {.min = 1})};
  std::vector<ColumnReader> columns;
  proof::Volume volume = proof::Volume::of(1);
  for (json::ValueReader& column : in.required_list("columns", {.min = 1, .max = kColumns})) {
    columns.emplace_back(column);
    table.columns.push_back(columns.back().column());
    volume = volume * columns.back().size();
  }
  if (volume.is_too_large()) in.complain("columns", "the domain must have fewer than 2^128 points");
  std::unordered_map<std::string, std::uint32_t> owners;
  for (json::ValueReader& each : in.required_list("rules", {.max = kRules})) {
    json::ObjectReader rule = each.object();
    const std::string owner = rule.required_text("owner");
    table.owners.push_back(owners.emplace(owner, static_cast<std::uint32_t>(owners.size())).first->second);
    proof::Box box;
    auto cells = rule.required_list("when", {.max = kColumns});
    if (!columns.empty() && !cells.empty() && cells.size() != columns.size()) {
      rule.complain("when", fmt::format("has {} cells where the table has {} columns", cells.size(), columns.size()));
    }
    for (std::size_t i = 0; i < std::min(cells.size(), columns.size()); ++i) box.push_back(columns[i].choice(cells[i]));
    table.rules.push_back(std::move(box));
  }
  return table;
}

std::string text_of(const std::vector<json::Problem>& problems) {
  std::string text;
  for (std::size_t i = 0; i < std::min(problems.size(), kMostProblems); ++i) {
    const auto& [pointer, message] = problems[i];
    text += fmt::format("{}{}: {}", i == 0 ? "" : "\n", pointer.empty() ? "the whole" : pointer, message);
  }
  if (problems.size() > kMostProblems) text += fmt::format("\nand {} others", problems.size() - kMostProblems);
  return text;
}

}  // namespace

base::Result<std::vector<DecisionTable>> read_tables(std::string_view text) {
  const auto value = json::parse(text, {.bytes = kBytes});
  if (!value) {
    const json::ParseError& error = value.error();
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("line {}, column {}: {}", error.line, error.column, error.message));
  }
  std::vector<json::Problem> problems;
  std::vector<DecisionTable> tables;
  json::ValueReader whole(*value, "", problems);
  const bool is_one = value->is_object() && value->as_object().contains("columns");
  if (is_one) {
    tables.push_back(read_table(whole));
  } else {
    auto list =
        value->is_array() ? whole.list({.max = kTables}) : whole.object().required_list("tables", {.max = kTables});
    for (json::ValueReader& each : list) tables.push_back(read_table(each));
  }
  if (!problems.empty()) return base::fail(base::ErrorCode::BadInput, text_of(problems));
  return tables;
}

}  // namespace tandem::decision_tables
