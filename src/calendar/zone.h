// IANA time zones. A Zone is a cheap handle on the system's tz database; local times that do not exist map to the
// instant of the jump, local times that occur twice to their first occurrence.
//
//   auto zone = Zone::find("America/New_York");           // Result: unknown names say so
//   const Instant at = zone->to_instant(date, minutes_after_midnight);
//
// Thread-safe. Home of Howard Hinnant's date library, which reads the recorded clock changes of the system's database:
// they end with 2037, and from 2038 on a zone keeps the offset it ended with.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/time.h"

namespace date {
class time_zone;
}

namespace tandem::calendar {

using Date = std::chrono::year_month_day;

// Civil time of a place: a date and microseconds after local midnight (0 … under 24 hours).
struct LocalTime {
  Date date;
  base::Duration time_of_day{};
};

class Zone {
 public:
  [[nodiscard]] static base::Result<Zone> find(std::string_view iana_name);
  [[nodiscard]] std::string_view name() const;
  [[nodiscard]] LocalTime to_local(base::Instant at) const;
  // The earliest instant at which the local clock shows `time_of_day` on `date` or anything later.
  // `time_of_day` may be 24 hours or more: it then counts into the following days.
  [[nodiscard]] base::Instant to_instant(Date date, base::Duration time_of_day) const;

 private:
  explicit Zone(const date::time_zone* zone) : zone_(zone) {}
  const date::time_zone* zone_;
};

// "2026-10-05" / "2026-10-05 14:30" (a local time without zone); nothing when it is not a date that exists.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
[[nodiscard]] std::optional<LocalTime> parse_local_time(std::string_view text);

}  // namespace tandem::calendar
