// When a priority's times come: its targets fall due, and the steps of its escalation take place while nobody has
// acknowledged the work. Real time always runs, business time while the priority's clock is open.
//
//   const Target& critical = policy.priority(*policy.find_priority("critical"));
//   respond_by(policy.spec(), critical, opened);                          // the instant the response falls due
//   for (const EscalationStep& step : critical.escalation) {
//     if (const auto at = takes_place(policy.spec(), critical, step, opened)) tell(step.tell, *at);
//   }
//
// Each is the earliest instant at which the time has run, so closing time counts and the next opening does not. All are
// later or the same for work that was opened later. Pure; O(log) per time.
#pragma once

#include <optional>

#include "policy/spec.h"

namespace tandem::policy {

// Nothing where the clock never opens for long enough.
[[nodiscard]] std::optional<base::Instant> run_out(const Spec& spec, const Target& priority, const TargetTime& time,
                                                   base::Instant from);
// Nothing as well where the priority has no response target.
[[nodiscard]] std::optional<base::Instant> respond_by(const Spec& spec, const Target& priority, base::Instant opened);
[[nodiscard]] std::optional<base::Instant> takes_place(const Spec& spec, const Target& priority,
                                                       const EscalationStep& step, base::Instant opened);

}  // namespace tandem::policy
