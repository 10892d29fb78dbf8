// What became of a ticket's targets, in the order of time: each moment at which one was met or missed, as it was known
// then. A reading (clock_reading.h) says how a target stands; this says what happened, and what happened stays so
// whatever comes later. So a period can be cut in two and every moment is in exactly one of the parts.
//
//   const TargetCourse course = target_course(TargetKind::Resolve, ticket, history, {.from = from, .to = to});
//   for (const TargetMoment& moment : course.moments) …          // met, met late, missed
//   course.at_end                                                // running, overdue, or nothing to be told
//
// - Met, met late: the moment at which the ticket was answered, resolved, or closed without that; judged as the clock
//   judges it. A ticket that is reopened may be resolved again.
// - Missed: the due instant was over and it was not met; or, where what happened made the ticket late at once (another
//   priority, a new version of the agreement), the instant of that. What is missed is not missed again while it stays
//   so, also through resolving and reopening. Every target that is met late was missed before or at that moment.
//
// Pure. O(segments and versions that the period touches), one reading each.
#pragma once

#include <optional>
#include <vector>

#include "desk/clock_reading.h"

namespace tandem::desk {

enum class TargetVerdict : std::uint8_t { Met, MetLate, Missed };

struct TargetMoment {
  TargetVerdict verdict = TargetVerdict::Met;
  base::Instant at;
  bool operator==(const TargetMoment&) const = default;
};

enum class TargetStanding : std::uint8_t { Running, Overdue };  // Running: also while its clock stands still

struct TargetCourse {
  std::vector<TargetMoment> moments;     // within the period
  std::optional<TargetStanding> at_end;  // just before its end; nothing: it was met, not promised, or not there yet
  bool operator==(const TargetCourse&) const = default;
};

// REQUIRES: a ticket with its first two events, and the period is over: nothing that happens later is before its end.
[[nodiscard]] TargetCourse target_course(TargetKind kind, const Ticket& ticket, const AgreementHistory& history,
                                         base::Interval period);

}  // namespace tandem::desk
