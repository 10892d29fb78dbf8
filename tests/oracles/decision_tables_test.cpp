// Answers of others: decision tables whose gaps and overlaps were found by looking at every point.
#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <set>

#include "connect/input.h"
#include "decision_tables/table_file.h"
#include "decision_tables/table_report.h"
#include "json/json.h"
#include "oracles/feel_cell.h"
#include "oracles/oracle_file.h"
#include "proof/first_match.h"
#include "proof/table_gap.h"
#include "proof/table_overlaps.h"
#include "support/planted_table.h"

using namespace tandem;

namespace {

std::string decompressed(const std::string& path) {
  const auto input = connect::open_input(path);
  REQUIRE(input.has_value());
  std::string text;
  std::string piece(std::size_t{64} << 10, '\0');
  while (true) {
    const auto count = (*input)->read(piece);
    REQUIRE(count.has_value());
    if (*count == 0) return text;
    text.append(piece, 0, *count);
  }
}

// Boxes as a set: of what is not a range, the values in any order.
std::set<std::string> boxes(const json::Array& list) {
  std::set<std::string> out;
  for (const json::Value& box : list) {
    std::string text;
    for (const json::Value& cell : box.as_array()) {
      std::vector<std::string> parts;
      for (const json::Value& part : cell.as_array()) parts.push_back(json::to_text(part));
      if (cell.as_array().front().is_string()) std::ranges::sort(parts);
      for (const std::string& part : parts) text += part + ",";
      text += ";";
    }
    out.insert(text);
  }
  return out;
}

// How many points no rule takes, by a sweep over the minutes for each combination of the other columns.
std::uint64_t untaken_points(const proof::PlantedTable& planted) {
  constexpr std::size_t kMinute = 1;
  std::vector<std::vector<proof::Span>> taken(1);
  std::vector<std::size_t> sizes;
  for (std::size_t i = 0; i < planted.columns.size(); ++i) {
    const proof::Column& column = planted.columns[i];
    const std::int64_t size = column.range ? column.range->to - column.range->from : column.count;
    sizes.push_back(i == kMinute ? 1 : static_cast<std::size_t>(size));
    if (i != kMinute) taken.resize(taken.size() * sizes.back());
  }
  for (const proof::Box& rule : planted.rules) {
    std::vector<std::size_t> cells{0};
    for (std::size_t i = 0; i < rule.size(); ++i) {
      if (i == kMinute) continue;
      std::vector<std::size_t> chosen;
      if (const auto* values = std::get_if<proof::Bits>(&rule[i])) {
        for (const std::uint32_t value : *values) chosen.push_back(value);
      } else {
        const auto span = std::get<proof::Span>(rule[i]);
        for (auto n = span.from; n < span.to; ++n) chosen.push_back(static_cast<std::size_t>(n - 1));
      }
      std::vector<std::size_t> longer;
      for (const std::size_t cell : cells) {
        for (const std::size_t value : chosen) longer.push_back(cell * sizes[i] + value);
      }
      cells = std::move(longer);
    }
    for (const std::size_t cell : cells) taken[cell].push_back(std::get<proof::Span>(rule[kMinute]));
  }
  std::uint64_t untaken = 0;
  for (auto& spans : taken) {
    std::ranges::sort(spans);
    std::int64_t until = 0;
    for (const proof::Span& span : spans) {
      if (span.from > until) untaken += static_cast<std::uint64_t>(span.from - until);
      until = std::max(until, span.to);
    }
    untaken += static_cast<std::uint64_t>(10'080 - until);
  }
  return untaken;
}

bool overlap_plainly(const proof::Box& a, const proof::Box& b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (const auto* values = std::get_if<proof::Bits>(&a[i])) {
      if (!values->intersects(std::get<proof::Bits>(b[i]))) return false;
      continue;
    }
    const auto x = std::get<proof::Span>(a[i]);
    const auto y = std::get<proof::Span>(b[i]);
    if (std::max(x.from, y.from) >= std::min(x.to, y.to)) return false;
  }
  return true;
}

using oracles::FeelColumn;

struct DmnTable {
  std::vector<FeelColumn> inputs{};
  std::vector<proof::Column> columns{};
  std::vector<proof::Box> rules{};
};

std::string text_of(const json::Value& value) {
  return value.is_null() ? std::string() : std::string(value.as_string());
}

FeelColumn input_of(const json::Object& input, const std::vector<std::string>& cells) {
  const std::string type = text_of(input.at("type"));
  if (type == "number") return {FeelColumn::Type::Numbers, text_of(input.at("domain")), cells};
  if (type == "date") return {FeelColumn::Type::Days, text_of(input.at("domain")), cells};
  return {FeelColumn::Type::Words, type == "boolean" ? "true,false" : text_of(input.at("domain")), cells};
}

DmnTable dmn_table(const json::Object& entry) {
  DmnTable table;
  const json::Array& rules = entry.at("rules").as_array();
  table.rules.resize(rules.size());
  for (std::size_t column = 0; column < entry.at("inputs").as_array().size(); ++column) {
    std::vector<std::string> cells;
    for (const json::Value& rule : rules) cells.push_back(text_of(rule.at("in").at(column)));
    const FeelColumn input = input_of(entry.at("inputs").at(column).as_object(), cells);
    const bool in_order = input.type() != FeelColumn::Type::Words &&
                          std::ranges::all_of(cells, [&](const auto& cell) { return input.span(cell).has_value(); });
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (in_order) {
        table.rules[i].emplace_back(*input.span(cells[i]));
      } else {
        table.rules[i].emplace_back(input.values(cells[i]));
      }
    }
    table.columns.push_back(input.column(in_order));
    table.inputs.push_back(input);
  }
  return table;
}

