// Business hours: weekly windows in a zone, days with hours of their own, closed days, holidays, breaks; and what is
// open in several calendars together. Compiled once into a table from 1970 to 2100 that grows with clock changes and
// days that differ, not with weeks; outside of it the same rule is worked out on demand.
//
//   BusinessHours hours{.zone = zone};
//   hours.windows[0] = {{base::hours(8), base::hours(17)}};          // Monday
//   const auto office = BusinessCalendar::make(std::move(hours));    // Result
//   office->is_open(now);
//   office->elapsed(from, to);                                       // BusinessDuration
//   office->after(now, {base::hours(4)});                            // the instant a target of four hours is due
//   const auto either = BusinessCalendar::any_of({*office, night});  // open when one of them is
//
// Half-open: at closing time it is closed. Elapsed time is real elapsed time within open windows: a window over a clock
// change is an hour longer or shorter. A window's edge that the wall clock skips is at the instant of the jump, one
// that it shows twice at its first occurrence (Zone::to_instant). Answers are exact to the microsecond and hold from
// January of the year 1 to December 9999; an instant outside is taken for the nearest one inside.
//
// From 1970 to 2100 questions take time that hardly depends on how far apart the instants are (tens of nanoseconds);
// beyond, up to the size of the table again for every century asked about. A copy is a pointer. Immutable; thread-safe.
#pragma once

#include <compare>
#include <memory>
#include <optional>
#include <vector>

#include "base/error.h"
#include "base/time.h"
#include "calendar/week_windows.h"
#include "calendar/zone.h"

namespace tandem::calendar {

class HolidaySet;

// Time during which a calendar is open. A type of its own: it does not mix with base::Duration by accident.
struct BusinessDuration {
  base::Duration open{};
  auto operator<=>(const BusinessDuration&) const = default;
};

struct DayHours {
  Date date;
  std::vector<DayWindow> windows;
};

// Dates are the zone's. A window belongs to the date it starts on, with all of its hours: closing a date leaves the end
// of the night before and takes the night that begins on it. Several entries for one date count together.
struct BusinessHours {
  static constexpr std::size_t kMostWindows = 24 * 60;  // of one day
  static constexpr std::size_t kMostDates = 100'000;    // of each of closed, special and breaks

  Zone zone;
  WeekWindows windows{};
  std::vector<Date> closed{};                                 // no weekly hours on these
  std::vector<std::shared_ptr<const HolidaySet>> holidays{};  // nor on these
  // A date's hours instead of the weekly ones, also where it is closed or a holiday: extra open days and short days.
  std::vector<DayHours> special{};
  // Taken out of the hours of their date, whatever those are.
  std::vector<DayHours> breaks{};
};

class BusinessCalendar {
 public:
  // BadInput: a date that does not exist; a window that is empty or reversed, ends later than kLatestWindowEnd or is
  // not in whole seconds; more than kMostWindows windows on a day, more than kMostDates dates of a kind.
  [[nodiscard]] static base::Result<BusinessCalendar> make(BusinessHours hours);

  // Open when one of them is, when all of them are, and when `open` is and `closed` is not. Zones may differ. No
  // calendars are never open together, and always open all of them.
  [[nodiscard]] static BusinessCalendar any_of(const std::vector<BusinessCalendar>& calendars);
  [[nodiscard]] static BusinessCalendar all_of(const std::vector<BusinessCalendar>& calendars);
  [[nodiscard]] static BusinessCalendar without(const BusinessCalendar& open, const BusinessCalendar& closed);

  [[nodiscard]] bool is_open(base::Instant at) const;
  // The earliest instant at or after `at` at which it is open; nothing if it never opens again.
  [[nodiscard]] std::optional<base::Instant> next_open(base::Instant at) const;
  // The end of the open stretch that holds `at`, or `at` itself when closed. Nothing if it never closes.
  [[nodiscard]] std::optional<base::Instant> next_close(base::Instant at) const;
  // The beginning of the open stretch that holds `at`, or of the last one before. Nothing if it never opened.
  [[nodiscard]] std::optional<base::Instant> previous_open(base::Instant at) const;
  // The latest instant at or before `at` that it was open until: `at` itself within a stretch and at its end.
  [[nodiscard]] std::optional<base::Instant> previous_close(base::Instant at) const;

  // Negative when `to` lies before `from`: elapsed(a, b) + elapsed(b, c) == elapsed(a, c) in any order.
  [[nodiscard]] BusinessDuration elapsed(base::Instant from, base::Instant to) const;
  // The earliest instant at which `elapsed(from, it)` reaches `amount`; nothing if that never happens. `from` itself
  // for no amount or less.
  [[nodiscard]] std::optional<base::Instant> after(base::Instant from, BusinessDuration amount) const;
  // The latest instant from which `elapsed(it, from)` reaches `amount`; nothing if there was none. `from` itself for no
  // amount or less.
  [[nodiscard]] std::optional<base::Instant> before(base::Instant from, BusinessDuration amount) const;

  // The open stretches within `part`, cut at its edges: sorted, disjoint, not touching. O(found).
  [[nodiscard]] std::vector<base::Interval> open_within(base::Interval part) const;

  // What it was made of; null for a calendar that others were combined to.
  [[nodiscard]] const BusinessHours* hours() const;
  // What it was combined of, in order; nothing for a calendar that was made of hours.
  enum class Operation : std::uint8_t { AnyOf, AllOf, Without };
  struct Combined {
    Operation operation = Operation::AnyOf;
    std::vector<BusinessCalendar> parts{};  // of Without two: open, closed
  };
  [[nodiscard]] std::optional<Combined> combined() const;
  // The same for copies of one calendar and different for any other that lives: to tell them apart, nothing else.
  [[nodiscard]] const void* identity() const { return compiled_.get(); }
  // Bytes that the compiled table takes.
  [[nodiscard]] std::size_t memory() const;

 private:
  class Compiled;
  explicit BusinessCalendar(std::shared_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace tandem::calendar
