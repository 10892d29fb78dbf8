// VTIMEZONE out (RFC 5545, 3.6.5): what a zone does within a range of time, for programs that do not know its name or
// know it differently. Part of writing feeds; see icalendar_document.h.
#pragma once

#include "base/time.h"
#include "calendar/icalendar_writer.h"
#include "calendar/zone.h"

namespace tandem::calendar {

// Changes that come round every year by the same rule are written as that rule, without an end when they last to the
// end of the range; all others as dates. There is always a STANDARD, which Outlook asks for. The TZID is the zone's
// name.
void append_vtimezone(const Zone& zone, base::Interval range, LineWriter& out);

}  // namespace tandem::calendar