std::int64_t position_of(const FeelColumn& input, const json::Value& value) {
  if (value.is_bool()) return input.position(value.as_bool() ? "true" : "false");
  if (!value.is_string()) return input.position(value.to_number<double>());
  const auto word = std::string_view(value.as_string());
  if (input.type() == FeelColumn::Type::Days) return input.position(*FeelColumn::day(word));
  return input.position(fmt::format("\"{}\"", word));
}

// The rules that the kernel finds at a point, one after the other: the first of those that are left.
std::vector<std::int64_t> rules_at(const proof::Table& table, const proof::Point& point) {
  std::optional<proof::Region> region = table.whole();
  for (std::size_t i = 0; region && i < point.size(); ++i) region = table.at_value(*region, i, point[i]);
  REQUIRE(region.has_value());
  const proof::Bits wanted = proof::Bits::full(table.rules());
  std::vector<std::int64_t> found;
  std::vector<std::uint32_t> left(wanted.begin(), wanted.end());
  while (const auto next = find_decided(table, *region, left, wanted, proof::Wanted::Any)) {
    found.push_back(next->rule + 1);
    std::erase_if(left, [&](std::uint32_t rule) { return rule <= next->rule; });
  }
  return found;
}

void compare(const json::Object& entry) {
  const DmnTable dmn = dmn_table(entry);
  const proof::Table table(dmn.columns, dmn.rules);
  const json::Object& truth = entry.at("truth").as_object();
  CHECK(find_gap(table).boxes.empty() == truth.at("complete").as_bool());
  json::Array pairs;
  for (const proof::RulePair& pair : overlapping_pairs(table)) pairs.push_back({pair.first + 1, pair.second + 1});
  CHECK(json::to_text(pairs) == json::to_text(truth.at("overlap_pairs")));
  CHECK(pairs.empty() == truth.at("overlap_free").as_bool());
  for (const json::Value& probe : truth.at("probes").as_array()) {
    proof::Point point;
    const json::Array& values = probe.at(0).as_array();
    for (std::size_t i = 0; i < values.size(); ++i) point.push_back(position_of(dmn.inputs[i], values[i]));
    json::Array expected;
    for (const std::int64_t rule : rules_at(table, point)) expected.push_back(rule);
    CHECK(json::to_text(expected) == json::to_text(probe.at(1)));
  }
}

}  // namespace

TEST_CASE("tables of 499 rules have exactly the published gaps and overlaps") {
  const std::string path = TANDEM_ROOT "/../shared/data/dmn/scale_tables.json.xz";
  if (!std::filesystem::exists(path)) {
    MESSAGE("skipped: there is no ../shared/data/dmn/scale_tables.json.xz");
    return;
  }
  const std::string text = decompressed(path);
  const auto published = json::parse(text, {.bytes = std::size_t{64} << 20});
  REQUIRE(published.has_value());
  const auto tables = decision_tables::read_tables(text);
  REQUIRE(tables.has_value());
  const json::Array& truths = published->at("tables").as_array();
  REQUIRE(tables->size() == truths.size());
  REQUIRE(!tables->empty());
  for (std::size_t i = 0; i < truths.size(); ++i) {
    CAPTURE((*tables)[i].id);
    const json::Object& truth = truths[i].at("truth").as_object();
    const std::string line = to_line((*tables)[i], decision_tables::analyse((*tables)[i]), 0);
    const auto ours = json::parse(line, {.bytes = std::size_t{64} << 20});
    REQUIRE(ours.has_value());
    for (const char* field : {"complete", "overlap_pairs", "conflicting_pairs", "gap_volume"}) {
      CAPTURE(field);
      CHECK(json::to_text(ours->at(field)) == json::to_text(truth.at(field)));
    }
    CHECK(boxes(ours->at("gap_boxes").as_array()) == boxes(truth.at("gap_boxes").as_array()));
  }
}

TEST_CASE("larger tables with planted faults are told exactly") {
  for (const std::uint32_t rules : {998U, 1492U}) {
    for (const std::uint32_t faults : {0U, 25U}) {
      CAPTURE(rules);
      CAPTURE(faults);
      const proof::PlantedTable planted({.rules = rules, .columns = 7, .faults = faults, .seed = rules});
      const proof::Table table(planted.columns, planted.rules);
      const proof::TableGap gap = find_gap(table);
      CHECK(gap.volume == proof::Volume::of(untaken_points(planted)));
      CHECK(gap.boxes.empty() == (faults == 0));
      std::vector<proof::RulePair> expected;
      for (std::uint32_t i = 0; i < rules; ++i) {
        for (std::uint32_t j = i + 1; j < rules; ++j) {
          if (overlap_plainly(planted.rules[i], planted.rules[j])) expected.push_back({i, j});
        }
      }
      CHECK(overlapping_pairs(table) == expected);
      CHECK(expected.empty() == (faults == 0));
    }
  }
}

TEST_CASE("published DMN tables have exactly the gaps and overlaps that enumeration finds") {
  const auto published = oracles::oracle("dmn/tables_truth.json");
  if (!published) return;
  std::size_t compared = 0;
  for (const json::Value& each : published->as_array()) {
    const json::Object& entry = each.as_object();
    CAPTURE(std::string(entry.at("id").as_string()));
    if (entry.at("truth").is_null()) continue;  // its syntax has no one meaning, the file says
    compare(entry);
    ++compared;
  }
  CHECK(compared >= 31);
}
