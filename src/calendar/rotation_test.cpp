#include "calendar/rotation.h"

#include <doctest/doctest.h>

#include "calendar/rotation_shifts.h"

using namespace tandem;
using namespace tandem::calendar;

namespace {

base::Instant at(std::string_view text) {
  return *base::parse_rfc3339(text);
}
base::Interval between(std::string_view from, std::string_view to) {
  return {at(from), at(to)};
}

RotationRule rule(DutyLayer layer, std::uint32_t people) {
  return {.zone = *Zone::find("America/New_York"), .people = people, .layers = {std::move(layer)}};
}
DutyLayer layer(std::uint32_t people, std::string_view starts, Turn turn) {
  DutyLayer out{.name = "primary", .starts = *parse_local_time(starts), .turn = turn};
  for (std::uint32_t i = 0; i < people; ++i) out.order.push_back(i);
  return out;
}
Rotation made(RotationRule rule) {
  auto rotation = Rotation::make(std::move(rule));
  REQUIRE(rotation.has_value());
  return *std::move(rotation);
}
RotationRule weekly() {
  return rule(layer(2, "2026-10-05 09:00", {1, Turn::Unit::Week}), 2);
}

// "0 2026-10-05 09:00" for each shift, in New York's time.
std::vector<std::string> told(const std::vector<Shift>& shifts) {
  const Zone zone = *Zone::find("America/New_York");
  std::vector<std::string> out;
  for (const Shift& each : shifts) {
    const LocalTime local = zone.to_local(each.during.from);
    const auto minutes = local.time_of_day / base::minutes(1);
    out.push_back(fmt::format("{} {:02}-{:02} {:02}:{:02}", each.person, static_cast<unsigned>(local.date.month()),
                              static_cast<unsigned>(local.date.day()), minutes / 60, minutes % 60));
  }
  return out;
}
using Told = std::vector<std::string>;

WeekWindows on_days(std::initializer_list<std::size_t> days, base::Duration from, base::Duration to) {
  WeekWindows only;
  for (const std::size_t day : days) only[day] = {{from, to}};
  return only;
}

}  // namespace

TEST_CASE("turns begin at the local hour, also after clocks changed") {
  const Rotation duty = made(weekly());
  CHECK_FALSE(duty.on_duty(at("2026-10-05T12:59:59Z")));
  CHECK(duty.on_duty(at("2026-10-05T13:00:00Z")) == 0);
  CHECK(duty.on_duty(at("2026-10-12T12:59:59Z")) == 0);
  CHECK(duty.on_duty(at("2026-10-12T13:00:00Z")) == 1);
  CHECK(duty.on_duty(at("2026-11-02T13:59:59Z")) == 1);  // clocks were set back on 1 November
  CHECK(duty.on_duty(at("2026-11-02T14:00:00Z")) == 0);
}

TEST_CASE("the last override that holds wins") {
  RotationRule rule = weekly();
  rule.overrides = {{1, between("2026-10-06T00:00:00Z", "2026-10-08T00:00:00Z")},
                    {0, between("2026-10-07T00:00:00Z", "2026-10-07T12:00:00Z")}};
  const Rotation duty = made(rule);
  CHECK(duty.on_duty(at("2026-10-06T00:00:00Z")) == 1);
  CHECK(duty.on_duty(at("2026-10-07T00:00:00Z")) == 0);
  CHECK(duty.on_duty(at("2026-10-07T12:00:00Z")) == 1);
  CHECK(duty.on_duty(at("2026-10-08T00:00:00Z")) == 0);
}

TEST_CASE("turns of hours are counted by the wall clock") {
  const Rotation duty = made(rule(layer(3, "2026-10-31 18:00", {8, Turn::Unit::Hour}), 3));
  CHECK(duty.on_duty(at("2026-11-01T05:59:59Z")) == 0);
  CHECK(duty.on_duty(at("2026-11-01T06:00:00Z")) == 0);  // 01:00 local for the second time
  CHECK(duty.on_duty(at("2026-11-01T07:00:00Z")) == 1);  // 02:00
  CHECK(duty.on_duty(at("2026-11-01T15:00:00Z")) == 2);
  CHECK(duty.on_duty(at("2026-11-01T23:00:00Z")) == 0);
}

