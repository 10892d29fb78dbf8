// The events of one UID, a series with its changed instances, and the time they take within a window. Part of reading
// feeds; see icalendar.h.
#pragma once

#include <vector>

#include "calendar/icalendar_event.h"
#include "calendar/icalendar_zone.h"

namespace tandem::calendar {

// What all the events of a feed share while their time is worked out.
struct FeedContext {
  const FeedOptions& options;
  base::Interval window;  // of the options, but within the years that clocks can be asked for
  FeedZones& zones;
  std::vector<FeedFault>& faults;
  std::size_t steps = 0;        // taken so far
  std::size_t occurrences = 0;  // found so far
};

// Appends the events that share time with the window. What is wrong with one of them becomes a fault.
// REQUIRES: `events` have the same UID, or there is one of them.
void append_events(std::vector<WrittenEvent> events, FeedContext& context, std::vector<FeedEvent>& out);

}  // namespace tandem::calendar
