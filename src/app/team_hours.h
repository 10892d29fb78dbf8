// When a team is there: its calendar's hours, and of those the ones in which enough of its people are present.
//
//   const auto staffed = staffed_hours(policy, team, week);      // Policy::is_open, for every instant of the week at
//   once
//
// Pure. The cost grows with the windows, shifts and absences in the part of time asked for.
#pragma once

#include "calendar/interval_set.h"
#include "policy/policy.h"

namespace tandem::app {

[[nodiscard]] calendar::IntervalSet open_hours(const policy::Policy& policy, policy::TeamIndex team,
                                               base::Interval part);
[[nodiscard]] calendar::IntervalSet staffed_hours(const policy::Policy& policy, policy::TeamIndex team,
                                                  base::Interval part);
// When the team's rotation has somebody who is present.
[[nodiscard]] calendar::IntervalSet duty_hours(const policy::Policy& policy, policy::TeamIndex team,
                                               base::Interval part);
// A person's leave in that part of time.
[[nodiscard]] calendar::IntervalSet leave_within(const policy::Policy& policy, policy::PersonIndex person,
                                                 base::Interval part);

}  // namespace tandem::app
