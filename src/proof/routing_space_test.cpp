#include "proof/routing_space.h"

#include <doctest/doctest.h>

#include <random>

#include "proof/plain_named_work.h"
#include "proof/random_agreement.h"
#include "proof/random_routing.h"

using namespace tandem;
using namespace tandem::proof;

TEST_CASE("work that is named to a team in random agreements is what asking for every combination finds") {
  std::size_t named_count = 0;
  std::size_t unnamed_count = 0;
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    RandomAgreement agreements(seed);
    const base::Interval horizon = agreements.horizon();
    const policy::Spec spec = with_random_routing(agreements.spec(horizon), seed);
    const Moments moments(spec, horizon);
    const RoutingSpace space(spec, moments);
    const PlainNamedWork plain(spec, moments);
    const policy::Spec there = with_all_teams_there(spec);
    std::mt19937 random(seed);
    std::vector<Situation> some;
    for (std::uint32_t kind = 0; kind < moments.kinds().size(); ++kind) {
      for (std::uint32_t person = 0; person <= spec.people.size(); ++person) {
        const bool nobody = person == spec.people.size();
        const Situation situation{kind, nobody ? policy::PersonIndex::none() : policy::PersonIndex{person}};
        if (random() % 4 == 0) some.push_back(situation);
        const policy::Spec absent = without_person(there, situation.away);
        for (std::uint32_t team = 0; team < spec.teams.size(); ++team) {
          for (std::uint32_t p = 0; p < spec.targets.size(); ++p)
            REQUIRE(space.has_work({team}, situation, {p}) == plain.has_work({team}, situation, {p}));
          REQUIRE(space.categories_named({team}, {&situation, 1}) == plain.categories_named({team}, {&situation, 1}));
          for (std::uint32_t priority = 0; priority <= spec.targets.size(); ++priority) {
            const auto asked =
                priority == spec.targets.size() ? std::nullopt : std::optional(policy::PriorityIndex{priority});
            const auto work = space.work_named({team}, situation, asked);
            REQUIRE(work.has_value() == plain.work_named({team}, situation, asked).has_value());
            ++(work ? named_count : unnamed_count);
            if (!work) continue;
            if (asked) REQUIRE(work->facts.priority == *asked);
            const base::Instant at = moments.kinds()[kind].first;
            REQUIRE(policy::evaluate_plainly(absent, work->asked(), at).team == policy::TeamIndex{team});
          }
        }
      }
    }
    for (std::uint32_t team = 0; team < spec.teams.size(); ++team) {
      REQUIRE(space.categories_named({team}, some) == plain.categories_named({team}, some));
    }
  }
  CHECK(named_count > 1000);
  CHECK(unnamed_count > 1000);
}
