#include "calendar/presence.h"

#include <doctest/doctest.h>

#include "calendar/random_rotation.h"
#include "calendar/rotation_reference.h"

using namespace tandem;
using namespace tandem::calendar;

namespace {
base::Instant hour(int n) {
  return base::Instant(base::hours(n));
}
base::Interval hours(int from, int to) {
  return {hour(from), hour(to)};
}
// Person 0 is away from 2 to 4 and from 4 to 6, person 1 from 5 to 9, person 2 never.
Absences some() {
  Absences absences;
  absences.add(std::array{hours(2, 4), hours(4, 6)});
  absences.add(std::array{hours(5, 9)});
  absences.add({});
  return absences;
}
}  // namespace

TEST_CASE("a person is away within their leave, and back when all leave that touches is over") {
  const Absences absences = some();
  CHECK(absences.is_present(0, hour(1)));
  CHECK(absences.leave_at(0, hour(2)) == 0);
  CHECK(absences.leave_at(0, hour(4)) == 1);
  CHECK(absences.is_present(0, hour(6)));
  CHECK(absences.back_at(0, hour(3)) == hour(6));
  CHECK(absences.back_at(1, hour(3)) == hour(3));
}

TEST_CASE("people are counted step by step") {
  const Absences absences = some();
  const std::array<std::uint32_t, 2> both{0, 1};
  CHECK(headcounts(absences, both, hours(0, 12)) ==
        std::vector<Headcount>{
            {hours(0, 2), 2}, {hours(2, 5), 1}, {hours(5, 6), 0}, {hours(6, 9), 1}, {hours(9, 12), 2}});
  CHECK(headcounts(absences, both, hours(3, 4)) == std::vector<Headcount>{{hours(3, 4), 1}});
  CHECK(headcounts(absences, {}, hours(3, 4)) == std::vector<Headcount>{{hours(3, 4), 0}});
  CHECK(headcounts(absences, both, hours(4, 4)).empty());
}

TEST_CASE("the duty goes to the next who is present, for every instant of every random rotation") {
  std::size_t stood_in = 0;
  std::size_t all_away = 0;
  for (std::uint32_t seed = 1; seed <= 150; ++seed) {
    RandomRotation random(seed);
    const base::Instant center =
        base::Instant::from_unix_s(std::int64_t{random.below(130 * 365)} * 24 * 3600 + 400 * 24 * 3600);
    const auto rotation = *Rotation::make(random.rule(center, 3));
    Absences absences;
    for (int person = 0; person < 3; ++person) {
      std::vector<base::Interval> leave;
      base::Instant from = center - base::hours(72);
      for (std::uint32_t n = random.below(6); n > 0; --n) {
        from = from + base::minutes(random.below(4000));
        leave.push_back({from, from + base::minutes(1 + random.below(4000))});
        from = leave.back().to;
      }
      absences.add(leave);
    }
    const std::array<std::uint32_t, 3> people{2, 0, 1};
    const base::Interval between{center - base::hours(72), center + base::hours(24 * 15)};
    base::Instant covered = between.from;
    for (const AttendedStretch& each : attended(rotation, absences, people, between)) {
      REQUIRE(each.during.from == covered);
      covered = each.during.to;
      for (const base::Instant at : {each.during.from, each.during.from + (each.during.to - each.during.from) / 2,
                                     each.during.to - base::Duration(1)}) {
        const auto is_away = [&](std::uint32_t position) { return !absences.is_present(people[position], at); };
        const auto expected = on_duty_plainly(rotation.rule(), at, is_away);
        CHECK((each.place ? std::optional(each.place->duty.person) : std::nullopt) == expected);
      }
      stood_in += std::size_t{each.place && each.place->stands_in()};
      all_away += std::size_t{!each.place && each.somebody_away};
    }
    REQUIRE(covered == between.to);
  }
  CHECK(stood_in > 200);
  CHECK(all_away > 50);
}
