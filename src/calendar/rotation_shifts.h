// The shifts and the gaps of a rotation while nobody is away, listed by `attended` for tests and benchmarks.
//
//   for (const Shift& each : shifts_of(rotation, december)) each.person;
#pragma once

#include "calendar/presence.h"

namespace tandem::calendar {

struct Shift {
  std::uint32_t person = 0;
  base::Interval during;
  ShiftOrigin origin = ShiftOrigin::Layer;
  std::uint32_t source = 0;
  auto operator<=>(const Shift&) const = default;
  [[nodiscard]] Duty duty() const { return {person, origin, source}; }
};

inline std::vector<AttendedStretch> attended_by_all(const Rotation& rotation, base::Interval between) {
  Absences nobody;
  std::vector<std::uint32_t> people;
  for (std::uint32_t person = 0; person < rotation.rule().people; ++person) {
    nobody.add({});
    people.push_back(person);
  }
  return attended(rotation, nobody, people, between);
}

inline std::vector<Shift> shifts_of(const Rotation& rotation, base::Interval between) {
  std::vector<Shift> out;
  for (const auto& [during, place, somebody_away] : attended_by_all(rotation, between)) {
    if (place) out.push_back({place->duty.person, during, place->duty.origin, place->duty.source});
  }
  return out;
}

inline std::vector<base::Interval> gaps_of(const Rotation& rotation, base::Interval between) {
  std::vector<base::Interval> out;
  for (const AttendedStretch& each : attended_by_all(rotation, between)) {
    if (!each.place) out.push_back(each.during);
  }
  return out;
}

}  // namespace tandem::calendar
