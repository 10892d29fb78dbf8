// The overrides, temporary schedules and swaps of a rotation, put in order: between two neighbouring edges the same
// ones hold. Private to calendar/.
//
//   const auto& step = exceptions[exceptions.position(now)];
//   if (step.override_by) …                             // beats what follows
//
// Made in O(n log n) and, each time a swap begins or ends, one entry for each that holds; asking is O(log n) and does
// not allocate.
#pragma once

#include <span>

#include "calendar/duty.h"
#include "calendar/rotation_rule.h"

namespace tandem::calendar {

class Exceptions {
 public:
  struct Step {
    base::Interval during;
    std::optional<std::uint32_t> override_by{};   // position in the rule's overrides
    std::optional<std::uint32_t> temporary_by{};  // position in its temporary schedules
    std::optional<std::uint32_t> shift{};         // position in that schedule's shifts: the first that holds
    std::uint32_t swaps_begin = 0;
    std::uint32_t swaps_end = 0;
  };

  // REQUIRES: a rule that check() found sound.
  explicit Exceptions(const RotationRule& rule);
  // The steps cover all of time.
  [[nodiscard]] std::size_t position(base::Instant at) const;
  [[nodiscard]] const Step& operator[](std::size_t position) const { return steps_[position]; }
  [[nodiscard]] std::size_t size() const { return steps_.size(); }
  // Turns what the layers or a temporary schedule say into what the swaps of the step make of it. `rule` is the one
  // this was made from.
  void swap(Duty& duty, const Step& step, const RotationRule& rule) const {
    if (step.swaps_begin != step.swaps_end) swap_each(duty, step, rule);
  }

 private:
  void swap_each(Duty& duty, const Step& step, const RotationRule& rule) const;

  std::vector<Step> steps_;
  std::vector<std::uint32_t> swaps_;  // of the steps, in the order of the rule
};

}  // namespace tandem::calendar
