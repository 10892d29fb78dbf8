// What a feed means by a TZID: a zone of the IANA database under one of its many names, or the VTIMEZONE the feed
// brought along. Part of reading feeds; see icalendar.h.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "calendar/icalendar_scan.h"
#include "calendar/wall_clock.h"

namespace tandem::calendar {

class FeedZones {
 public:
  // Clock changes of a VTIMEZONE are known until `horizon`; after it the last offset stays.
  FeedZones(const std::vector<FeedPart>& parts, base::Instant horizon, const FeedLimits& limits);

  // In this order: IANA's name; other vendors' names with IANA's at the end (`/citadel.org/20210210_1/Europe/Berlin`);
  // Windows' names; the feed's VTIMEZONE; names that Windows displays. BadInput when it is none of these. Each TZID is
  // resolved once. `spent` is increased by the steps it took.
  [[nodiscard]] base::Result<WallClock> find(std::string_view zone_id, std::size_t& spent);

 private:
  [[nodiscard]] base::Result<WallClock> resolve(std::string_view zone_id, std::size_t& spent) const;

  std::map<std::string, FeedPart, std::less<>> parts_;
  base::Instant horizon_;
  FeedLimits limits_;
  std::map<std::string, base::Result<WallClock>, std::less<>> known_;
};

}  // namespace tandem::calendar
