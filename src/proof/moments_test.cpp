#include "proof/moments.h"

#include <doctest/doctest.h>

#include "policy/example_spec.h"
#include "policy/random_spec.h"

namespace tandem::proof {
namespace {

using base::Instant;
using base::Interval;

// 2026-10-01 00:00 in New York.
constexpr Instant kOctober = Instant::from_unix_s(1'790'827'200);

bool is_as_told(const policy::Spec& spec, const MomentKind& kind, Instant at) {
  for (std::size_t i = 0; i < spec.calendars.size(); ++i) {
    if (spec.calendars[i].open.is_open(at) != kind.open_calendars.has(i)) return false;
  }
  for (std::size_t i = 0; i < spec.people.size(); ++i) {
    const auto holds = [&](const Interval& leave) { return leave.contains(at); };
    if (std::ranges::any_of(spec.people[i].leave, holds) != kind.away_people.has(i)) return false;
  }
  return true;
}

TEST_CASE("a year of the example collapses into closed and open") {
  const policy::Spec spec = policy::example_spec();
  const Moments moments(spec, {kOctober, kOctober + base::hours(365 * 24)});
  REQUIRE(moments.kinds().size() == 2);  // `office` closed and open; `always` always
  CHECK(moments.kinds()[0].first == kOctober);
  CHECK(moments.kinds()[1].first == kOctober + base::hours(8));
  CHECK(moments.kinds()[0].total + moments.kinds()[1].total == base::hours(365 * 24));
  CHECK(moments.kinds()[1].total == spec.calendars[0].open.elapsed(kOctober, kOctober + base::hours(365 * 24)).open);
  CHECK(moments.stretch_at(kOctober + base::hours(8)) == 1);
  CHECK(moments.stretch_at(kOctober + base::hours(8) - base::Duration(1)) == 0);
}

TEST_CASE("leave that touches is no moment of presence") {
  policy::Spec spec = policy::example_spec();
  const Instant noon = kOctober + base::hours(12);
  spec.people[0].leave = {{kOctober, noon}, {noon, noon + base::hours(1)}};
  spec.people[0].leave_at.resize(2);
  const Moments moments(spec, {noon - base::minutes(1), noon + base::minutes(1)});
  REQUIRE(moments.stretches().size() == 1);
  CHECK(moments.is_away({0}, {.kind = 0}));
  CHECK(moments.is_away({1}, {.kind = 0, .away = {1}}));
  CHECK_FALSE(moments.is_away({1}, {.kind = 0}));
}

TEST_CASE("random agreements: every minute is of the kind that its stretch says, and kinds differ") {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    policy::RandomSpec random(seed);
    const policy::Spec spec = random.spec(0);
    const Instant from = random.instant();
    const Interval horizon{from, from + base::hours(72)};
    const Moments moments(spec, horizon);
    std::vector<base::Duration> totals(moments.kinds().size());
    Instant reached = from;
    for (const Stretch& each : moments.stretches()) {
      REQUIRE(each.during.from == reached);
      REQUIRE(each.during.from < each.during.to);
      if (totals[each.kind] == base::Duration{}) CHECK(moments.kinds()[each.kind].first == reached);
      totals[each.kind] += each.during.to - each.during.from;
      reached = each.during.to;
    }
    CHECK(reached == horizon.to);
    for (std::size_t i = 0; i < totals.size(); ++i) {
      CHECK(totals[i] == moments.kinds()[i].total);
      for (std::size_t k = 0; k < i; ++k) {
        CHECK((moments.kinds()[i].open_calendars != moments.kinds()[k].open_calendars ||
               moments.kinds()[i].away_people != moments.kinds()[k].away_people));
      }
    }
    for (Instant at = from; at < horizon.to; at = at + base::minutes(1)) {
      const Stretch& stretch = moments.stretches()[moments.stretch_at(at)];
      REQUIRE(stretch.during.contains(at));
      REQUIRE(is_as_told(spec, moments.kinds()[stretch.kind], at));
    }
  }
}

}  // namespace
}  // namespace tandem::proof
