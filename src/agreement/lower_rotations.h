// A rotation of an agreement worked out: from what the text says to who is on duty when.
//
//   LoweredRotation soc = lower_rotation(text, zone);
//   soc.people[*soc.duty.on_duty(now)]                  // a position in the Agreement's people
//
// REQUIRES: nothing in the text is Wrong. Pure.
#pragma once

#include <vector>

#include "agreement/rotations.h"
#include "calendar/rotation.h"

namespace tandem::agreement {

struct LoweredRotation {
  calendar::Rotation duty;
  std::vector<policy::PersonIndex> people;  // whom its positions mean: everybody whom the text names, each once
  // Where the swaps, temporary schedules and overrides of its rule stand, in their order.
  std::vector<source::Range> swaps_at;
  std::vector<source::Range> temporary_at;
  std::vector<source::Range> overrides_at;
};

// `zone` is the agreement's, for a rotation without one of its own. What clocks skip altogether, such as an override
// from 02:15 to 02:45 in the night when they are set forward, is left out.
[[nodiscard]] LoweredRotation lower_rotation(const RotationText& text, const calendar::Zone& zone);

}  // namespace tandem::agreement
