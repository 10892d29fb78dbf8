// What the versions of an agreement promise and how they count: the part of them that clocks ask for.
//
//   const AgreementHistory history(versions);               // oldest first, each with the instant it came into force
//   if (const auto promise = promised(TargetKind::Resolve, ticket.facts.kind, priority, newest)) … promise->goal …
//
// The rules (docs/desk.md): something is promised to whoever asks the teams for something, so about incidents and
// requests; what is promised is what the newest version says of the priority of now. Time is counted
// piece by piece, each on the clock calendar that the version in force then names for the priority of now, so that a
// new version never counts again what was counted; where that version does not know the priority, for the priority the
// ticket had then; where it knows neither, as the newest version counts.
#pragma once

#include <optional>
#include <span>

#include "desk/clock.h"
#include "desk/segment.h"
#include "desk/version_policy.h"
#include "policy/policy.h"

namespace tandem::desk {

// A version of the agreement and since when it holds. A version whose text no longer compiles has the policy of the one
// that stands in for it, which then has another number. Only the versions of a ticket's time are asked for theirs.
struct AgreementInForce {
  base::Instant from;
  std::uint32_t version = 0;
  VersionPolicy policy;
};

// A view of the versions. REQUIRES: not empty, in the order of `from`; they outlive the view. Before the first version
// the first one counts: what was imported is older than the agreement.
class AgreementHistory {
 public:
  explicit AgreementHistory(std::span<const AgreementInForce> versions);
  [[nodiscard]] std::size_t position_at(base::Instant at) const;  // of the version in force; O(versions since `at`)
  [[nodiscard]] const AgreementInForce& operator[](std::size_t i) const { return versions_[i]; }
  [[nodiscard]] const AgreementInForce& at(base::Instant at) const { return versions_[position_at(at)]; }
  // When the version at the position gives way to the next one; nothing for the last.
  [[nodiscard]] std::optional<base::Instant> until(std::size_t position) const;

 private:
  std::span<const AgreementInForce> versions_;
};

// A promise that is in force at an instant, and how the newest version counts for it.
struct Promise {
  const policy::Target* target = nullptr;  // never null; of the newest version
  const policy::TargetTime* time = nullptr;
  base::Duration goal{};
  Measure measure;
  policy::CalendarIndex calendar{};  // of the newest version; none when all time counts
};

// Whether what the agreement promises for priorities is about tickets of the kind: an answer and an end, or neither.
// Everything else is due by what it is: a decision by its deadline, a change by its window, a task by its due date, a
// vendor's case by its chases; a problem is done when its cause is found.
[[nodiscard]] bool has_targets(TicketKind kind);

// Nothing when the kind has no targets, and when the newest version promises nothing for the priority, or does not know
// it.
[[nodiscard]] std::optional<Promise> promised(TargetKind target, TicketKind kind, const PriorityName& priority,
                                              const policy::Policy& newest);

// How a version counts for the promise while a ticket had the priority `then` (see above). The same for the newest.
struct Counting {
  Measure measure;
  const policy::NamedCalendar* calendar = nullptr;  // null when all time counts
  bool stands_in = false;  // the version has no clock for the priority of now: another one's is used
};
[[nodiscard]] Counting counting(const Promise& promise, const policy::Policy& newest, const policy::Policy& version,
                                const PriorityName& then);

}  // namespace tandem::desk
