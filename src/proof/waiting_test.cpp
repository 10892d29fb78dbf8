#include "proof/waiting.h"

#include <doctest/doctest.h>

#include "policy/example_spec.h"

namespace tandem::proof {
namespace {

using base::Duration;
using base::hours;
using base::Instant;
using base::minutes;
using policy::TargetTime;

constexpr Instant kFriday = Instant::from_unix_s(1'790'913'600);  // Fri 2026-10-02 00:00 in New York

struct Example {
  policy::Spec spec = policy::example_spec();
  const policy::Target& normal = spec.targets[2];  // on the clock of `office`, until 17:30
  std::vector<TargetTime> four_hours = {{.minutes = 240, .unit = TargetTime::Unit::Business}};
  Waiting waiting{spec, normal, four_hours};
};

TEST_CASE("openings while the clock is closed end together, and the first of them comes right behind the closing") {
  const Example example;
  // Saturday is open from 09:00 to 12:00, Monday from 08:00.
  const Instant monday = kFriday + hours(3 * 24 + 9);
  CHECK(example.waiting.ends(kFriday + hours(18)) == monday);
  CHECK(example.waiting.ends(kFriday + hours(24)) == monday);
  CHECK(example.waiting.first_reaching(monday) == kFriday + hours(17) + minutes(30));
}

TEST_CASE("where a wait ends at closing time, the next opening is reached a moment later") {
  const Example example;
  const Instant closing = kFriday + hours(17) + minutes(30);
  CHECK(example.waiting.ends(closing - hours(4)) == closing);
  CHECK(example.waiting.first_reaching(closing) == closing - hours(4));
  CHECK(example.waiting.first_reaching(closing + Duration(1)) == closing - hours(4) + Duration(1));
  CHECK(example.waiting.first_reaching(kFriday + hours(33)) == closing - hours(4) + Duration(1));
}

TEST_CASE("first_reaching is the inverse of ends at every instant tried") {
  const Example example;
  const std::vector<TargetTime> chain = {{.minutes = 45},
                                         {.minutes = 90, .unit = TargetTime::Unit::Business},
                                         {.minutes = 10},
                                         {.minutes = 600, .unit = TargetTime::Unit::Business}};
  const Waiting waiting(example.spec, example.normal, chain);
  CHECK_FALSE(waiting.is_real());
  CHECK(waiting.shorter().shorter().shorter().is_real());
  for (Instant at = kFriday; at < kFriday + hours(5 * 24); at = at + minutes(7)) {
    const auto first = waiting.first_reaching(at);
    REQUIRE(first.has_value());
    CHECK(*waiting.ends(*first) >= at);
    CHECK(*waiting.ends(*first - Duration(1)) < at);
  }
}

}  // namespace
}  // namespace tandem::proof
