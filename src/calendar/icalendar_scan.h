// The outline of a feed: which parts it has and where. Part of reading feeds; see icalendar.h.
//
// One pass over the bytes, before anything is built, that refuses what is no iCalendar, is not UTF-8, is not balanced,
// or holds more than the limits allow. Memory grows with the number of events only, and that is limited.
#pragma once

#include <string_view>
#include <vector>

#include "base/error.h"
#include "calendar/icalendar.h"

namespace tandem::calendar {

// A VEVENT or VTIMEZONE: what stands between its BEGIN and END.
struct FeedPart {
  std::size_t line;  // of BEGIN
  std::string_view body;
};

struct FeedOutline {
  std::string name;
  std::vector<FeedPart> zones;
  std::vector<FeedPart> events;
};

// `bytes` must outlive the outline.
[[nodiscard]] base::Result<FeedOutline> scan_feed(std::string_view bytes, const FeedLimits& limits);

}  // namespace tandem::calendar
