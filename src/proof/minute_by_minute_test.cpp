// The symbolic answers about time equal those that enumeration gives, on hundreds of small random agreements, and the
// evaluator confirms every witness.
#include "proof/minute_by_minute.h"

#include <doctest/doctest.h>

#include "policy/escalation.h"
#include "proof/absences.h"
#include "proof/cover_rings.h"
#include "proof/coverage.h"
#include "proof/escalations.h"
#include "proof/random_agreement.h"
#include "proof/response.h"

namespace tandem::proof {
namespace {

using base::Instant;
using base::Interval;
using policy::PersonIndex;
using policy::PriorityIndex;
using policy::TeamIndex;

constexpr std::uint32_t kSeeds = 300;

struct World {
  explicit World(std::uint32_t seed)
      : random(seed),
        horizon(random.horizon()),
        spec(random.spec(horizon)),
        moments(spec, horizon),
        attendance(spec, moments),
        named(spec, moments),
        coverage(spec, moments, attendance, named) {}
  RandomAgreement random;
  Interval horizon;
  policy::Spec spec;
  Moments moments;
  Attendance attendance;
  PlainNamedWork named;
  Coverage coverage;
};

Hours hours_of_minutes(const MinuteByMinute& reference, const std::set<Minute>& minutes) {
  Hours hours;
  for (const Minute minute : minutes) {
    hours.total += base::minutes(1);
    const bool begins = !minutes.contains(minute - 1);
    hours.stretches += begins ? 1 : 0;
    if (hours.stretches != 1) continue;
    if (begins) hours.first.from = reference.at(minute);
    hours.first.to = reference.at(minute + 1);
  }
  return hours;
}

std::vector<policy::CategoryIndex> categories_of(const MinuteByMinute::Categories& all,
                                                 const std::set<Minute>& minutes) {
  std::set<policy::CategoryIndex> found;
  for (const auto& [minute, categories] : all) {
    if (minutes.contains(minute)) found.insert(categories.begin(), categories.end());
  }
  return {found.begin(), found.end()};
}

// What the evaluator says of the case, with the person away.
policy::Answer answer_of(const policy::Spec& spec, const Case& point) {
  return policy::Policy::make(without_person(spec, point.away))->evaluate(point.work.asked(), point.at);
}
TeamIndex named_in(const policy::Spec& spec, const Case& point) {
  return policy::evaluate_plainly(with_all_teams_there(without_person(spec, point.away)), point.work.asked(), point.at)
      .team;
}

// The minutes at which all teams of a ring, and all that cover for one of them, are unavailable.
std::set<Minute> closed_minutes(const World& world, const MinuteByMinute& reference,
                                const std::vector<TeamIndex>& ring) {
  std::set<Minute> closed;
  for (Minute minute = 0; minute < reference.length(); ++minute) {
    const bool none = std::ranges::all_of(ring, [&](TeamIndex team) {
      const auto& covers = world.spec.teams[team.value].cover;
      return !reference.is_available(team, minute) &&
             std::ranges::none_of(covers, [&](TeamIndex cover) { return reference.is_available(cover, minute); });
    });
    if (none) closed.insert(minute);
  }
  return closed;
}

void check_rings(const World& world, const MinuteByMinute& reference) {
  // Which teams are reached by way of covers, by squaring.
  const std::size_t teams = world.spec.teams.size();
  std::vector<std::vector<bool>> reaches(teams, std::vector<bool>(teams, false));
  for (std::size_t i = 0; i < teams; ++i) {
    for (const TeamIndex cover : world.spec.teams[i].cover) reaches[i][cover.value] = true;
  }
  for (std::size_t k = 0; k < teams; ++k) {
    for (std::size_t i = 0; i < teams; ++i) {
      for (std::size_t j = 0; j < teams; ++j) reaches[i][j] = reaches[i][j] || (reaches[i][k] && reaches[k][j]);
    }
  }
  std::set<std::vector<TeamIndex>> expected;
  for (std::uint32_t i = 0; i < teams; ++i) {
    std::vector<TeamIndex> ring;
    for (std::uint32_t j = 0; j < teams; ++j) {
      if (reaches[i][j] && reaches[j][i]) ring.push_back({j});
    }
    if (ring.size() > 1 && !closed_minutes(world, reference, ring).empty()) expected.insert(ring);
  }
  std::set<std::vector<TeamIndex>> found;
  for (const CoverRing& ring : world.coverage.closed_rings()) {
    found.insert(ring.teams);
    CHECK(ring.closed == hours_of_minutes(reference, closed_minutes(world, reference, ring.teams)));
    if (ring.work) {
      CHECK(answer_of(world.spec, {ring.at, {}, *ring.work}).gap);
      CHECK(named_in(world.spec, {ring.at, {}, *ring.work}) == ring.named);
    }
  }
  CHECK(found == expected);
}

void check_coverage(const World& world, MinuteByMinute& reference) {
  std::map<TeamIndex, std::set<Minute>> expected = reference.uncovered;
  for (const CoverRing& ring : world.coverage.closed_rings()) {
    for (const TeamIndex team : ring.teams) {
      for (const Minute minute : closed_minutes(world, reference, ring.teams)) expected[team].erase(minute);
    }
  }
  std::erase_if(expected, [&](const auto& each) {
    return each.second.empty() ||
           (is_unable(world.spec, each.first) && world.spec.teams[each.first.value].cover.empty());
  });
  const auto found = world.coverage.uncovered_teams();
  CHECK(found.size() == expected.size());
  for (const UncoveredTeam& each : found) {
    REQUIRE(expected.contains(each.team));
    CHECK(each.extent.hours == hours_of_minutes(reference, expected[each.team]));
    CHECK(each.witness.at == each.extent.hours.first.from);
    CHECK(answer_of(world.spec, each.witness).gap);
    CHECK(named_in(world.spec, each.witness) == each.team);
    CHECK(each.extent.categories ==
          categories_of(reference.uncovered_categories[{each.team, PersonIndex::none()}], expected[each.team]));
  }
  for (std::uint32_t i = 0; i < world.spec.teams.size(); ++i) {
    const Bits kinds = world.coverage.uncovered_kinds({i});
    CHECK(hours_of(world.moments, kinds) == hours_of_minutes(reference, reference.uncovered[{i}]));
  }
  for (const UnableTeam& each : world.coverage.unable_teams()) {
    CHECK(each.extent.hours == hours_of_minutes(reference, reference.named[each.team]));
    CHECK(each.extent.categories == categories_of(reference.named_categories[each.team], reference.named[each.team]));
    CHECK(named_in(world.spec, each.witness) == each.team);
    const policy::Answer answer = answer_of(world.spec, each.witness);
    CHECK((answer.gap || answer.team != each.team));
  }
}

TEST_CASE("uncovered hours, teams that cannot act, and closed rings are those of every minute") {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    CAPTURE(seed);
    const World world(seed);
    MinuteByMinute reference(world.spec, world.horizon, MinuteByMinute::Absences::None);
    check_rings(world, reference);
    check_coverage(world, reference);
  }
}

TEST_CASE("single absences are those of every minute and person") {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    CAPTURE(seed);
    const World world(seed + 1'000);
    MinuteByMinute reference(world.spec, world.horizon, MinuteByMinute::Absences::Single);
    auto expected = reference.needed;
    for (auto& [team, people] : expected) std::erase_if(people, [](const auto& each) { return each.second.empty(); });
    std::erase_if(expected, [](const auto& each) { return each.second.empty(); });
    const auto found = needed_teams(world.spec, world.moments, world.attendance, world.named);
    CHECK(found.size() == expected.size());
    for (const NeededTeam& each : found) {
      REQUIRE(expected.contains(each.team));
      REQUIRE(each.people.size() == expected[each.team].size());
      std::set<policy::CategoryIndex> categories;
      std::set<Minute> minutes;
      for (const NeededPerson& one : each.people) {
        minutes.insert(expected[each.team][one.person].begin(), expected[each.team][one.person].end());
        const auto of_person =
            categories_of(reference.uncovered_categories[{each.team, one.person}], expected[each.team][one.person]);
        categories.insert(of_person.begin(), of_person.end());
        CHECK(one.hours == hours_of_minutes(reference, expected[each.team][one.person]));
      }
      CHECK(each.extent.categories == std::vector(categories.begin(), categories.end()));
      CHECK(each.extent.hours == hours_of_minutes(reference, minutes));
      CHECK(hours_of(world.moments, each.kinds) == each.extent.hours);
      CHECK(each.witness.at == each.extent.hours.first.from);
      CHECK(answer_of(world.spec, each.witness).gap);
      // Where routing does not ask who is away, it is the absence alone that makes the gap.
      const Case without{each.witness.at, {}, each.witness.work};
      if (named_in(world.spec, without) == each.team) CHECK_FALSE(answer_of(world.spec, without).gap);
      CHECK(named_in(world.spec, each.witness) == each.team);
    }
  }
}

TEST_CASE("activities for which nobody answers are those of every minute and person") {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    CAPTURE(seed);
    const World world(seed + 2'000);
    MinuteByMinute reference(world.spec, world.horizon, MinuteByMinute::Absences::Single);
    const auto found = unanswered_activities(world.spec, world.moments);
    CHECK(found.size() == reference.unanswered.size());
    for (const UnansweredActivity& each : found) {
      auto& people = reference.unanswered[each.activity];
      const std::set<Minute> by_leave = people[PersonIndex::none()];
      std::set<Minute> by_one_more;
      for (const auto& [person, minutes] : people) by_one_more.insert(minutes.begin(), minutes.end());
      for (const Minute minute : by_leave) by_one_more.erase(minute);
      CHECK(each.both_on_leave == hours_of_minutes(reference, by_leave));
      CHECK(each.one_on_leave == hours_of_minutes(reference, by_one_more));
      CHECK(people[each.away].contains(reference.minute_of(each.at)));
      CHECK(each.away.is_none() == !by_leave.empty());
    }
  }
}

}  // namespace
}  // namespace tandem::proof
