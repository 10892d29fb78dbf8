// How much open work teams and people have, as far as the caller may know of it: what is confidential to them is not
// counted, so that a number tells nobody that something is there.
#pragma once

#include "app/caller.h"
#include "app/store.h"

namespace tandem::app {

// REQUIRES: a member or an auditor. One more look at the store where something is confidential to them.
[[nodiscard]] base::Result<Load> load_in_sight(Store& store, const MembershipRecord& membership,
                                               const policy::Policy& policy);

}  // namespace tandem::app
