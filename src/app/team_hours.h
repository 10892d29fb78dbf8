// When a team is there: its calendar's hours, and of those the ones in which enough of its people are present.
//
//   const auto staffed = staffed_hours(policy, team, week);      // Policy::is_open, for every instant of the week at
//   once
//
// Pure. The cost grows with the windows and absences in the part of time asked for.
#pragma once

#include "app/interval_sets.h"
#include "policy/policy.h"

namespace tandem::app {

[[nodiscard]] IntervalSet open_hours(const policy::Policy& policy, policy::TeamIndex team, base::Interval part);
[[nodiscard]] IntervalSet staffed_hours(const policy::Policy& policy, policy::TeamIndex team, base::Interval part);
// A person's leave in that part of time.
[[nodiscard]] IntervalSet leave_within(const policy::Policy& policy, policy::PersonIndex person, base::Interval part);

}  // namespace tandem::app
