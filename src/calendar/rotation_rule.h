// What a rotation is written as: layers of people who take turns, and the exceptions from them. Plain data; Rotation
// (rotation.h) answers who is on duty. People are positions in a list that the caller keeps.
//
//   RotationRule rule{.zone = new_york, .people = 3};
//   rule.layers = {{.name = "primary", .order = {0, 1, 2}, .starts = monday_nine, .turn = {1, Turn::Unit::Week}}};
//
// Turns. All of them are counted by the wall clock of the rotation's zone from `starts`, never from one another, so
// that nothing drifts: a weekly hand-over at 09:00 stays at 09:00, one on the 31st falls on the last day of a shorter
// month and comes back to the 31st. A hand-over at a local time that does not exist is at the jump, one that occurs
// twice at its first occurrence (Zone::to_instant). For turns of hours this means: an hour that is skipped is nobody's
// turn, and the hour that occurs twice is one turn.
//
// Restrictions. `only` says in which windows of the week the layer has anybody; a window belongs to the local day it
// starts on, with what reaches beyond that day's midnight.
//   - Turns of days count only the days that have a window, so that each person works as many days. Turns of weeks and
//     months go by the calendar, turns of hours by the clock, whether a window is open or not.
//   - A hand-over inside a window cuts it, except in the part behind midnight: a night from Friday 20:00 to Saturday
//     08:00 is one person's although the hand-over is at midnight, or at 06:00. Turns of hours cut that part too.
//   - Turns of days: on a day whose windows are all over by the time of the hand-over, the hand-over is before them.
//   - What is left of a window at `starts` belongs to the first person.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/week_windows.h"
#include "calendar/zone.h"

namespace tandem::calendar {

struct Turn {
  enum class Unit : std::uint8_t { Hour, Day, Week, Month };
  std::uint32_t count = 1;
  Unit unit = Unit::Week;
};

// One person at a time, or nobody. For two people at once make two layers and ask for both, or two rotations.
struct DutyLayer {
  std::string name{};                  // "primary"
  std::vector<std::uint32_t> order{};  // who takes turns, in turn; a person may stand in it more than once
  LocalTime starts;                    // the first hand-over, from which all are counted; nobody before it
  std::optional<LocalTime> ends{};     // nobody from here on
  Turn turn{};
  WeekWindows only{};  // all empty: always
};

// Who has the duty instead; none: nobody, a gap on purpose.
struct DutyOverride {
  std::optional<std::uint32_t> person{};
  base::Interval during;
};

// The two have what the other would have had by the layers and the temporary schedules.
struct DutySwap {
  std::uint32_t one = 0;
  std::uint32_t other = 0;
  base::Interval during;
};

// Shifts that take the place of the turns for a while ("the week of the fair"), gaps included: where no shift is,
// nobody is on duty. Shifts may overlap: then the one listed first has the duty and the others stand behind it, in
// their order.
struct TemporarySchedule {
  struct Shift {
    std::uint32_t person = 0;
    base::Interval during;
    auto operator<=>(const Shift&) const = default;
  };
  base::Interval span;
  std::vector<Shift> shifts{};  // what lies outside of the span does not count
  auto operator<=>(const TemporarySchedule&) const = default;
};

struct RotationRule {
  Zone zone;
  std::uint32_t people = 0;                    // how many there are; positions are below it
  std::vector<DutyLayer> layers{};             // the first that has somebody answers
  std::vector<DutySwap> swaps{};               // where several hold, the later exchanges what the earlier leave
  std::vector<TemporarySchedule> temporary{};  // beats the layers; the last whose span holds replaces the others
  std::vector<DutyOverride> overrides{};       // beats everything; the last that holds wins
};

// Bounds on what one rotation may cost. At worst all swaps overlap, and each beginning and end notes all of them: 8 MB.
struct RotationLimits {
  static constexpr std::uint32_t kTurnHours = 100 * 366 * 24;  // 100 years
  static constexpr std::uint32_t kTurnMonths = 100 * 12;
  static constexpr std::size_t kPeople = 100'000;  // a number to compare with: they cost nothing
  static constexpr std::size_t kLayers = 32;
  static constexpr std::size_t kOrder = 1'000;
  static constexpr std::size_t kWindowsOfADay = 48;
  static constexpr std::size_t kSwaps = 1'000;
  static constexpr std::size_t kTemporary = 1'000;
  static constexpr std::size_t kShifts = 1'000;  // of all temporary schedules
  static constexpr std::size_t kOverrides = 1'000;
};

}  // namespace tandem::calendar
