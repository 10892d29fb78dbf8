// Whether a team keeps up: which targets it would miss if it went on as it has. A plain queue, on purpose: what is due
// first is done first, one after another, at the pace that was measured; so a person can check the answer by hand.
//
//   const auto each = pace.each(present_now);          // nothing: there is nothing to go by
//   for (const Miss& miss : forecast(due, *each, hours, now)) …
//
// Pure. Instants are absolute, durations are the team's own open time.
#pragma once

#include <optional>
#include <vector>

#include "calendar/business_calendar.h"
#include "desk/clock_reading.h"

namespace tandem::desk {

// A target that is ahead of a team, or behind it.
struct DueWork {
  TicketId ticket;
  std::uint64_t number = 0;
  base::Instant due;
  bool operator==(const DueWork&) const = default;
};

// How fast a team was over some stretch of time.
struct Pace {
  std::uint32_t done = 0;        // so many it resolved
  base::Duration worked{};       // in so much of its open time
  base::Duration person_time{};  // and so much of its people's: two who are there for an hour make two hours

  // How much of the team's open time one takes while so many people are there. Nothing when nothing was done, when
  // nobody was there, or when nobody is.
  [[nodiscard]] std::optional<base::Duration> each(std::uint32_t present) const;
};

struct Miss {
  DueWork work;
  base::Instant expected;  // when it would be done instead
  bool operator==(const Miss&) const = default;
};

// What is due at `now` or later and would be done after it is due, in the order of the due instants, equal ones by
// number. What is overdue already takes its time in the queue and is not told again. Work that would never be done,
// because the hours end, is left out. O(n log n).
[[nodiscard]] std::vector<Miss> forecast(std::vector<DueWork> work, base::Duration each,
                                         const calendar::BusinessCalendar& hours, base::Instant now);

}  // namespace tandem::desk
