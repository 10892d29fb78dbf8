// Random rotations for property tests: all units of turns, restrictions, several layers, with swaps,
// temporary schedules and overrides dense around `center`. The same seed gives the same rotation.
#pragma once

#include <random>

#include "calendar/rotation_rule.h"

namespace tandem::calendar {

class RandomRotation {
 public:
  explicit RandomRotation(std::uint32_t seed) : random_(seed) {}

  static constexpr std::array<std::string_view, 10> kZones{
      "America/New_York", "America/Chicago", "Europe/Berlin",     "Europe/London", "Australia/Lord_Howe",
      "America/St_Johns", "Asia/Kathmandu",  "Africa/Casablanca", "Pacific/Apia",  "Asia/Tehran"};

  // Layers start in the weeks before `center`.
  RotationRule rule(base::Instant center, std::uint32_t people) {
    RotationRule rule{.zone = zone(), .people = people};
    for (std::uint32_t n = 1 + below(3); n > 0; --n) rule.layers.push_back(layer(rule, center));
    for (std::uint32_t n = below(3); n > 0 && people > 1; --n) {
      const std::uint32_t one = below(people);
      rule.swaps.push_back({one, (one + 1 + below(people - 1)) % people, interval(center)});
    }
    for (std::uint32_t n = below(3); n > 0; --n) {
      TemporarySchedule schedule{.span = interval(center)};
      for (std::uint32_t i = below(4); i > 0; --i) schedule.shifts.push_back({below(people), interval(center)});
      rule.temporary.push_back(std::move(schedule));
    }
    for (std::uint32_t n = below(4); n > 0; --n) {
      rule.overrides.push_back({chance(4) ? std::nullopt : std::optional(below(people)), interval(center)});
    }
    return rule;
  }

  base::Instant around(base::Instant center) { return center + base::minutes(below(20 * 24 * 60)) - base::hours(120); }
  std::uint32_t below(std::size_t n) { return static_cast<std::uint32_t>(random_() % n); }
  bool chance(std::uint32_t one_in) { return below(one_in) == 0; }

 private:
  Zone zone() { return *Zone::find(kZones[below(kZones.size())]); }

  base::Interval interval(base::Instant center) {
    const base::Instant from = around(center);
    return {from, from + base::minutes(1 + below(60 * 60))};
  }

  DutyLayer layer(const RotationRule& rule, base::Instant center) {
    DutyLayer layer;
    for (std::uint32_t n = 1 + below(5); n > 0; --n) layer.order.push_back(below(rule.people));
    const Zone& own = rule.zone;
    layer.starts = own.to_local(center - base::hours(24 * below(chance(4) ? 500 : 30)));
    layer.starts.time_of_day = base::minutes(chance(2) ? 30 * below(48) : below(24 * 60));
    layer.turn = {.count = 1 + below(4), .unit = static_cast<Turn::Unit>(below(4))};
    if (layer.turn.unit == Turn::Unit::Hour) {
      layer.turn.count = 1 + below(30);
      layer.starts = own.to_local(center - base::hours(24 * below(12)));
    }
    if (chance(6)) layer.ends = own.to_local(around(center) + base::hours(24 * 600));
    if (chance(2)) layer.only = windows();
    return layer;
  }

  // Days or nights, two windows a day, a weekend in one piece, whole days.
  WeekWindows windows() {
    WeekWindows only;
    const std::uint32_t shape = below(5);
    for (std::size_t day = 0; day < 7; ++day) {
      if (chance(4) && shape != 3) continue;
      const auto from = base::minutes(15 * below(40));
      if (shape == 0) only[day] = {{from, from + base::minutes(15 * (1 + below(40)))}};
      if (shape == 1) only[day] = {{base::hours(20), base::hours(32)}};
      if (shape == 2) only[day] = {{base::hours(13), base::hours(18)}, {base::hours(6), base::hours(9)}};
      if (shape == 3 && day == 4) only[day] = {{base::hours(17), base::hours(48)}};
      if (shape == 4) only[day] = {{base::hours(0), base::hours(24)}};
    }
    return only;
  }

  std::mt19937 random_;
};

}  // namespace tandem::calendar
