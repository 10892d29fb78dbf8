// How it stands with the cover of recorded leave: whether somebody still has to arrange it, who, and what was arranged.
#pragma once

#include <map>
#include <string>

#include "app/store.h"

namespace tandem::app {

enum class CoverStanding : std::uint8_t {
  Wanted,    // nobody has arranged it yet
  Arranged,  // somebody has
  Settled,   // the task ended otherwise: nothing is uncovered, or it is not needed
};
[[nodiscard]] std::string_view to_text(CoverStanding standing);  // "wanted"

struct CoverInSight {
  CoverStanding standing = CoverStanding::Wanted;
  desk::TicketId ticket;
  std::string number;     // as people read it: "HCU-12"
  desk::PersonName with;  // who has the task, or answers for it where only a team has it
  std::string arranged;   // what was; else empty
  desk::PersonName by;    // who covers; may be empty
};

// Of the leave that has a task, by the leave. O(leave with a task).
[[nodiscard]] base::Result<std::map<LeaveId, CoverInSight>> covers_of(Store& store, const EngagementRecord& engagement,
                                                                      LeaveHistory history);

}  // namespace tandem::app