TEST_CASE("the hour that is skipped is nobody's turn, and the one that occurs twice is one turn") {
  const Rotation spring = made(rule(layer(24, "2026-03-08 00:00", {1, Turn::Unit::Hour}), 24));
  CHECK(told(shifts_of(spring, between("2026-03-08T05:00:00Z", "2026-03-08T09:00:00Z"))) ==
        Told{"0 03-08 00:00", "1 03-08 01:00", "3 03-08 03:00", "4 03-08 04:00"});
  const Rotation autumn = made(rule(layer(24, "2026-11-01 00:00", {1, Turn::Unit::Hour}), 24));
  CHECK(told(shifts_of(autumn, between("2026-11-01T04:00:00Z", "2026-11-01T08:00:00Z"))) ==
        Told{"0 11-01 00:00", "1 11-01 01:00", "2 11-01 02:00"});
}

TEST_CASE("a hand-over in an hour that occurs twice happens at its first occurrence") {
  const Rotation duty = made(rule(layer(2, "2026-10-31 01:30", {1, Turn::Unit::Day}), 2));
  CHECK(duty.on_duty(at("2026-11-01T05:29:59Z")) == 0);
  CHECK(duty.on_duty(at("2026-11-01T05:30:00Z")) == 1);
  CHECK(duty.on_duty(at("2026-11-01T06:15:00Z")) == 1);  // the clock shows 01:15 again
}

TEST_CASE("a monthly hand-over on the 31st falls on the last day of shorter months and comes back") {
  const Rotation duty = made(rule(layer(12, "2027-01-31 09:00", {1, Turn::Unit::Month}), 12));
  CHECK(told(shifts_of(duty, between("2027-01-01T00:00:00Z", "2027-06-01T00:00:00Z"))) ==
        Told{"0 01-31 09:00", "1 02-28 09:00", "2 03-31 09:00", "3 04-30 09:00", "4 05-31 09:00"});
}

TEST_CASE("turns of days count the days that are worked") {
  DutyLayer office = layer(4, "2026-10-05 09:00", {2, Turn::Unit::Day});
  office.only = on_days({0, 1, 2, 3, 4}, base::hours(9), base::hours(17));
  const Rotation duty = made(rule(office, 4));
  CHECK(told(shifts_of(duty, between("2026-10-08T00:00:00Z", "2026-10-15T00:00:00Z"))) ==
        Told{"1 10-08 09:00", "2 10-09 09:00", "2 10-12 09:00", "3 10-13 09:00", "3 10-14 09:00"});
}

TEST_CASE("a night belongs to the day it starts on, wherever the hand-over falls in it") {
  DutyLayer nights = layer(3, "2026-10-05 00:00", {1, Turn::Unit::Day});
  nights.only = on_days({0, 1, 2, 3, 4, 5, 6}, base::hours(20), base::hours(32));
  for (const auto hand_over : {base::hours(0), base::hours(6), base::hours(8), base::hours(20)}) {
    nights.starts.time_of_day = hand_over;
    CHECK(told(shifts_of(made(rule(nights, 3)), between("2026-10-06T15:00:00Z", "2026-10-08T15:00:00Z"))) ==
          Told{"1 10-06 20:00", "2 10-07 20:00"});
  }
  nights.starts.time_of_day = base::hours(22);  // before midnight it cuts
  CHECK(told(shifts_of(made(rule(nights, 3)), between("2026-10-06T15:00:00Z", "2026-10-07T15:00:00Z"))) ==
        Told{"0 10-06 20:00", "1 10-06 22:00"});
}

TEST_CASE("a weekly hand-over cuts whole days, but not a weekend in one piece") {
  DutyLayer days = layer(2, "2026-10-05 09:00", {1, Turn::Unit::Week});
  days.only = on_days({0, 1, 2, 3, 4, 5, 6}, base::hours(0), base::hours(24));
  CHECK(told(shifts_of(made(rule(days, 2)), between("2026-10-11T04:00:00Z", "2026-10-14T04:00:00Z"))) ==
        Told{"0 10-11 00:00", "1 10-12 09:00"});
  DutyLayer weekends = layer(2, "2026-10-03 12:00", {1, Turn::Unit::Week});
  weekends.only = on_days({4}, base::hours(17), base::hours(48));
  CHECK(told(shifts_of(made(rule(weekends, 2)), between("2026-10-05T00:00:00Z", "2026-10-18T00:00:00Z"))) ==
        Told{"0 10-09 17:00", "1 10-16 17:00"});
}

