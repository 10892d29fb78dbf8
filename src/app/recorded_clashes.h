// The clashes that were known when a change was approved, as they are shown later: the other change may have become
// confidential since, and then nothing of it is.
#pragma once

#include <vector>

#include "app/caller.h"
#include "app/store.h"
#include "desk/planned_change.h"

namespace tandem::app {

// Who reads them. Borrows its members.
struct ClashReader {
  const Caller& caller;
  const MembershipRecord& membership;  // in the engagement, and not as whom they read one ticket
  const policy::Policy& policy;
};

// Leaves of each clash with a change that the caller may not read that there was one. Whether there was such a clash.
// O(clashes) reads.
[[nodiscard]] base::Result<bool> hide_clashes(Store& store, const ClashReader& reader,
                                              std::vector<desk::ChangeFinding>& findings);
// The same of an event; false for one that approves no change.
[[nodiscard]] base::Result<bool> hide_clashes(Store& store, const ClashReader& reader, desk::Event& event);

}  // namespace tandem::app
