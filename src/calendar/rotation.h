// Who is on duty: people who take turns in layers, with swaps, temporary schedules and overrides. Compiled once from a
// RotationRule (rotation_rule.h tells what its parts mean).
//
//   const auto duty = Rotation::make({.zone = zone, .people = 2, .layers = {weekly}});
//   if (!duty) return duty.error();                  // Result: BadInput says why
//   duty->on_duty(now);                              // a position, or nobody
//
// The answer at an instant is the override that holds, else the temporary schedule that holds, else the first layer
// that has somebody; swaps exchange people in the latter two. Exactly one person, or nobody. Who has the duty over a
// part of time, with those who stand in, tells `attended` (presence.h).
//
// Instants are UTC, intervals half-open. Immutable; thread-safe; copies share. Answers hold from kFirstInstant to
// kLastInstant.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "base/error.h"
#include "calendar/duty.h"
#include "calendar/rotation_rule.h"

namespace tandem::calendar {

class DutyLine;

class Rotation {
 public:
  // BadInput: nobody in an order, turns of no length or longer than 100 years, people that are not there, dates that do
  // not exist, an end before the start, windows of two days that overlap, intervals that do not begin before they end,
  // more parts than RotationLimits allow. A rule without layers has nobody but by its exceptions.
  [[nodiscard]] static base::Result<Rotation> make(RotationRule rule);
  [[nodiscard]] const RotationRule& rule() const;

  // No allocation; O(layers × windows of a day + log exceptions).
  [[nodiscard]] std::optional<std::uint32_t> on_duty(base::Instant at) const;
  // Who it is and who it would be in their place, in order. No allocation.
  [[nodiscard]] DutyLine in_line(base::Instant at) const;
  // The instants inside of (from, to) at which any layer or exception changes; sorted, each once. Between two of them
  // in_line stays the same.
  [[nodiscard]] std::vector<base::Instant> changes(base::Interval between) const;
  // When the first layer begins; nothing without layers.
  [[nodiscard]] std::optional<base::Instant> begins() const;

 private:
  friend class DutyLine;
  friend class Timeline;
  struct Compiled;
  explicit Rotation(std::shared_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
  std::shared_ptr<const Compiled> compiled_;
};

// Who would have the duty at an instant while those before them are away: the override's person; the temporary
// schedule's people in the order of its shifts; then layer by layer the one whose turn it is and those who follow in
// the layer's order. An override or a schedule whose people are all away is passed over and what it replaces answers;
// where it says that nobody is on duty, the line ends.
//
//   DutyLine line = rotation.in_line(at);
//   while (const auto next = line.next()) if (is_present(next->duty.person)) return *next;
//
// Refers to the rotation. A person may come more than once: by an exception and by a layer.
class DutyLine {
 public:
  struct Place {
    Duty duty;
    std::uint32_t scheduled = 0;  // who would have it where nobody is away: of that layer or exception
    auto operator<=>(const Place&) const = default;
    [[nodiscard]] bool stands_in() const { return duty.person != scheduled; }
  };
  [[nodiscard]] std::optional<Place> next();

 private:
  friend class Rotation;
  DutyLine(const Rotation::Compiled& compiled, base::Instant at);
  [[nodiscard]] std::optional<Place> next_temporary();
  [[nodiscard]] std::optional<Place> next_of_layer();

  enum class Stage : std::uint8_t { Override, Temporary, Layers, End };
  const Rotation::Compiled* compiled_;
  base::Instant at_;
  std::size_t step_;
  Stage stage_ = Stage::Override;
  std::size_t shift_ = 0;
  std::size_t layer_ = 0;
  std::size_t behind_ = 0;  // how far behind the turn's own place the next one stands; 0: the one whose turn it is
  std::int64_t turn_ = 0;
  std::uint32_t scheduled_ = 0;
};

}  // namespace tandem::calendar
