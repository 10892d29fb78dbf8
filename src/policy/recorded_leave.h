// Leave that is not of the signed text, laid over a person's own.
//
//   add_recorded_leave(person, {{during, {"from the calendar feed"}}});
//
// Where several overlap, calendar::normalised says which of them tells why. Pure; O(n log n).
#pragma once

#include <utility>
#include <vector>

#include "policy/spec.h"

namespace tandem::policy {

// REQUIRES: no interval is empty.
using RecordedLeave = std::pair<base::Interval, Recorded>;
void add_recorded_leave(Person& person, std::vector<RecordedLeave> leave);

}  // namespace tandem::policy
