// Recurrence rules in calendars other than the Gregorian one (RFC 7529: Hebrew, Chinese, Islamic …), by libical.
#pragma once

#include <vector>

#include "base/error.h"
#include "calendar/recurrence_walk.h"

namespace tandem::calendar {

// The starts in [start, end), ascending. Unsupported for a calendar that is not known, and for rules that are neither
// yearly nor monthly: libical looks for their next start without a bound.
[[nodiscard]] base::Result<std::vector<WallSeconds>> starts_in_other_calendar(const RecurrenceRule& rule,
                                                                              const RecurrenceWalk::Range& range,
                                                                              bool whole_day, StepBudget& budget);

}  // namespace tandem::calendar