TEST_CASE("where windows are over by the hand-over, the hand-over is before them") {
  DutyLayer early = layer(5, "2026-10-03 09:00", {1, Turn::Unit::Day});  // a Saturday
  early.only = on_days({0, 1, 2, 3, 4}, base::hours(6), base::hours(8));
  CHECK(told(shifts_of(made(rule(early, 5)), between("2026-10-03T00:00:00Z", "2026-10-08T00:00:00Z"))) ==
        Told{"0 10-05 06:00", "1 10-06 06:00", "2 10-07 06:00"});
}

TEST_CASE("the first layer with somebody answers, and nobody is a gap") {
  DutyLayer office = layer(1, "2026-10-05 00:00", {1, Turn::Unit::Week});
  office.only = on_days({0, 1, 2, 3, 4}, base::hours(9), base::hours(17));
  DutyLayer nights = layer(1, "2026-10-05 00:00", {1, Turn::Unit::Week});
  nights.name = "nights";
  nights.order = {1};
  nights.only = on_days({0, 1, 2, 3, 4}, base::hours(16), base::hours(24));
  RotationRule both = rule(office, 2);
  both.layers.push_back(nights);
  const Rotation duty = made(both);
  CHECK(duty.on_duty(at("2026-10-05T20:30:00Z")) == 0);
  CHECK(duty.on_duty(at("2026-10-05T21:00:00Z")) == 1);
  CHECK(gaps_of(duty, between("2026-10-05T04:00:00Z", "2026-10-06T13:00:00Z")) ==
        std::vector<base::Interval>{between("2026-10-05T04:00:00Z", "2026-10-05T13:00:00Z"),
                                    between("2026-10-06T04:00:00Z", "2026-10-06T13:00:00Z")});
  CHECK(duty.begins() == at("2026-10-05T04:00:00Z"));
}

TEST_CASE("a swap exchanges two people, a temporary schedule replaces turns, an override beats both") {
  RotationRule given = rule(layer(3, "2026-10-05 09:00", {1, Turn::Unit::Day}), 4);
  given.swaps = {{0, 1, between("2026-10-05T13:00:00Z", "2026-10-07T13:00:00Z")}};
  given.temporary = {{.span = between("2026-10-07T13:00:00Z", "2026-10-08T13:00:00Z"),
                      .shifts = {{3, between("2026-10-07T13:00:00Z", "2026-10-07T16:00:00Z")}}}};
  given.overrides = {{2, between("2026-10-05T20:00:00Z", "2026-10-05T21:00:00Z")},
                     {std::nullopt, between("2026-10-08T14:00:00Z", "2026-10-08T15:00:00Z")}};
  const Rotation duty = made(given);
  const auto shifts = shifts_of(duty, between("2026-10-05T00:00:00Z", "2026-10-09T00:00:00Z"));
  CHECK(told(shifts) == Told{"1 10-05 09:00", "2 10-05 16:00", "1 10-05 17:00", "0 10-06 09:00", "3 10-07 09:00",
                             "0 10-08 09:00", "0 10-08 11:00"});
  CHECK(shifts[0].origin == ShiftOrigin::Swap);
  CHECK(shifts[1].origin == ShiftOrigin::Override);
  CHECK(shifts[4].origin == ShiftOrigin::Temporary);
  CHECK(shifts[5].origin == ShiftOrigin::Layer);
  CHECK(gaps_of(duty, between("2026-10-05T13:00:00Z", "2026-10-09T00:00:00Z")) ==
        std::vector<base::Interval>{between("2026-10-07T16:00:00Z", "2026-10-08T13:00:00Z"),
                                    between("2026-10-08T14:00:00Z", "2026-10-08T15:00:00Z")});
}

TEST_CASE("one person without a break has one shift, however long the time asked about") {
  DutyLayer always = layer(1, "2000-01-01 00:00", {1, Turn::Unit::Hour});
  always.order = {0, 0, 0};
  always.only = on_days({0, 1, 2, 3, 4, 5, 6}, base::hours(0), base::hours(24));
  const Rotation duty = made(rule(always, 1));
  CHECK(shifts_of(duty, between("0001-01-01T00:00:00Z", "9999-12-31T00:00:00Z")).size() == 1);
}

TEST_CASE("nobody has it before `starts` and from `ends` on") {
  DutyLayer given = layer(2, "2026-10-05 09:00", {1, Turn::Unit::Week});
  given.ends = parse_local_time("2026-10-14 12:00");
  const Rotation duty = made(rule(given, 2));
  CHECK(shifts_of(duty, between("2026-10-01T00:00:00Z", "2026-12-01T00:00:00Z")) ==
        std::vector<Shift>{{0, between("2026-10-05T13:00:00Z", "2026-10-12T13:00:00Z")},
                           {1, between("2026-10-12T13:00:00Z", "2026-10-14T16:00:00Z")}});
}

