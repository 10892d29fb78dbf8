// The instant at which times of a priority have run, as a function of when work is opened; and that function backwards.
// It never decreases, so that whatever is asked of an instant at which a target falls due or a step takes place can be
// asked of the openings that lead there, exactly and to the microsecond.
//
//   const Waiting step(spec, priority, priority.escalation.front().after);
//   step.ends(opened);                         // when the step takes place
//   step.first_reaching(midnight);             // the earliest opening whose step comes at midnight or later
//
// Borrows the Spec and the times. Immutable.
#pragma once

#include <optional>
#include <span>

#include "policy/spec.h"

namespace tandem::proof {

class Waiting {
 public:
  Waiting(const policy::Spec& spec, const policy::Target& priority, std::span<const policy::TargetTime> times)
      : spec_(&spec), priority_(&priority), times_(times) {}

  // Nothing: never.
  [[nodiscard]] std::optional<base::Instant> ends(base::Instant opened) const;
  // The earliest opening for which it ends at `at` or later, or never; nothing when that is so of every opening.
  [[nodiscard]] std::optional<base::Instant> first_reaching(base::Instant at) const;
  // Without the last of its times; REQUIRES: it has some.
  [[nodiscard]] Waiting shorter() const { return {*spec_, *priority_, times_.first(times_.size() - 1)}; }
  [[nodiscard]] bool empty() const { return times_.empty(); }
  [[nodiscard]] bool is_real() const;  // no business time in it

 private:
  const policy::Spec* spec_;
  const policy::Target* priority_;
  std::span<const policy::TargetTime> times_;
};

// The openings within `during` that have to be looked at, in ascending order: between two neighbours each of the
// waitings grows as fast as time or stands still, and meets none of the boundaries on its way. So the longest wait that
// begins in between is the one that begins at the left. `boundaries` are ascending and have every opening and closing
// of the priority's clock that a waiting can meet.
[[nodiscard]] std::vector<base::Instant> turning_points(std::span<const Waiting> waitings,
                                                        std::span<const base::Instant> boundaries,
                                                        base::Interval during);

}  // namespace tandem::proof
