// Who is there: people's leave asked about for one instant, counted over a stretch of time, and laid over a rotation.
//
//   Absences absences;
//   for (const auto& leave : leave_by_person) absences.add(leave);
//   absences.is_present(mei, now);
//   headcounts(absences, team, week);                 // how many of the team are present, step by step
//   attended(rotation, absences, order, week);        // who has the duty, with those who stand in
//
// People are numbered in the order they were added. Immutable once everybody is in; thread-safe.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/time.h"
#include "calendar/rotation.h"

namespace tandem::calendar {

// One row of intervals for all people, so that asking touches little memory.
class Absences {
 public:
  // The next person's. REQUIRES: sorted and disjoint; neighbours may touch.
  void add(std::span<const base::Interval> leave);
  // The position of the interval within the person's leave, or none when they are present. O(log leave of the person).
  [[nodiscard]] std::optional<std::size_t> leave_at(std::uint32_t person, base::Instant at) const;
  [[nodiscard]] bool is_present(std::uint32_t person, base::Instant at) const { return !leave_at(person, at); }
  // The earliest instant from `at` on at which the person is present: the end of all leave that touches.
  [[nodiscard]] base::Instant back_at(std::uint32_t person, base::Instant at) const;
  [[nodiscard]] std::span<const base::Interval> of(std::uint32_t person) const;

 private:
  std::vector<std::uint32_t> begins_{0};  // by person, and the end
  std::vector<base::Interval> leave_;
};

struct Headcount {
  base::Interval during;
  std::uint32_t present = 0;
  auto operator<=>(const Headcount&) const = default;
};

// How many of the people are present, over [from, to) without a break; neighbours differ. O(people + leave of them).
[[nodiscard]] std::vector<Headcount> headcounts(const Absences& absences, std::span<const std::uint32_t> people,
                                                base::Interval between);

// What a rotation comes to while people are on leave: the first of its line (DutyLine) who is present has the duty.
struct AttendedStretch {
  base::Interval during;
  std::optional<DutyLine::Place> place{};  // none: nobody
  bool somebody_away = false;              // whether somebody of the line before them, or all of it, is away
  auto operator<=>(const AttendedStretch&) const = default;
};

// Over [from, to) without a break; neighbours differ. `people[position]` is the number in `absences` of the rotation's
// person. O(shifts × log leave of the person), and while the first of the line is away
// O((changes + leave) × people in line).
[[nodiscard]] std::vector<AttendedStretch> attended(const Rotation& rotation, const Absences& absences,
                                                    std::span<const std::uint32_t> people, base::Interval between);

}  // namespace tandem::calendar