TEST_CASE("a rotation that began before 1970 has its shifts there") {
  const Rotation duty = made(rule(layer(2, "1960-01-04 09:00", {1, Turn::Unit::Week}), 2));
  CHECK(told(shifts_of(duty, between("1960-01-10T00:00:00Z", "1960-01-20T00:00:00Z"))) ==
        Told{"0 01-09 19:00", "1 01-11 09:00", "0 01-18 09:00"});
  CHECK(gaps_of(duty, between("1960-01-10T00:00:00Z", "1960-01-20T00:00:00Z")).empty());
}

TEST_CASE("while those before them are away the next in the order stands in") {
  const Rotation duty = made(rule(layer(3, "2026-10-05 09:00", {1, Turn::Unit::Week}), 3));
  DutyLine line = duty.in_line(at("2026-10-15T00:00:00Z"));
  std::vector<std::uint32_t> people;
  while (const auto next = line.next()) {
    CHECK(next->scheduled == 1);
    people.push_back(next->duty.person);
  }
  CHECK(people == std::vector<std::uint32_t>{1, 2, 0});
}

TEST_CASE("what no rotation can be made from is said in words") {
  const auto refused = [](auto change) {
    RotationRule rule = weekly();
    change(rule);
    const auto made = Rotation::make(std::move(rule));
    REQUIRE_FALSE(made.has_value());
    CHECK(made.error().code == base::ErrorCode::BadInput);
    return made.error().message;
  };
  CHECK(refused([](RotationRule& r) { r.layers[0].order.clear(); }) ==
        "layer `primary` has nobody in its order: it needs at least one person");
  CHECK(refused([](RotationRule& r) { r.layers[0].turn.count = 0; }) ==
        "layer `primary` has turns of no length: a turn is at least 1");
  CHECK(refused([](RotationRule& r) { r.layers[0].turn.count = 5'229; }) ==
        "layer `primary` has turns of 5229 weeks: at most 5228 are allowed");
  CHECK(refused([](RotationRule& r) { r.layers[0].order[1] = 2; }) ==
        "layer `primary` names person 2, but the rotation has people 0 to 1 only");
  CHECK(refused([](RotationRule& r) { r.layers[0].ends = r.layers[0].starts; }) ==
        "layer `primary` ends before it starts");
  CHECK(refused([](RotationRule& r) {
          r.layers[0].starts.date = std::chrono::year(2026) / 2 / 30;
        }).starts_with("the start of layer `primary` must be a date that exists"));
  CHECK(refused([](RotationRule& r) {
          r.layers[0].starts.time_of_day = base::hours(24);
        }).ends_with("from 00:00 to 23:59"));
  CHECK(refused([](RotationRule& r) {
          r.overrides = {{0, {at("2026-10-06T00:00:00Z"), at("2026-10-06T00:00:00Z")}}};
        }) == "an override must begin before it ends");
  CHECK(refused([](RotationRule& r) {
          r.overrides = {{9, between("2026-10-06T00:00:00Z", "2026-10-07T00:00:00Z")}};
        }) == "an override names person 9, but the rotation has people 0 to 1 only");
  CHECK(refused([](RotationRule& r) { r.swaps = {{1, 1, between("2026-10-06T00:00:00Z", "2026-10-07T00:00:00Z")}}; }) ==
        "a swap needs two different people");
  CHECK(refused([](RotationRule& r) { r.temporary = {{.span = {}, .shifts = {}}}; }) ==
        "a temporary schedule must begin before it ends");
  CHECK(refused([](RotationRule& r) {
          r.layers[0].only = on_days({4}, base::hours(20), base::hours(32));
          r.layers[0].only[5] = {{base::hours(7), base::hours(12)}};
        }) ==
        "layer `primary`: the windows of Friday reach into those of Saturday, which would be two people's at once");
  CHECK(refused([](RotationRule& r) {
          r.layers[0].only[2] = {{base::hours(9), base::hours(9)}};
        }).starts_with("layer `primary`: a window of Wednesday must start on that day"));
  CHECK(refused([](RotationRule& r) { r.layers.assign(33, r.layers[0]); }) == "33 layers: at most 32 are allowed");
  CHECK(refused([](RotationRule& r) {
          r.overrides.assign(1001, {0, between("2026-10-06T00:00:00Z", "2026-10-07T00:00:00Z")});
        }) == "1001 overrides: at most 1000 are allowed");
}
