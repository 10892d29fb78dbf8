#include "proof/table_gap.h"

#include <numeric>

#include "proof/box_union.h"
#include "proof/subdivision.h"

namespace tandem::proof {
namespace {

bool any_full(const std::vector<Entry>& entries) {
  return std::ranges::any_of(entries, [](const Entry& entry) { return entry.is_full(); });
}

}  // namespace

TableGap find_gap(const Table& table) {
  TableGap gap;
  std::vector<std::uint32_t> rules(table.rules());
  std::iota(rules.begin(), rules.end(), std::uint32_t{0});
  Subdivision(table).walk(table.whole(), rules, [&](RegionView part, const std::vector<Entry>& entries) {
    if (any_full(entries)) return Step::Leave;
    if (!entries.empty()) return Step::Cut;
    gap.volume = gap.volume + table.volume(part);
    gap.boxes.push_back(table.box(part));
    return Step::Leave;
  });
  join_boxes(gap.boxes);
  return gap;
}

std::optional<Point> find_uncovered(const Table& table, RegionView region, std::span<const std::uint32_t> rules) {
  std::optional<Point> found;
  Subdivision(table).walk(region, rules, [&](RegionView part, const std::vector<Entry>& entries) {
    if (any_full(entries)) return Step::Leave;
    if (!entries.empty()) return Step::Cut;
    found = table.first_point(part);
    return Step::Stop;
  });
  return found;
}

}  // namespace tandem::proof
