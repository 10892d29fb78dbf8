// The symbolic answers about waits and escalations equal those of every opening, at full minutes and right behind them.
#include <doctest/doctest.h>

#include "policy/escalation.h"
#include "proof/escalations.h"
#include "proof/minute_by_minute.h"
#include "proof/random_agreement.h"
#include "proof/response.h"

namespace tandem::proof {
namespace {

using base::Duration;
using base::Instant;
using base::Interval;
using policy::PriorityIndex;
using policy::Target;
using policy::TeamIndex;

constexpr std::uint32_t kSeeds = 150;

struct World {
  explicit World(std::uint32_t seed)
      : random(seed),
        horizon(random.horizon()),
        spec(random.spec(horizon)),
        moments(spec, horizon),
        attendance(spec, moments),
        named(spec, moments),
        reference(spec, horizon, MinuteByMinute::Absences::None) {}
  RandomAgreement random;
  Interval horizon;
  policy::Spec spec;
  Moments moments;
  Attendance attendance;
  PlainNamedWork named;
  MinuteByMinute reference;

  // Every opening at which a wait can be at its longest: a full minute, and right behind it.
  template <class Visit>
  void every_opening(const Visit& visit) const {
    for (Minute minute = 0; minute < reference.length(); ++minute) {
      visit(reference.at(minute));
      visit(reference.at(minute) + Duration(1));
    }
  }
  // Those that satisfy: what holds right behind a full minute holds until the next, for everything begins and ends at
  // one.
  template <class Satisfies>
  [[nodiscard]] calendar::IntervalSet openings(const Satisfies& satisfies) const {
    std::vector<Interval> found;
    every_opening([&](Instant opened) {
      const Instant minute = reference.at(reference.minute_of(opened));
      if (satisfies(opened)) found.push_back({opened, minute + (opened == minute ? Duration(1) : base::minutes(1))});
    });
    return calendar::IntervalSet(std::move(found));
  }
  [[nodiscard]] bool any_team(PriorityIndex priority, Instant opened, const auto& satisfies) const {
    bool any = false;
    every_team(priority, opened, [&](TeamIndex team) { any = any || satisfies(team); });
    return any;
  }
  template <class Visit>
  void every_team(PriorityIndex priority, Instant opened, const Visit& visit) const {
    for (std::uint32_t i = 0; i < spec.teams.size(); ++i) {
      if (reference.has_work({i}, priority, reference.minute_of(opened))) visit(TeamIndex{i});
    }
  }
};

// When each step takes place, as far as that is within the horizon.
struct StepTimes {
  StepTimes(const World& world, const Target& target, Instant opened) {
    for (const policy::EscalationStep& step : target.escalation) {
      const auto at = world.reference.ends(target, step.after, opened);
      if (at && *at < world.horizon.to) taken.emplace_back(*at, &step);
    }
  }
  std::vector<std::pair<Instant, const policy::EscalationStep*>> taken;
};

Duration unseen(const World& world, const StepTimes& steps, TeamIndex named, Instant opened) {
  const MinuteByMinute& reference = world.reference;
  Duration longest = world.horizon.to - opened;
  for (Minute minute = reference.minute_of(opened); minute < reference.length(); ++minute) {
    if (reference.acting(named, minute).is_none()) continue;
    longest = std::max(Duration{}, reference.at(minute) - opened);
    break;
  }
  for (const auto& [at, step] : steps.taken) {
    if (at - opened < longest && reference.tells_somebody(*step, named, reference.minute_of(at))) longest = at - opened;
  }
  return longest;
}

TEST_CASE("the longest time before somebody who is there knows is that of every opening") {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    CAPTURE(seed);
    const World world(seed + 3'000);
    const Response response(world.spec, world.moments, world.attendance, world.named);
    for (const LongestUnseen& each : response.longest_unseen()) {
      const Target& target = world.spec.targets[each.priority.value];
      Duration longest{};
      world.every_opening([&](Instant opened) {
        const StepTimes steps(world, target, opened);
        world.every_team(each.priority, opened,
                         [&](TeamIndex team) { longest = std::max(longest, unseen(world, steps, team, opened)); });
      });
      CHECK(each.longest == longest);
      if (longest == Duration{}) continue;
      CHECK(unseen(world, StepTimes(world, target, each.opened), each.named, each.opened) == longest);
      if (each.seen) CHECK(*each.seen - each.opened == longest);
      const auto policy = policy::Policy::make(world.spec);
      CHECK(policy->evaluate(each.work->asked(), each.opened).gap);
    }
  }
}

// Whether there is such work, and nobody for it from then until its response is due.
bool is_impossible(const World& world, PriorityIndex priority, TeamIndex team, Instant opened) {
  const Target& target = world.spec.targets[priority.value];
  if (!world.reference.has_work(team, priority, world.reference.minute_of(opened))) return false;
  const auto due = world.reference.ends(target, std::span(&*target.respond, 1), opened);
  if (!due || *due > world.horizon.to) return false;
  for (Minute minute = world.reference.minute_of(opened); world.reference.at(minute) < *due; ++minute) {
    if (!world.reference.acting(team, minute).is_none()) return false;
  }
  return true;
}

TEST_CASE("targets that cannot be met are those of every opening") {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    CAPTURE(seed);
    const World world(seed + 4'000);
    std::map<std::pair<PriorityIndex, TeamIndex>, calendar::IntervalSet> expected;
    for (std::uint32_t i = 0; i < world.spec.targets.size(); ++i) {
      const Target& target = world.spec.targets[i];
      for (std::uint32_t team = 0; target.respond && team < world.spec.teams.size(); ++team) {
        auto openings = world.openings([&](Instant opened) { return is_impossible(world, {i}, {team}, opened); });
        if (!openings.empty()) expected.emplace(std::pair(PriorityIndex{i}, TeamIndex{team}), std::move(openings));
      }
    }
    const Response response(world.spec, world.moments, world.attendance, world.named);
    std::map<std::pair<PriorityIndex, TeamIndex>, calendar::IntervalSet> found;
    for (const ImpossibleTarget& each : response.impossible_targets()) {
      found.emplace(std::pair(each.priority, each.named), each.openings);
      CHECK(each.opened == each.openings.intervals().front().from);
      CHECK(each.due == policy::respond_by(world.spec, world.spec.targets[each.priority.value], each.opened));
      CHECK(policy::Policy::make(world.spec)->evaluate(each.work.asked(), each.opened).gap);
    }
    CHECK(found == expected);
  }
}

bool tells_on_duty(const policy::EscalationStep& step) {
  return std::ranges::find(step.tell, policy::Addressee::Kind::OnDuty, &policy::Addressee::kind) != step.tell.end();
}

// Unless it tells those on duty of a team of which it is told already that nobody is.
bool tells_nobody(const World& world, const policy::EscalationStep& step, TeamIndex team, Minute minute) {
  if (world.reference.tells_somebody(step, team, minute)) return false;
  const auto uncovered = world.reference.uncovered.find(team);
  const bool is_told = uncovered != world.reference.uncovered.end() && uncovered->second.contains(minute);
  return !tells_on_duty(step) || !is_told;
}

TEST_CASE("steps that tell nobody are those of every opening") {
  std::size_t found_on_duty = 0;
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    CAPTURE(seed);
    const World world(seed + 5'000);
    std::map<std::pair<PriorityIndex, std::size_t>, calendar::IntervalSet> expected;
    for (std::uint32_t i = 0; i < world.spec.targets.size(); ++i) {
      const Target& target = world.spec.targets[i];
      for (std::size_t step = 0; step < target.escalation.size(); ++step) {
        auto openings = world.openings([&](Instant opened) {
          const auto at = world.reference.ends(target, target.escalation[step].after, opened);
          if (!at || *at >= world.horizon.to) return false;
          const Minute minute = world.reference.minute_of(*at);
          return world.any_team(
              {i}, opened, [&](TeamIndex team) { return tells_nobody(world, target.escalation[step], team, minute); });
        });
        if (!openings.empty()) expected.emplace(std::pair(PriorityIndex{i}, step), std::move(openings));
      }
    }
    std::map<std::pair<PriorityIndex, std::size_t>, calendar::IntervalSet> found;
    const Coverage coverage(world.spec, world.moments, world.attendance, world.named);
    for (const StepToNobody& each :
         steps_to_nobody(world.spec, world.moments, world.attendance, world.named, coverage)) {
      found.emplace(std::pair(each.priority, each.step), each.openings);
      CHECK(each.opened == each.openings.intervals().front().from);
      found_on_duty += tells_on_duty(world.spec.targets[each.priority.value].escalation[each.step]) ? 1U : 0U;
    }
    CHECK(found == expected);
  }
  CHECK(found_on_duty > 0);
}

TEST_CASE("escalations that come after the target are those of every opening") {
  std::size_t found_late = 0;
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    CAPTURE(seed);
    const World world(seed + 6'000);
    std::map<PriorityIndex, calendar::IntervalSet> expected;
    const auto is_late = [&](const Target& target, Instant opened) {
      const auto due = world.reference.ends(target, std::span(&*target.respond, 1), opened);
      return due && std::ranges::all_of(target.escalation, [&](const policy::EscalationStep& step) {
               const auto at = world.reference.ends(target, step.after, opened);
               return !at || *at >= *due;
             });
    };
    for (std::uint32_t i = 0; i < world.spec.targets.size(); ++i) {
      const Target& target = world.spec.targets[i];
      if (!target.respond || target.escalation.empty()) continue;
      auto openings = world.openings([&](Instant opened) { return is_late(target, opened); });
      if (!openings.empty()) expected.emplace(PriorityIndex{i}, std::move(openings));
    }
    std::map<PriorityIndex, calendar::IntervalSet> found;
    for (const LateEscalation& each : late_escalations(world.spec, world.horizon)) {
      found.emplace(each.priority, each.openings);
      CHECK(each.opened == each.openings.intervals().front().from);
      CHECK(is_late(world.spec.targets[each.priority.value], each.opened));
    }
    CHECK(found == expected);
    found_late += found.size();
  }
  CHECK(found_late > 20);
}

}  // namespace
}  // namespace tandem::proof
