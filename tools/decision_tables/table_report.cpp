#include "decision_tables/table_report.h"

#include <boost/json.hpp>

#include "json/json.h"

namespace tandem::decision_tables {
namespace {

template <class Items, class ToText>
std::string list_of(const Items& items, const ToText& to_text) {
  std::string text = "[";
  for (bool first = true; const auto& item : items) {
    if (!first) text += ',';
    first = false;
    text += to_text(item);
  }
  return text + "]";
}

std::string pair_text(const proof::RulePair& pair) {
  return fmt::format("[{},{}]", pair.first + 1, pair.second + 1);
}

std::string cell_text(const proof::Choice& choice, const TableColumn& column) {
  if (const auto* span = std::get_if<proof::Span>(&choice)) return fmt::format("[{},{}]", span->from, span->to);
  return list_of(std::get<proof::Bits>(choice),
                 [&](std::uint32_t value) { return json::to_text(json::Value(column.values[value])); });
}

std::string box_text(const proof::Box& box, const DecisionTable& table) {
  std::size_t column = 0;
  return list_of(box, [&](const proof::Choice& choice) { return cell_text(choice, table.columns[column++]); });
}

}  // namespace

TableReport analyse(const DecisionTable& table) {
  std::vector<proof::Column> columns;
  for (const TableColumn& each : table.columns) columns.push_back(each.column);
  const proof::Table compressed(std::move(columns), table.rules);
  TableReport report{.overlapping = proof::overlapping_pairs(compressed), .gap = proof::find_gap(compressed)};
  for (const proof::RulePair& pair : report.overlapping) {
    if (table.owners[pair.first] != table.owners[pair.second]) report.conflicting.push_back(pair);
  }
  return report;
}

std::string to_line(const DecisionTable& table, const TableReport& report, double milliseconds) {
  const proof::TableGap& gap = report.gap;
  return fmt::format(
      R"({{"id":{},"complete":{},"overlap_pairs":{},"conflicting_pairs":{},"gap_volume":{},"gap_boxes":{},"ms":{:.3f}}})",
      json::to_text(json::Value(table.id)), gap.boxes.empty(), list_of(report.overlapping, pair_text),
      list_of(report.conflicting, pair_text), gap.volume.to_text(),
      list_of(gap.boxes, [&](const proof::Box& box) { return box_text(box, table); }), milliseconds);
}

}  // namespace tandem::decision_tables
