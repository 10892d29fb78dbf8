// When somebody is next to be told of a ticket's targets. Private to this folder.
#pragma once

#include <vector>

#include "desk/clock_reading.h"
#include "desk/target_watch.h"

namespace tandem::desk {

struct TargetDue {
  TargetKind target = TargetKind::Respond;
  std::uint32_t percent = 0;
  base::Instant at;   // when to tell
  base::Instant due;  // the target
};

// Of each target at most the warning and that it was missed, in that order; empty for what is met, paused, told, not
// promised or not open. Some may lie in the past.
[[nodiscard]] std::vector<TargetDue> targets_ahead(const Ticket& ticket, const AgreementHistory& history,
                                                   base::Instant now);

}  // namespace tandem::desk
