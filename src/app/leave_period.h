// Leave as people write it: days, both included, or times of day, in the person's own zone.
//
//   parse_leave_period("2026-12-21", "2027-01-02", zone)              // whole days: until midnight behind January 2
//   parse_leave_period("2026-12-21 13:00", "2026-12-21 17:30", zone)  // part of a day
//   parse_leave_period("2026-12-21 13:00", "2026-12-23", zone)        // from the afternoon on, then whole days
//
// A third spelling, RFC 3339, is for what programs tell exactly: an event of a calendar elsewhere that stands in an
// hour which clocks go through twice. Local times map to instants by calendar::Zone.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "base/time.h"
#include "calendar/zone.h"

namespace tandem::app {

inline constexpr int kMaxLeaveYears = 2;

enum class PeriodEdge : std::uint8_t { From, To };
struct PeriodProblem {
  PeriodEdge edge;
  std::string message;  // about that edge: "is before `from`"
};

// The problem of the first edge that has one. Never an empty interval, never more than kMaxLeaveYears.
[[nodiscard]] std::expected<base::Interval, PeriodProblem> parse_leave_period(std::string_view from,
                                                                              std::string_view to,
                                                                              const calendar::Zone& zone);

struct PeriodText {
  std::string from;
  std::string to;
  auto operator<=>(const PeriodText&) const = default;
};
// The shortest spelling that parse_leave_period reads as this interval: days when it goes from midnight to midnight,
// times when both are in whole minutes, else RFC 3339. REQUIRES: not empty.
[[nodiscard]] PeriodText leave_period_text(base::Interval period, const calendar::Zone& zone);
// As a sentence says it: "on 2026-12-21", "on 2026-12-21 from 13:00 to 17:30", "from 2026-12-21 to 2027-01-02".
// REQUIRES: `from` and `to` as parse_leave_period() reads them.
[[nodiscard]] std::string spoken_period(std::string_view from, std::string_view to);

}  // namespace tandem::app
