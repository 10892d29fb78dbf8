#include "calendar/rotation.h"

#include <doctest/doctest.h>

using namespace tandem;
using namespace tandem::calendar;

namespace {
base::Instant at(std::string_view text) {
  return *base::parse_rfc3339(text);
}
Rotation weekly() {
  return {.zone = *Zone::find("America/New_York"), .people = 2, .starts = *parse_local_time("2026-10-05 09:00")};
}
}  // namespace

TEST_CASE("turns begin at the local hour, also after clocks changed") {
  const Rotation duty = weekly();
  CHECK_FALSE(duty.on_duty(at("2026-10-05T12:59:59Z")));
  CHECK(duty.on_duty(at("2026-10-05T13:00:00Z")) == 0);
  CHECK(duty.on_duty(at("2026-10-12T12:59:59Z")) == 0);
  CHECK(duty.on_duty(at("2026-10-12T13:00:00Z")) == 1);
  CHECK(duty.on_duty(at("2026-11-02T13:59:59Z")) == 1);  // clocks were set back on 1 November
  CHECK(duty.on_duty(at("2026-11-02T14:00:00Z")) == 0);
}

TEST_CASE("the last override that holds wins") {
  Rotation duty = weekly();
  duty.overrides = {{1, {at("2026-10-06T00:00:00Z"), at("2026-10-08T00:00:00Z")}},
                    {0, {at("2026-10-07T00:00:00Z"), at("2026-10-07T12:00:00Z")}}};
  CHECK(duty.on_duty(at("2026-10-06T00:00:00Z")) == 1);
  CHECK(duty.on_duty(at("2026-10-07T00:00:00Z")) == 0);
  CHECK(duty.on_duty(at("2026-10-07T12:00:00Z")) == 1);
  CHECK(duty.on_duty(at("2026-10-08T00:00:00Z")) == 0);
}

TEST_CASE("turns shorter than a day are counted in real hours") {
  Rotation duty = weekly();
  duty.people = 3;
  duty.turn_hours = 8;
  duty.starts = *parse_local_time("2026-10-31 18:00");
  CHECK(duty.on_duty(at("2026-11-01T05:59:59Z")) == 0);
  CHECK(duty.on_duty(at("2026-11-01T06:00:00Z")) == 1);  // 01:00 local for the second time
  CHECK(duty.on_duty(at("2026-11-01T14:00:00Z")) == 2);
  CHECK(duty.on_duty(at("2026-11-01T22:00:00Z")) == 0);
}

TEST_CASE("a hand-over in an hour that occurs twice happens at its first occurrence") {
  Rotation duty = weekly();
  duty.turn_days = 1;
  duty.starts = *parse_local_time("2026-10-31 01:30");
  CHECK(duty.on_duty(at("2026-11-01T05:29:59Z")) == 0);
  CHECK(duty.on_duty(at("2026-11-01T05:30:00Z")) == 1);
  CHECK(duty.on_duty(at("2026-11-01T06:15:00Z")) == 1);  // the clock shows 01:15 again
}
