// The event log that ServiceNow keeps of its incidents, exported as CSV: one row for each update of an incident, with
// the whole incident as it was after it. Here rows become typed and are gathered by incident, in the order in which
// they happened. What they mean for a desk is servicenow_story.h's.
//
//   TANDEM_TRY(const ServiceNowLog log, read_servicenow_log(*input, zone));
//   for (const LogIncident& incident : log.incidents) …incident.rows…
//
// Columns that tell the end of the story (closed_code, resolved_by, resolved_at, closed_at, made_sla) are not read at
// all: exports fill them in on every row back to the first, so that reading them would tell the past its future.
// `?` and the empty field are "unknown". Times have no zone (`29/2/2016 01:16`): they are local to `zone`.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/error.h"
#include "base/time.h"
#include "calendar/zone.h"
#include "connect/input.h"

namespace tandem::connect {

enum class LogState : std::uint8_t {
  Unknown,  // `-100`: the log itself does not know
  New,
  Active,
  AwaitingUserInfo,
  AwaitingVendor,
  AwaitingProblem,
  AwaitingEvidence,
  Resolved,
  Closed,
};

// Texts point into the log's own memory; empty means unknown.
struct LogRow {
  std::uint64_t line = 0;  // of the file, from 1
  base::Instant at;        // sys_updated_at
  base::Instant opened_at;
  std::uint32_t mod_count = 0;
  LogState state = LogState::Unknown;
  std::string_view category, subcategory, symptom, priority, location;
  std::string_view group, assigned_to, updated_by;
  std::string_view caller, contact_type, impact, urgency;
};

struct LogIncident {
  std::string_view number;   // "INC0000045"
  std::vector<LogRow> rows;  // by (at, mod_count, line); not empty
};

struct LogProblem {
  std::uint64_t line = 0;
  std::string message;
};

struct ServiceNowLog {
  static constexpr std::size_t kProblemsKept = 20;

  std::vector<LogIncident> incidents;  // by (opened_at, number)
  std::uint64_t rows = 0;              // data rows, good and bad
  std::uint64_t bad_rows = 0;
  std::vector<LogProblem> problems;  // the first kProblemsKept
  // Incidents of which a row is bad, and those next to a row that cannot tell whose it is. They are not in `incidents`:
  // nothing goes in by halves, and once the file is repaired they go in whole.
  std::set<std::string, std::less<>> left_out;
  std::unordered_set<std::string> words;  // what the rows' texts point into
};

// Told now and then, on the reading thread.
using ReadProgress = std::function<void(const Input&)>;

// BadInput when the header lacks a column (all missing ones are named) or the text cannot be read to its end.
[[nodiscard]] base::Result<ServiceNowLog> read_servicenow_log(Input& input, const calendar::Zone& zone,
                                                              const ReadProgress& progress = {});

// `29/2/2016 01:16`; nothing when it is not a date that exists.
[[nodiscard]] std::optional<calendar::LocalTime> parse_log_time(std::string_view text);

}  // namespace tandem::connect
