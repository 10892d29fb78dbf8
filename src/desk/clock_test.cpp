#include "desk/clock.h"

#include <doctest/doctest.h>

#include "desk/clock_scene.h"

using namespace tandem;
using namespace tandem::desk;
using base::Duration;
using base::hours;
using base::minutes;

namespace {

const base::Instant kFriday = instant("2026-10-09T21:00:00Z");  // 17:00 in New York, an hour before closing

}  // namespace

TEST_CASE("real time counts all of it, business time what the calendar is open") {
  const policy::NamedCalendar office = weekdays("office", "America/New_York", 8, 18);
  const Measure real;
  const Measure business(office.open);
  const base::Instant monday = kFriday + hours(65);  // 10:00
  CHECK(real.between(kFriday, monday) == hours(65));
  CHECK(business.between(kFriday, monday) == hours(3));
  CHECK(business.between(monday, kFriday) == Duration::zero());
  CHECK(real.after(kFriday, minutes(5)) == kFriday + minutes(5));
  CHECK(business.after(kFriday, hours(3)) == monday);
  CHECK(business.after(kFriday + hours(2), {}) == kFriday + hours(2));  // nothing needs no opening
  CHECK(real.is_real_time());
  CHECK_FALSE(business.is_real_time());
}

TEST_CASE("a goal is reached at the earliest instant that used it up: at closing, not at the next opening") {
  const policy::NamedCalendar office = weekdays("office", "America/New_York", 8, 18);
  Clock clock({.goal = hours(1), .at = kFriday});
  clock.run(Measure(office.open), kFriday, kFriday + hours(70));
  CHECK(clock.reached() == kFriday + hours(1));
  CHECK(clock.elapsed() == hours(8));
  CHECK(clock.remaining() == -hours(7));
}

TEST_CASE("what remains is reached after the pause, and the pause is told in real time") {
  const policy::NamedCalendar office = weekdays("office", "America/New_York", 8, 18);
  const Measure measure(office.open);
  Clock clock({.goal = hours(2), .at = kFriday});
  clock.run(measure, kFriday, kFriday + minutes(30));
  clock.pause(kFriday + minutes(30), kFriday + hours(66));
  CHECK(clock.paused() == hours(66) - minutes(30));
  CHECK(clock.reached() == std::nullopt);
  CHECK(clock.due(measure, kFriday + hours(66)) == kFriday + hours(66) + minutes(90));
  clock.run(measure, kFriday + hours(66), kFriday + hours(68));
  CHECK(clock.reached() == kFriday + hours(66) + minutes(90));
  CHECK(clock.due(measure, kFriday + hours(68)) == clock.reached());
}

TEST_CASE("a goal of nothing is reached at the start, a calendar that never opens reaches none") {
  CHECK(Clock({.goal = {}, .at = kFriday}).reached() == kFriday);
  calendar::BusinessHours hours_{.zone = *calendar::Zone::find("UTC"), .windows = {}, .closed = {}, .holidays = {}};
  const auto never = calendar::BusinessCalendar::make(std::move(hours_));
  REQUIRE(never.has_value());
  Clock clock({.goal = minutes(1), .at = kFriday});
  clock.run(Measure(*never), kFriday, kFriday + hours(1000));
  CHECK(clock.elapsed() == Duration::zero());
  CHECK(clock.due(Measure(*never), kFriday + hours(1000)) == std::nullopt);
}

TEST_CASE("stretches on different measures add up, and empty ones are nothing") {
  const policy::NamedCalendar office = weekdays("office", "America/New_York", 8, 18);
  Clock clock({.goal = hours(4), .at = kFriday});
  clock.run(Measure(office.open), kFriday, kFriday + hours(3));  // one hour of it open
  clock.run(Measure(), kFriday + hours(3), kFriday + hours(3));
  clock.pause(kFriday + hours(3), kFriday + hours(3));
  clock.run(Measure(), kFriday + hours(3), kFriday + hours(7));
  CHECK(clock.elapsed() == hours(5));
  CHECK(clock.paused() == Duration::zero());
  CHECK(clock.reached() == kFriday + hours(6));
}
