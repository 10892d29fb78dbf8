// Laws of rotations over random rules, and over every clock change of twenty zones.
#include <doctest/doctest.h>

#include "calendar/random_rotation.h"
#include "calendar/rotation.h"
#include "calendar/rotation_reference.h"
#include "calendar/rotation_shifts.h"

using namespace tandem;
using namespace tandem::calendar;
using base::Duration;
using base::Instant;
using base::Interval;

namespace {

// Somewhere between 1900 and 2100.
Instant random_center(RandomRotation& random) {
  return *base::parse_rfc3339("1900-01-01T00:00:00Z") + base::hours(24 * std::int64_t{random.below(200 * 365)});
}

std::string said(std::optional<std::uint32_t> person) {
  return person ? fmt::format("{}", *person) : "nobody";
}

// What the shifts and gaps of an interval say about an instant; checks that they cover each instant once.
class Covering {
 public:
  Covering(const Rotation& rotation, Interval between) {
    for (const Shift& each : shifts_of(rotation, between)) parts_.emplace_back(each.during, each.person);
    for (const Interval& each : gaps_of(rotation, between)) parts_.emplace_back(each, std::nullopt);
    std::ranges::sort(parts_);
    Instant at = between.from;
    for (const auto& [during, person] : parts_) {
      REQUIRE(during.from == at);
      REQUIRE(during.to > at);
      at = during.to;
    }
    REQUIRE(at == between.to);
  }
  [[nodiscard]] std::optional<std::uint32_t> at(Instant at) const {
    const auto next = std::ranges::upper_bound(parts_, at, {}, [](const auto& part) { return part.first.from; });
    return std::prev(next)->second;
  }
  [[nodiscard]] const auto& parts() const { return parts_; }

 private:
  std::vector<std::pair<Interval, std::optional<std::uint32_t>>> parts_;
};

Instant instant_of_change(const Zone& zone, Instant before, Instant after) {
  const auto offset = [&](Instant at) {
    const LocalTime local = zone.to_local(at);
    return std::chrono::sys_days(local.date).time_since_epoch() + local.time_of_day - (at - Instant());
  };
  while (after - before > Duration(1)) {
    const Instant middle = before + (after - before) / 2;
    (offset(middle) == offset(before) ? before : after) = middle;
  }
  return after;
}

// The instants of 2020 to 2040 at which the zone's clocks change, found by looking at every day.
std::vector<Instant> clock_changes(const Zone& zone) {
  std::vector<Instant> changes;
  const auto offset = [&](Instant at) {
    const LocalTime local = zone.to_local(at);
    return std::chrono::sys_days(local.date).time_since_epoch() + local.time_of_day - (at - Instant());
  };
  const Instant end = *base::parse_rfc3339("2041-01-01T00:00:00Z");
  for (Instant at = *base::parse_rfc3339("2020-01-01T00:00:00Z"); at < end; at = at + base::hours(24)) {
    if (offset(at) != offset(at + base::hours(24))) {
      changes.push_back(instant_of_change(zone, at, at + base::hours(24)));
    }
  }
  return changes;
}

constexpr std::array<std::string_view, 20> kZones{
    "America/New_York", "America/Chicago",  "America/Denver",   "America/Los_Angeles", "America/St_Johns",
    "America/Halifax",  "America/Santiago", "America/Asuncion", "America/Havana",      "Europe/London",
    "Europe/Dublin",    "Europe/Berlin",    "Europe/Helsinki",  "Africa/Casablanca",   "Africa/Cairo",
    "Asia/Beirut",      "Australia/Sydney", "Asia/Jerusalem",   "Australia/Lord_Howe", "Pacific/Auckland"};

LocalTime local(std::string_view text) {
  return *parse_local_time(text);
}

WeekWindows every_day(Duration from, Duration to) {
  WeekWindows only;
  only.fill({{from, to}});
  return only;
}

// Hourly, daily in the hour that changes, weekly, and days and nights that share the day.
std::vector<Rotation> rotations_in(const Zone& zone) {
  std::vector<Rotation> out;
  const auto add = [&](std::vector<DutyLayer> layers) {
    out.push_back(*Rotation::make({.zone = zone, .people = 5, .layers = std::move(layers)}));
  };
  add({{.order = {0, 1, 2}, .starts = local("2019-12-30 02:00"), .turn = {1, Turn::Unit::Hour}}});
  add({{.order = {0, 1, 2}, .starts = local("2019-12-30 02:30"), .turn = {1, Turn::Unit::Day}}});
  add({{.order = {0, 1, 2}, .starts = local("2019-12-29 00:30"), .turn = {1, Turn::Unit::Week}}});
  add({{.order = {0, 1, 2},
        .starts = local("2019-12-30 01:30"),
        .turn = {1, Turn::Unit::Day},
        .only = every_day(base::minutes(90), base::minutes(810))},
       {.order = {3, 4},
        .starts = local("2019-12-29 13:30"),
        .turn = {1, Turn::Unit::Day},
        .only = every_day(base::minutes(810), base::minutes(1530))}});
  return out;
}

}  // namespace

