// What requesters said of how it went, as a read table has it: one row for each `service-rated`.
#pragma once

#include <cstdint>
#include <string>

#include "base/time.h"
#include "desk/ticket.h"

namespace tandem::app {

struct RatingRow {
  desk::TicketId ticket;
  std::uint64_t number = 0;
  std::uint32_t version = 0;  // of the event
  base::Instant at;
  desk::ServiceRated rated;
  bool operator==(const RatingRow&) const = default;
};

struct RatingQuery {
  desk::EngagementName engagement;
  base::Instant from;
  std::vector<desk::CategoryName> hidden_categories;  // tickets of these are left out
};

}  // namespace tandem::app
