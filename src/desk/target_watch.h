// Targets that nobody may notice: whoever has a ticket is warned before a target is missed, and it is told when it is.
// Once each, until the priority changes or the ticket is reopened, which begin the clocks' story anew.
//
// What is due is read from the clocks (clock_reading.h) and never stored; what is kept is that somebody was told.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "base/time.h"
#include "desk/escalation.h"
#include "desk/target_kind.h"

namespace tandem::desk {

// How much of the promised time is used up when the person who has it is warned.
inline constexpr std::uint32_t kWarnedAtPercent = 75;
inline constexpr std::uint32_t kMissedAtPercent = 100;

// Events ------------------------------------------------------------------------------------------------------------

struct TargetWarned {
  TargetKind target = TargetKind::Respond;
  std::uint32_t percent = kWarnedAtPercent;  // or kMissedAtPercent: it was missed
  base::Instant due;                         // the target
  std::vector<Told> told;  // who has it; when it was missed, the team's lead and who is accountable too
  bool operator==(const TargetWarned&) const = default;
};

// State -------------------------------------------------------------------------------------------------------------

// The highest percentage that was told, for each kind of target.
using TargetsTold = std::array<std::uint32_t, 2>;

}  // namespace tandem::desk
