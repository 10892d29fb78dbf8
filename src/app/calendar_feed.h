// The calendar that goes out: everybody's leave and the teams' duty as an iCalendar text, for whoever has a key.
//
//   const auto opened = keys.open(engagement, key);
//   const auto text = calendar_feed(*opened, engagements, CalendarDetail::Full, now);
//
// What is the reader's own makes them busy (duty) or out of office (leave); what is others' is there to be seen and
// makes nobody busy. BusyOnly is for passing on: the reader's own times, and not a word about them.
#pragma once

#include <string>

#include "app/calendar_keys.h"
#include "app/engagements.h"
#include "app/failure.h"

namespace tandem::app {

// How far the text looks.
inline constexpr base::Duration kCalendarReachesBack = base::hours(31 * 24);
inline constexpr base::Duration kCalendarReachesAhead = base::hours(366 * 24);

enum class CalendarDetail : std::uint8_t { Full, BusyOnly };

// Forbidden when the account may no longer read the calendar, NotFound when it is no member any more.
[[nodiscard]] Outcome<std::string> calendar_feed(const OpenedCalendarKey& opened, const Engagements& engagements,
                                                 CalendarDetail detail, base::Instant now);

}  // namespace tandem::app
