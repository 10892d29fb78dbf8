// The use cases on leave: who is away, and what it uncovers. What is recorded counts at once for every new decision:
// who is on duty, whether a team is there, whose deputy answers. Decisions that were made stay as they were.
//
//   auto recorded = leave.record(caller, engagement, {.person = luis, .from = "2026-12-21", .to = "2027-01-02"}, {});
//   for (const Consequence& each : recorded->consequences) warn(each.text);
//   leave.remove(caller, engagement, recorded->entry.record->id);
//
// Nothing is ever deleted: a change is a removal and a recording. The past may be recorded: illness is told afterwards.
// Thread-safe.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/caller.h"
#include "app/engagements.h"
#include "app/failure.h"
#include "app/leave_consequences.h"
#include "app/leave_covers.h"
#include "app/leave_period.h"
#include "app/leave_scope.h"
#include "app/store.h"
#include "app/tickets.h"
#include "base/id.h"
#include "base/time.h"

namespace tandem::app {

inline constexpr std::size_t kMaxLeaveNote = 200;      // code points
inline constexpr std::size_t kMaxLeaveOfPerson = 500;  // in force, recorded in the application

// As leave_period.h reads it.
struct NewLeave {
  desk::PersonName person;
  std::string from;
  std::string to;
  std::string note;
};

// One leave as somebody sees it: of the agreement's text, with its place, or recorded.
struct LeaveEntry {
  desk::PersonName person;
  PeriodText period;
  base::Interval during;
  policy::TextPlace at;
  std::optional<LeaveRecord> record;
  bool may_remove = false;
  std::optional<CoverInSight> cover{};  // of leave that was recorded and has a task for it
};

struct RecordedLeave {
  LeaveEntry entry;
  std::vector<Consequence> consequences;  // from now on; empty: nobody is missed
};

struct LeaveQuery {
  std::optional<base::Interval> between;  // what touches it
  desk::PersonName person;                // empty: everybody
  LeaveHistory history = LeaveHistory::InForce;
};

class Leave {
 public:
  Leave(Store& store, Engagements& engagements, const base::Clock& clock, base::IdSource& ids)
      : store_(&store), engagements_(&engagements), clock_(&clock), ids_(&ids) {}

  [[nodiscard]] Outcome<RecordedLeave> record(const Author& author, const desk::EngagementName& engagement,
                                              const NewLeave& wanted, const std::optional<Idempotency>& idempotency);
  // What record() would answer; nothing is written.
  [[nodiscard]] Outcome<std::vector<Consequence>> preview(const Author& author, const desk::EngagementName& engagement,
                                                          const NewLeave& wanted) const;
  // Another period or note for the same person: removes the one and records the other, in one step.
  [[nodiscard]] Outcome<RecordedLeave> change(const Author& author, const desk::EngagementName& engagement, LeaveId id,
                                              const NewLeave& wanted);
  // That it is removed already is what was asked for.
  [[nodiscard]] Outcome<> remove(const Author& author, const desk::EngagementName& engagement, LeaveId id);
  // Whole days, both included, in the engagement's zone; nothing when there is no such engagement.
  // REQUIRES: `to` is not before `from`.
  [[nodiscard]] std::optional<base::Interval> days(const desk::EngagementName& engagement, calendar::Date from,
                                                   calendar::Date to) const;
  // In the order in which leave begins; that of the agreement among it.
  [[nodiscard]] Outcome<std::vector<LeaveEntry>> list(const Author& author, const desk::EngagementName& engagement,
                                                      const LeaveQuery& query) const;
  // How it stands with the cover of leave in force. REQUIRES: the caller may read the calendar.
  [[nodiscard]] Outcome<std::map<LeaveId, CoverInSight>> covers(const desk::EngagementName& engagement) const;

 private:
  [[nodiscard]] Outcome<LeaveRecord> compose(const LeaveScope& scope, const NewLeave& wanted) const;
  [[nodiscard]] Outcome<LeaveRecord> find(const LeaveScope& scope, LeaveId id) const;
  [[nodiscard]] Outcome<std::vector<Consequence>> consequences(const LeaveScope& scope, const LeaveRecord& leave,
                                                               std::optional<LeaveId> replaced) const;
  [[nodiscard]] Outcome<RecordedLeave> told(const LeaveScope& scope, const LeaveRecord& leave,
                                            std::optional<LeaveId> replaced) const;
  [[nodiscard]] Outcome<> take_up(const LeaveScope& scope);

  Store* store_;
  Engagements* engagements_;
  const base::Clock* clock_;
  base::IdSource* ids_;
};

// The leave of one engagement's snapshot, of the agreement and recorded, that touches `between`; in the order in which
// it begins. For pictures of the calendar, which need no history.
[[nodiscard]] base::Result<std::vector<LeaveEntry>> leave_entries(const Engagement& engagement,
                                                                  std::span<const LeaveRecord> recorded,
                                                                  const LeaveQuery& query);

}  // namespace tandem::app
