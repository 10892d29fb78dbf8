// Brings another system's history into an engagement, with its own times. Reading the same file again writes nothing;
// a file that has grown adds only what is new. An incident goes in whole or not at all, and a file that cannot be read
// to its end changes nothing.
//
//   auto report = import_history("log.csv.xz", engagement, store, *policy, ids, progress);
//   if (report) print(report->opened, report->events, report->problems);
//
// Writes many incidents in one transaction and holds the store's writer for a moment each time; others may work
// meanwhile.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "app/store.h"
#include "base/id.h"
#include "connect/servicenow_log.h"
#include "connect/servicenow_story.h"
#include "policy/policy.h"

namespace tandem::connect {

struct ImportProgress {
  enum class Phase : std::uint8_t { Reading, Writing } phase = Phase::Reading;
  std::uint64_t done = 0;  // Reading: bytes of the file; Writing: incidents
  std::uint64_t total = 0;
};

struct ImportOptions {
  std::size_t incidents_per_write = 500;
};

struct ImportReport {
  std::uint64_t rows = 0;
  std::uint64_t bad_rows = 0;
  std::uint64_t incidents = 0;       // with good rows only: opened + continued + unchanged + refused
  std::uint64_t opened = 0;          // new here
  std::uint64_t continued = 0;       // known, and the file had more
  std::uint64_t unchanged = 0;       // known, nothing new
  std::uint64_t refused = 0;         // not taken; `problems` says why
  std::uint64_t left_out = 0;        // incidents with a bad row
  std::uint64_t events = 0;          // written
  std::vector<LogProblem> problems;  // the first ServiceNowLog::kProblemsKept, by line
  UnknownWords unknown_words;
  double seconds = 0;
};

// REQUIRES: `policy` is the agreement in force of `engagement`, which is in the store. `progress` is called on this
// thread.
[[nodiscard]] base::Result<ImportReport> import_history(const std::filesystem::path& path,
                                                        const desk::EngagementName& engagement, app::Store& store,
                                                        const policy::Policy& policy, base::IdSource& ids,
                                                        const std::function<void(const ImportProgress&)>& progress = {},
                                                        const ImportOptions& options = {});

}  // namespace tandem::connect
