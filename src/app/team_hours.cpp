#include "app/team_hours.h"

namespace tandem::app {
namespace {

// The parts of `part` in which at least `minimum` of the members are not on leave.
IntervalSet with_enough_people(const policy::Policy& policy, const policy::Team& team, base::Interval part) {
  struct Step {
    base::Instant at;
    int change;
  };
  std::vector<Step> steps;
  for (const policy::PersonIndex member : team.members) {
    for (const base::Interval& away : leave_within(policy, member, part)) {
      steps.push_back({away.from, -1});
      steps.push_back({away.to, 1});
    }
  }
  std::ranges::sort(steps, {}, &Step::at);
  const auto minimum = static_cast<std::int64_t>(team.minimum);
  auto present = static_cast<std::int64_t>(team.members.size());
  IntervalSet enough;
  base::Instant since = part.from;
  for (const Step& step : steps) {
    if (present >= minimum) enough.push_back({since, step.at});
    since = step.at;
    present += step.change;
  }
  if (present >= minimum) enough.push_back({since, part.to});
  return united(std::move(enough));
}

}  // namespace

IntervalSet open_hours(const policy::Policy& policy, policy::TeamIndex team, base::Interval part) {
  const calendar::BusinessCalendar& hours = policy.calendar(policy.team(team).hours).open;
  IntervalSet open;
  for (base::Instant at = part.from; at < part.to;) {
    const auto opens = hours.next_open(at);
    if (!opens || *opens >= part.to) break;
    const auto closes = hours.next_close(*opens);
    open.push_back({*opens, closes ? std::min(*closes, part.to) : part.to});
    at = open.back().to;
  }
  return open;
}

IntervalSet staffed_hours(const policy::Policy& policy, policy::TeamIndex team, base::Interval part) {
  return common(open_hours(policy, team, part), with_enough_people(policy, policy.team(team), part));
}

IntervalSet leave_within(const policy::Policy& policy, policy::PersonIndex person, base::Interval part) {
  const auto& leave = policy.person(person).leave;
  return common(united(leave), std::array{part});
}

}  // namespace tandem::app
