#include "calendar/wall_clock.h"

#include <doctest/doctest.h>

using namespace tandem;
using namespace tandem::calendar;

namespace {

base::Instant at(std::string_view text) {
  return *base::parse_rfc3339(text);
}

}  // namespace

TEST_CASE("a list of offsets keeps the rules of a zone, minute by minute over both changes of a year") {
  const Zone zone = *Zone::find("Europe/Berlin");
  const WallClock listed(base::hours(1),
                         {{at("2026-03-29T01:00:00Z"), base::hours(2)}, {at("2026-10-25T01:00:00Z"), base::hours(1)}});
  for (const char* day : {"2026-03-28T12:00:00Z", "2026-10-24T12:00:00Z"}) {
    for (int minute = 0; minute < 24 * 60; ++minute) {
      const base::Instant instant = at(day) + base::minutes(minute);
      const LocalTime local = zone.to_local(instant);
      CHECK(listed.to_local(instant).date == local.date);
      CHECK(listed.to_local(instant).time_of_day == local.time_of_day);
    }
    const LocalTime noon = zone.to_local(at(day));
    for (int minute = 0; minute < 24 * 60; ++minute) {
      const base::Duration time = noon.time_of_day + base::minutes(minute);
      CHECK(listed.to_instant({noon.date, time}) == zone.to_instant(noon.date, time));
    }
  }
}

TEST_CASE("a list of offsets is never behind itself, even where changes crowd") {
  const WallClock odd(base::hours(-12), {{at("2026-01-01T00:00:00Z"), base::hours(14)},
                                         {at("2026-01-01T01:00:00Z"), base::hours(-12)},
                                         {at("2026-01-01T02:00:00Z"), base::hours(14)}});
  base::Instant before = at("2025-12-01T00:00:00Z");
  for (int quarter = 0; quarter < 4 * 96; ++quarter) {
    const Date date = std::chrono::year(2025) / 12 / 30;
    const base::Instant instant = odd.to_instant({date, base::minutes(15 * quarter)});
    CHECK(before <= instant);
    before = instant;
  }
  CHECK(WallClock::utc().to_instant({std::chrono::year(2026) / 1 / 1, base::hours(1)}) == at("2026-01-01T01:00:00Z"));
}
