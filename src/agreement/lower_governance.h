// How the parties decide, disagree and meet an emergency, from the text's words to the plain form of the policy.
//
// REQUIRES of both: nothing in the agreement is Wrong. Pure.
#pragma once

#include <functional>

#include "agreement/model.h"
#include "calendar/zone.h"
#include "policy/governance.h"

namespace tandem::agreement {

// What the rest of the lowering knows.
struct GovernanceContext {
  std::function<policy::TextPlace(source::Range)> place;
  calendar::Zone zone;                                                // the agreement's
  policy::CalendarIndex clock;                                        // business time of what has no clock of its own
  std::function<base::Duration(policy::CalendarIndex)> business_day;  // how long one is; only of calendars
};

// A freeze that lies within what clocks skip is none.
[[nodiscard]] policy::Governance lower_governance(const Agreement& agreement, const GovernanceContext& context);

[[nodiscard]] policy::Authority lower_authority(const Activity& activity);

}  // namespace tandem::agreement
