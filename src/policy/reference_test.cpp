#include "policy/reference.h"

#include <doctest/doctest.h>

#include "policy/random_spec.h"

using namespace tandem;
using namespace tandem::policy;

namespace {

// The answers of one random agreement to many questions; what happened is counted, so that the test can show that it
// saw the rare cases.
struct Seen {
  std::size_t ruled = 0;
  std::size_t covered = 0;
  std::size_t gaps = 0;
  std::size_t deputies = 0;
  std::size_t nobody = 0;
};

void compare(std::uint32_t seed, std::size_t rules, int questions, Seen& seen) {
  RandomSpec random(seed);
  const auto policy = Policy::make(random.spec(rules));
  for (int i = 0; i < questions; ++i) {
    const Facts facts = random.facts(policy->spec());
    const base::Instant at = random.instant();
    Trace trace;
    const Answer answer = policy->evaluate(facts, at, &trace);
    const Answer expected = evaluate_plainly(policy->spec(), facts, at);
    if (answer != expected || answer != policy->evaluate(facts, at)) {
      FAIL_CHECK("seed " << seed << ", question " << i << " at " << base::to_rfc3339(at) << ": team "
                         << answer.team.value << " instead of " << expected.team.value);
      return;
    }
    for (const Reason& reason : trace.reasons()) {
      CHECK_FALSE(explain(*policy, reason).empty());
      seen.ruled += std::size_t{reason.kind == ReasonKind::RuleMatched};
      seen.covered += std::size_t{reason.kind == ReasonKind::CoverOpen};
      seen.deputies += std::size_t{reason.kind == ReasonKind::Deputy};
    }
    seen.gaps += std::size_t{answer.gap};
    seen.nobody += std::size_t{answer.person.is_none()};
    CHECK(policy->accountable_for(answer.activity, at) == answer.accountable);
    CHECK(policy->person_for(answer.team, at, facts.workload) == answer.person);
  }
}

}  // namespace

TEST_CASE("the policy answers every question as the plain reference does") {
  Seen seen;
  for (std::uint32_t seed = 1; seed <= 400; ++seed) compare(seed, seed % 12, 40, seen);
  CHECK(seen.ruled > 1000);
  CHECK(seen.covered > 500);
  CHECK(seen.gaps > 500);
  CHECK(seen.deputies > 500);
  CHECK(seen.nobody > 500);
}

TEST_CASE("the policy answers as the plain reference does when rules are many") {
  Seen seen;
  for (std::uint32_t seed = 1001; seed <= 1030; ++seed) compare(seed, 200 + seed % 7 * 100, 100, seen);
  CHECK(seen.ruled > 1000);
}

TEST_CASE("the policy answers as the plain reference does with any one person further away") {
  Seen seen;
  for (std::uint32_t seed = 2001; seed <= 2080; ++seed) {
    RandomSpec random(seed);
    const Spec spec = random.spec(seed % 12);
    for (int i = 0; i < 12; ++i) {
      const base::Instant at = random.instant();
      const auto policy = Policy::make(random.without_anyone(spec, at));
      const Facts facts = random.facts(policy->spec());
      const Answer answer = policy->evaluate(facts, at);
      CAPTURE(seed);
      CAPTURE(base::to_rfc3339(at));
      REQUIRE(answer == evaluate_plainly(policy->spec(), facts, at));
      seen.gaps += std::size_t{answer.gap};
      seen.nobody += std::size_t{answer.person.is_none()};
    }
  }
  CHECK(seen.gaps > 100);
  CHECK(seen.nobody > 50);
}

TEST_CASE("the policy answers as the plain reference does minute by minute over changes of clocks") {
  constexpr base::Instant kBerlin = base::Instant::from_unix_s(1'792'886'400);   // 2026-10-25 00:00 UTC
  constexpr base::Instant kNewYork = base::Instant::from_unix_s(1'793'505'600);  // 2026-11-01 04:00 UTC
  for (std::uint32_t seed = 3001; seed <= 3012; ++seed) {
    RandomSpec random(seed);
    const auto policy = Policy::make(random.spec(8));
    const Facts facts = random.facts(policy->spec());
    for (const base::Instant from : {kBerlin, kNewYork}) {
      for (std::int64_t minute = 0; minute < 4 * 60; ++minute) {
        const base::Instant at = from + base::minutes(minute);
        REQUIRE(policy->evaluate(facts, at) == evaluate_plainly(policy->spec(), facts, at));
      }
    }
  }
}
