// A program of its own, because it replaces the global allocator with one that counts.
#include <doctest/doctest.h>

#include "policy/example_spec.h"
#include "policy/random_spec.h"
#include "support/counting_allocator.h"

using namespace tandem;
using namespace tandem::policy;

namespace {

// How much asking allocates in all, over many random questions.
std::size_t allocated_by_asking(const Policy& policy, RandomSpec& random, bool traced) {
  std::size_t sum = 0;
  for (int i = 0; i < 500; ++i) {
    const Facts facts = random.facts(policy.spec());
    const base::Instant at = random.instant();
    Trace trace;
    const std::size_t before = allocations;
    const Answer answer = policy.evaluate(facts, at, traced ? &trace : nullptr);
    (void)policy.accountable_for(answer.activity, at);
    (void)policy.person_for(answer.team, at, facts.workload);
    (void)policy.is_open(answer.team, at);
    (void)policy.find_category("category-that-is-longer-than-a-short-string");
    sum += allocations - before;
  }
  return sum;
}

}  // namespace

TEST_CASE("asking does not allocate without a trace") {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    RandomSpec random(seed);
    const auto policy = Policy::make(random.spec(50));
    CHECK(allocated_by_asking(*policy, random, false) == 0);
    CHECK(allocated_by_asking(*policy, random, true) > 0);
  }
  RandomSpec random(99);
  CHECK(allocated_by_asking(*Policy::make(example_spec()), random, false) == 0);
}
