// What is found about one table, and as a line of JSON:
//
//   {"id":"hours","complete":false,"overlap_pairs":[[1,2]],"conflicting_pairs":[],"gap_volume":720,
//    "gap_boxes":[[["west"],[0,720]]],"ms":0.013}
//
// Rules are numbered from 1. Conflicting pairs are the overlapping ones whose owners differ. The boxes of the gap are
// disjoint, together all of it, and written like cells. `ms` is the time that finding it took.
#pragma once

#include <string>
#include <vector>

#include "decision_tables/table_file.h"
#include "proof/table_gap.h"
#include "proof/table_overlaps.h"

namespace tandem::decision_tables {

struct TableReport {
  std::vector<proof::RulePair> overlapping{};
  std::vector<proof::RulePair> conflicting{};
  proof::TableGap gap{};
};

[[nodiscard]] TableReport analyse(const DecisionTable& table);
[[nodiscard]] std::string to_line(const DecisionTable& table, const TableReport& report, double milliseconds);

}  // namespace tandem::decision_tables
