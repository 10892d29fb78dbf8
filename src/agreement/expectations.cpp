#include "agreement/expectations.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace tandem::agreement {
namespace {

// Where people are supposed to be away, every expectation has a moment of its own within the minute it names, so that
// one policy can hold the absences of all. Nothing in an agreement begins or ends within a minute.
base::Instant instant_of(const Given& given, std::size_t position, const calendar::Zone& zone) {
  const auto& when = given.at.value;
  const base::Instant minute = zone.to_instant(when.date, when.time_of_day);
  return given.away.good() ? minute + base::Duration(static_cast<std::int64_t>(position)) : minute;
}

// The same agreement with the people whom expectations suppose away on leave at their moments; null when none does.
std::shared_ptr<const policy::Policy> policy_with_absences(const Agreement& agreement,
                                                           const ExpectationContext& context) {
  using Absence = std::pair<base::Interval, policy::LeaveSource>;
  std::map<std::uint32_t, std::vector<Absence>> by_person;
  for (std::size_t i = 0; i < agreement.expect.size(); ++i) {
    const Given& given = agreement.expect[i].given.value;
    const base::Instant at = instant_of(given, i + 1, context.policy.zone());
    for (const PersonRef& who : given.away.value) {
      if (!context.policy.is_present(who.index, at)) continue;
      auto& absences = by_person[who.index.value];
      // The same name twice in one expectation is one absence.
      if (!absences.empty() && absences.back().first.from == at) continue;
      absences.push_back({{at, at + base::Duration(1)}, context.places.place(who.at)});
    }
  }
  if (by_person.empty()) return nullptr;
  policy::Spec spec = context.policy.spec();
  for (auto& [person, absences] : by_person) {
    policy::Person& away = spec.people[person];
    for (std::size_t i = 0; i < away.leave.size(); ++i) absences.emplace_back(away.leave[i], away.leave_at[i]);
    std::ranges::sort(absences, {}, [](const Absence& one) { return one.first; });
    away.leave.clear();
    away.leave_at.clear();
    for (auto& [during, place] : absences) {
      away.leave.push_back(during);
      away.leave_at.push_back(std::move(place));
    }
  }
  return policy::Policy::make(std::move(spec));
}

policy::Facts facts_of(const policy::Policy& policy, const Given& given) {
  policy::Facts facts{.category = policy.other(),
                      .priority = policy.default_priority(),
                      .site = given.site.value.index,
                      .department = given.department.value.index,
                      .asset_class = given.asset_class.value.index};
  if (given.category.good()) facts.category = given.category.value.index;
  if (given.priority.good()) facts.priority = given.priority.value.index;
  if (given.requester.good()) facts.requester = given.requester.value;
  if (given.source.good()) facts.source = given.source.value;
  return facts;
}

std::vector<std::uint32_t> load_of(const policy::Policy& policy, const LoadCondition& load, base::Instant at) {
  std::vector<std::uint32_t> open(policy.spec().teams.size(), 0);
  const policy::TeamIndex team = load.team.value.index;
  const auto present =
      std::ranges::count_if(policy.team(team).members, [&](auto who) { return policy.is_present(who, at); });
  open[team.value] = load.open_per_person.value * static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(present, 1));
  return open;
}

std::vector<ExpectationOutcome::Difference> differences_of(const Expectation& expectation, const policy::Policy& policy,
                                                           const policy::Answer& answer) {
  std::vector<ExpectationOutcome::Difference> differences;
  const auto expect = [&](std::string_view what, const auto& field, const auto& index, const std::string& real) {
    if (!field.good() || field.value.index == index) return;
    differences.push_back({field.at, fmt::format("{} is {}, not `{}`", what, real, field.value.name)});
  };
  expect("the owner", expectation.owner, answer.team, fmt::format("`{}`", policy.team(answer.team).name));
  expect("the accountable person", expectation.accountable, answer.accountable,
         fmt::format("`{}`", policy.person(answer.accountable).name));
  expect("the person on duty", expectation.person, answer.person,
         answer.person.is_none() ? "nobody" : fmt::format("`{}`", policy.person(answer.person).name));
  return differences;
}

}  // namespace

std::vector<ExpectationOutcome> try_expectations(const Agreement& agreement, const ExpectationContext& context) {
  const auto with_absences = policy_with_absences(agreement, context);
  std::vector<ExpectationOutcome> outcomes;
  for (std::size_t i = 0; i < agreement.expect.size(); ++i) {
    const Expectation& expectation = agreement.expect[i];
    const Given& given = expectation.given.value;
    const policy::Policy& policy = given.away.good() && with_absences ? *with_absences : context.policy;
    const base::Instant at = instant_of(given, i + 1, context.policy.zone());
    policy::Facts facts = facts_of(policy, given);
    std::vector<std::uint32_t> open_by_team;
    if (given.load.good()) {
      open_by_team = load_of(policy, given.load.value, at);
      facts.workload.open_by_team = open_by_team;
    }
    ExpectationOutcome outcome{.expectation = &expectation, .position = i + 1, .at = at};
    outcome.answer = policy.evaluate(facts, at, &outcome.trace);
    outcome.differences = differences_of(expectation, policy, outcome.answer);
    outcomes.push_back(std::move(outcome));
  }
  return outcomes;
}

}  // namespace tandem::agreement
