#include "app/team_hours.h"

namespace tandem::app {

using calendar::IntervalSet;

IntervalSet open_hours(const policy::Policy& policy, policy::TeamIndex team, base::Interval part) {
  return IntervalSet(policy.calendar(policy.team(team).hours).open.open_within(part));
}

IntervalSet staffed_hours(const policy::Policy& policy, policy::TeamIndex team, base::Interval part) {
  std::vector<base::Interval> enough;
  for (const calendar::Headcount& each : policy.headcounts(team, part)) {
    if (each.present >= policy.team(team).minimum) enough.push_back(each.during);
  }
  return open_hours(policy, team, part) & IntervalSet(std::move(enough));
}

IntervalSet duty_hours(const policy::Policy& policy, policy::TeamIndex team, base::Interval part) {
  std::vector<base::Interval> had;
  for (const policy::DutyShift& shift : policy.duty_shifts(team, part)) had.push_back(shift.during);
  return IntervalSet(std::move(had));
}

IntervalSet leave_within(const policy::Policy& policy, policy::PersonIndex person, base::Interval part) {
  return IntervalSet(policy.person(person).leave) & IntervalSet(part);
}

}  // namespace tandem::app
