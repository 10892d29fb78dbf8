// When the steps of an agreement's escalation come for one piece of work, if nobody acknowledges it.
//
//   for (const TimedStep& each : escalation_times(agreement, policy, priority, opened)) … each.at, each.step->tell …
//
// The path is the priority's own, else `default`. A step's `after` counts from the opening; a path that a step goes on
// to counts from the instant of that step. Business lengths run on the calendar of the priority's target, and a
// business day is as long as for targets; months and years are those of the agreement's own calendar dates. Pure.
// REQUIRES: nothing in the agreement is Wrong, and no path leads back to itself.
#pragma once

#include <vector>

#include "agreement/model.h"
#include "policy/policy.h"

namespace tandem::agreement {

struct TimedStep {
  const EscalationPath* path = nullptr;  // never null; of the agreement
  const EscalationStep* step = nullptr;  // never null
  std::optional<base::Instant> at{};     // nothing: the clock's calendar never opens for so long
};

// The path of work of that priority; null where the agreement has none. A priority that is none has no path of its own.
[[nodiscard]] const EscalationPath* escalation_path(const Agreement& agreement, policy::PriorityIndex priority);

// In the order of the text, each path behind the step that goes on to it. REQUIRES: `policy` is compiled from it.
[[nodiscard]] std::vector<TimedStep> escalation_times(const Agreement& agreement, const policy::Policy& policy,
                                                      policy::PriorityIndex priority, base::Instant opened);

}  // namespace tandem::agreement
