// What came in the past, as far as an agreement asks: one item for each piece of work, as it was when it was opened.
// Two forms are known by their header: the ServiceNow incident log (servicenow_log.h), and a plain CSV export with the
// columns
//
//   opened, category, priority, site, department, asset_class, requester, source
//
// of which only `opened` must be there, in any order; others are passed over. Times are RFC 3339 or local to the zone
// (`2026-10-05 14:30`). Words are kept as they stand and as an import would take them: "Category 26" is `category-26`.
// Files may be compressed by xz.
//
//   TANDEM_TRY(const PastItems past, read_past_items("export.csv", zone));
//
// Pure apart from reading; one thread at a time.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/time.h"
#include "calendar/zone.h"
#include "connect/servicenow_log.h"
#include "policy/past_work.h"

namespace tandem::connect {

struct PastItems {
  std::vector<policy::PastWork> items;  // in the order of the file, of a log by opening
  std::uint64_t left_out = 0;           // rows or incidents that cannot be read
  std::vector<LogProblem> problems;     // the first ServiceNowLog::kProblemsKept of them
};

// BadInput when it is neither form; otherwise as read_servicenow_log and CsvReader.
[[nodiscard]] base::Result<PastItems> read_past_items(const std::filesystem::path& path, const calendar::Zone& zone);

}  // namespace tandem::connect
