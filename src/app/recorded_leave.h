// The one place where leave that was recorded meets the compiled agreement: a Spec goes in, the same Spec with
// everybody's recorded leave comes out, and policy::Policy is made from that. Nothing else in the program tells the two
// kinds apart.
#pragma once

#include <span>

#include "app/leave_records.h"
#include "base/error.h"
#include "calendar/zone.h"
#include "policy/spec.h"

namespace tandem::app {

// The zone that a person's days begin and end in; of somebody whom the agreement does not know, the agreement's.
// REQUIRES: zones of a compiled agreement.
[[nodiscard]] calendar::Zone zone_of(std::string_view person, const policy::Spec& spec);

// When the leave is. Corrupt names the record whose text no longer reads as a period.
[[nodiscard]] base::Result<base::Interval> period_of(const LeaveRecord& leave, const policy::Spec& spec);

// Leave of people whom this version of the agreement does not know is left out. Of what overlaps, the one that begins
// first tells where it is from until it ends, then the next. Corrupt as period_of().
[[nodiscard]] base::Result<policy::Spec> with_recorded_leave(policy::Spec spec, std::span<const LeaveRecord> leave);

}  // namespace tandem::app
