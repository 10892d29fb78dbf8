// When the circumstances of an agreement change: somebody's hours begin or end, leave begins or ends, the duty passes
// on. Between two boundaries evaluate() answers the same for the same facts and load.
//
//   for (auto at = next_boundary(policy, now); at; at = next_boundary(policy, *at)) …
//
// Pure; O(calendars + people + teams), each with a look into its own table.
#pragma once

#include <optional>

#include "policy/policy.h"

namespace tandem::policy {

// The earliest one later than `after` and no more than a year behind it; nothing when there is none.
[[nodiscard]] std::optional<base::Instant> next_boundary(const Policy& policy, base::Instant after);

}  // namespace tandem::policy
