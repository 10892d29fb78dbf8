// When a term of the agreement is over: how long a dispute, a decision or an exception may take or holds.
//
//   const DecisionKind& kind = policy.decision(*policy.find_decision("architecture"));
//   if (kind.within) end_of(*kind.within, policy, asked_at);      // ten business days later
//
// Minutes are real time. Business minutes are those in which the agreement's usual clock is open (Governance::clock);
// without one all time is. Months go by the calendar of the agreement's zone: to the same day and time of the later
// month, or to its last day where it is shorter. Pure; O(log) in the spans of the calendar.
#pragma once

#include <optional>

#include "policy/policy.h"

namespace tandem::policy {

// The earliest instant at which the term has run since `from`. Nothing where the clock never opens for so long.
[[nodiscard]] std::optional<base::Instant> end_of(const Term& term, const Policy& policy, base::Instant from);

}  // namespace tandem::policy
