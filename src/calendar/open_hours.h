// The two halves of a business calendar: the rule (OpenHours), which works out open stretches for any part of time,
// and the table (OpenTable), which answers questions about stretches that were worked out.
//
//   const OpenHours rule(hours);
//   const OpenTable table(from, rule.stretches({from, to}));
//   table.is_open(at);                                    // REQUIRES from <= at < to
//
// A window's edges map to instants by Zone::to_instant, which never runs backwards; a stretch is what lies between.
// Immutable; thread-safe. Private to calendar/.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/time.h"
#include "calendar/business_calendar.h"

namespace tandem::calendar {

class OpenHours {
 public:
  // REQUIRES: hours that BusinessCalendar::make found sound, with `closed` sorted.
  explicit OpenHours(BusinessHours hours);
  [[nodiscard]] const BusinessHours& hours() const { return hours_; }
  // Sorted, disjoint, not touching, cut at the edges of `part`.
  [[nodiscard]] std::vector<base::Interval> stretches(base::Interval part) const;

 private:
  [[nodiscard]] bool is_closed_day(Date date) const;
  BusinessHours hours_;
};

// Whole seconds since `origin` in 32 bits: 12 bytes a stretch, good for 136 years.
class OpenTable {
 public:
  OpenTable() = default;
  // REQUIRES: stretches as OpenHours gives them, none before the origin, every edge and the origin in whole seconds.
  OpenTable(base::Instant origin, const std::vector<base::Interval>& stretches);

  [[nodiscard]] bool is_open(base::Instant at) const;
  // The stretch that holds `at`, or the first one behind it.
  [[nodiscard]] std::optional<base::Interval> first_ending_after(base::Instant at) const;
  // Open time between the origin and `at`.
  [[nodiscard]] base::Duration open_before(base::Instant at) const;
  // The earliest instant with `amount` of open time before it. REQUIRES: 0 < amount <= all there is.
  [[nodiscard]] base::Instant reaches(base::Duration amount) const;

 private:
  [[nodiscard]] std::size_t position_after(base::Instant at) const;

  base::Instant origin_;
  std::vector<std::uint32_t> from_;
  std::vector<std::uint32_t> to_;
  std::vector<std::uint32_t> open_before_;  // sum of the stretches before this one
};

}  // namespace tandem::calendar
