#include "policy/boundaries.h"

#include <doctest/doctest.h>

#include "policy/example_spec.h"
#include "policy/random_spec.h"

namespace tandem::policy {
namespace {

using base::Instant;

Instant instant(std::string_view text) {
  return *base::parse_rfc3339(text);
}

TEST_CASE("hours begin and end at boundaries") {
  const auto policy = Policy::make(example_spec());
  CHECK(next_boundary(*policy, instant("2026-10-05T10:00:00-04:00")) == instant("2026-10-05T17:30:00-04:00"));
  CHECK(next_boundary(*policy, instant("2026-10-05T17:30:00-04:00")) == instant("2026-10-06T08:00:00-04:00"));
}

TEST_CASE("an agreement in which nothing ever changes has no boundary") {
  Spec spec;
  spec.calendars = {{"never", calendar::BusinessCalendar::any_of({}), {}}};
  spec.parties = {{.name = "client"}};
  spec.people = {{.name = "ann", .party = {0}}};
  spec.teams = {{.name = "it", .party = {0}, .members = {{0}}, .hours = {0}}};
  spec.activities = {{.name = "f.g", .responsible = {0}, .accountable = {0}}};
  spec.categories = {{.name = "other", .activity = {0}}};
  CHECK_FALSE(next_boundary(*Policy::make(std::move(spec)), instant("2026-10-05T10:00:00Z")));
}

TEST_CASE("between two boundaries the same work has the same owner, person and accountable") {
  std::size_t boundaries = 0;
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    RandomSpec random(seed);
    const Spec spec = random.spec(6);
    const auto policy = Policy::make(spec);
    Instant at = random.instant();
    for (int i = 0; i < 20; ++i) {
      const auto next = next_boundary(*policy, at);
      if (!next) break;
      REQUIRE(*next > at);
      ++boundaries;
      const Facts facts = random.facts(spec);
      const Answer first = policy->evaluate(facts, at);
      const auto length = *next - at;
      for (const int part : {1, 2, 3}) {
        const Instant between = at + base::Duration(length.count() / 4 * part);
        CAPTURE(base::to_rfc3339(between));
        REQUIRE(policy->evaluate(facts, between) == first);
      }
      REQUIRE(policy->evaluate(facts, *next - base::Duration(1)) == first);
      at = *next;
    }
  }
  CHECK(boundaries > 1000);
}

}  // namespace
}  // namespace tandem::policy
