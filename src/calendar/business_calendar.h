// Business hours: weekly windows in a zone, less holidays and closed days. Compiled once into sorted open intervals
// over a horizon, so that asking costs a binary search; beyond the horizon the same rule is worked out on demand.
//
//   BusinessHours hours{.zone = zone};
//   hours.windows[0] = {{hours_of_day(8), hours_of_day(17)}};      // Monday
//   const auto open = BusinessCalendar::make(std::move(hours));
//   open.is_open(now);
//   open.elapsed(from, to);                                       // BusinessDuration
//
// Half-open: at closing time it is closed. Immutable; thread-safe. Elapsed time is real elapsed time within open
// windows (a window over a clock change is an hour longer or shorter). Answers hold between the years 1 and 9999.
#pragma once

#include <compare>
#include <memory>
#include <optional>
#include <vector>

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

struct BusinessHours {
  Zone zone;
  WeekWindows windows{};
  std::vector<Date> closed{};  // whole local days without windows
  std::vector<std::shared_ptr<const HolidaySet>> holidays{};
};

class BusinessCalendar {
 public:
  // BadInput: a date that does not exist, a window that is empty, longer than the above or
  // not in whole seconds. About 12 bytes per window and week of the horizon are kept (100 KB for office hours).
  [[nodiscard]] static base::Result<BusinessCalendar> make(BusinessHours hours);

  [[nodiscard]] bool is_open(base::Instant at) const;
  // The earliest instant at or after `at` at which it is open; nothing if it never opens again within 10 years.
  [[nodiscard]] std::optional<base::Instant> next_open(base::Instant at) const;
  // The end of the open stretch that holds `at`, or `at` itself when closed. Nothing if it never closes.
  [[nodiscard]] std::optional<base::Instant> next_close(base::Instant at) const;
  [[nodiscard]] BusinessDuration elapsed(base::Instant from, base::Instant to) const;  // zero when to <= from
  // The earliest instant at which `elapsed(from, it)` reaches `amount`; nothing if that never happens.
  [[nodiscard]] std::optional<base::Instant> after(base::Instant from, BusinessDuration amount) const;
  [[nodiscard]] const BusinessHours& hours() const;

 private:
  struct Compiled;
  explicit BusinessCalendar(std::shared_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace tandem::calendar