TEST_CASE("a rotation answers as the plain reference does") {
  std::size_t gaps = 0;
  std::size_t asked = 0;
  for (std::uint32_t seed = 1; seed <= 400; ++seed) {
    RandomRotation random(seed);
    const Instant center = random_center(random);
    const auto rotation = Rotation::make(random.rule(center, 1 + random.below(6)));
    REQUIRE(rotation.has_value());
    const Interval between{center - base::hours(72), center + base::hours(15 * 24)};
    const Covering covering(*rotation, between);
    for (int i = 0; i < 60; ++i) {
      const Instant at = between.from + base::minutes(random.below(18 * 24 * 60));
      const auto expected = on_duty_plainly(rotation->rule(), at);
      const auto found = rotation->on_duty(at);
      if (found != expected || covering.at(at) != expected) {
        FAIL_CHECK("seed " << seed << " at " << base::to_rfc3339(at) << ": " << said(found) << ", of the shifts "
                           << said(covering.at(at)) << ", not " << said(expected));
        break;
      }
      gaps += std::size_t{!expected.has_value()};
      ++asked;
    }
    for (const auto& [during, person] : covering.parts()) {
      CHECK(on_duty_plainly(rotation->rule(), during.from) == person);
      CHECK(on_duty_plainly(rotation->rule(), during.to - Duration(1)) == person);
    }
  }
  CHECK(asked > 20'000);
  CHECK(gaps > 1'000);
  CHECK(gaps < asked / 2);
}

TEST_CASE("a rotation answers minute by minute as the plain reference does where clocks change") {
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    RandomRotation random(seed);
    const Zone zone = *Zone::find(kZones[seed % kZones.size()]);
    const auto changes = clock_changes(zone);
    const Instant change = changes[random.below(changes.size())];
    RotationRule rule = random.rule(change, 4);
    rule.zone = zone;
    const auto rotation = *Rotation::make(std::move(rule));
    for (Instant at = change - base::hours(3); at < change + base::hours(3); at = at + base::minutes(1)) {
      const auto expected = on_duty_plainly(rotation.rule(), at);
      if (rotation.on_duty(at) == expected) continue;
      FAIL_CHECK("seed " << seed << " at " << base::to_rfc3339(at));
      break;
    }
  }
}

TEST_CASE("those who stand in are the next who are present, as the plain reference finds them") {
  std::size_t stood_in = 0;
  for (std::uint32_t seed = 1; seed <= 200; ++seed) {
    RandomRotation random(seed);
    const Instant center = random_center(random);
    const auto rotation = *Rotation::make(random.rule(center, 6));
    for (int i = 0; i < 50; ++i) {
      const Instant at = random.around(center);
      const std::uint32_t away = random.below(64);  // a bit for each
      const auto is_away = [&](std::uint32_t person) { return (away >> person & 1U) != 0; };
      std::optional<std::uint32_t> found;
      DutyLine line = rotation.in_line(at);
      for (auto next = line.next(); next && !found; next = line.next()) {
        if (is_away(next->duty.person)) continue;
        found = next->duty.person;
        stood_in += std::size_t{next->stands_in()};
      }
      CHECK(found == on_duty_plainly(rotation.rule(), at, is_away));
    }
  }
  CHECK(stood_in > 500);
}

TEST_CASE("shifts of two intervals that touch are those of both together") {
  for (std::uint32_t seed = 1; seed <= 300; ++seed) {
    RandomRotation random(seed);
    const Instant center = random_center(random);
    const auto rotation = *Rotation::make(random.rule(center, 4));
    std::array<Instant, 3> edge{random.around(center), random.around(center), random.around(center)};
    std::ranges::sort(edge);
    std::vector<Shift> parts = shifts_of(rotation, {edge[0], edge[1]});
    std::vector<Shift> second = shifts_of(rotation, {edge[1], edge[2]});
    if (!parts.empty() && !second.empty() && parts.back().during.to == second.front().during.from &&
        parts.back().duty() == second.front().duty()) {
      second.front().during.from = parts.back().during.from;
      parts.pop_back();
    }
    parts.insert(parts.end(), second.begin(), second.end());
    CHECK(parts == shifts_of(rotation, {edge[0], edge[2]}));
  }
}

TEST_CASE("the line stays the same between two changes") {
  for (std::uint32_t seed = 1; seed <= 100; ++seed) {
    RandomRotation random(seed);
    const Instant center = random_center(random);
    const auto rotation = *Rotation::make(random.rule(center, 4));
    const Interval between{center, center + base::hours(24 * 10)};
    std::vector<Instant> edges = rotation.changes(between);
    edges.insert(edges.begin(), between.from);
    edges.push_back(between.to);
    const auto people = [&](Instant at) {
      std::vector<Duty> found;
      DutyLine line = rotation.in_line(at);
      while (const auto next = line.next()) found.push_back(next->duty);
      return found;
    };
    for (std::size_t i = 1; i < edges.size(); ++i) {
      REQUIRE(edges[i - 1] < edges[i]);
      CHECK(people(edges[i - 1]) == people(edges[i] - Duration(1)));
      CHECK(people(edges[i - 1]) == people(edges[i - 1] + (edges[i] - edges[i - 1]) / 2));
    }
  }
}

TEST_CASE("exactly one person is on duty at every minute around every clock change, and hands over by the wall clock") {
  std::size_t walked = 0;
  for (const std::string_view name : kZones) {
    CAPTURE(name);
    const Zone zone = *Zone::find(name);
    const auto rotations = rotations_in(zone);
    const auto changes = clock_changes(zone);
    CHECK(changes.size() >= 6);
    for (const Instant change : changes) {
      for (const Rotation& rotation : rotations) {
        const Interval around{change - base::hours(4), change + base::hours(4)};
        CHECK(gaps_of(rotation, around).empty());
        for (Instant at = around.from; at < around.to; at = at + base::minutes(1)) {
          if (!rotation.on_duty(at)) FAIL_CHECK("nobody at " << base::to_rfc3339(at));
        }
      }
      // The daily hand-over at 02:30: once on each day, at its time or at the jump.
      const auto daily = shifts_of(rotations[1], {change - base::hours(60), change + base::hours(60)});
      for (std::size_t i = 1; i < daily.size(); ++i) {
        const Date day = zone.to_local(daily[i].during.from).date;
        CHECK(daily[i].during.from == zone.to_instant(day, base::minutes(150)));
        CHECK(daily[i].person == (daily[i - 1].person + 1) % 3);
      }
      // Hourly: the hand-over at the change is a whole hour of the clock, and no hour is two people's.
      const auto hourly = shifts_of(rotations[0], {change - base::hours(5), change + base::hours(5)});
      for (std::size_t i = 1; i < hourly.size(); ++i) {
        const LocalTime time = zone.to_local(hourly[i].during.from);
        CHECK((time.time_of_day % base::hours(1) == Duration{} || hourly[i].during.from == change));
        CHECK(zone.to_instant(time.date, time.time_of_day) == hourly[i].during.from);
      }
      ++walked;
    }
  }
  CHECK(walked > 500);
}
