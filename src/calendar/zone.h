// IANA time zones. A Zone is a cheap handle on what the system's tz database says; local times that do not exist map
// to the instant of the jump, local times that occur twice to their first occurrence.
//
//   auto zone = Zone::find("America/New_York");           // Result: unknown names say so
//   const Instant at = zone->to_instant(date, hours(9));
//   const LocalTime there = zone->to_local(at);
//
// Zones are read once from their TZif files (RFC 9636) below $TZDIR or else /usr/share/zoneinfo and kept as long as the
// program runs. Answers hold from the year 1 to 9999: before the first recorded change as the file says, after the
// last one by the rule it ends with. Thread-safe. A conversion takes some 10 ns.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/time.h"

namespace tandem::calendar {

class ZoneTable;

using Date = std::chrono::year_month_day;

// Civil time of a place: a date and microseconds after local midnight (0 … under 24 hours).
struct LocalTime {
  Date date;
  base::Duration time_of_day{};
};

// Local time as one number: how long after local midnight of 1970-01-01 it is where every day has 24 hours.
using LocalMoment = base::Duration;
[[nodiscard]] inline LocalMoment local_moment(const LocalTime& local) {
  return std::chrono::sys_days(local.date).time_since_epoch() + local.time_of_day;
}
[[nodiscard]] inline LocalTime local_time(LocalMoment moment) {
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  return {.date = Date(std::chrono::sys_days(day)), .time_of_day = moment - day};
}

// What all of calendar/ answers about: whole weeks from Monday to Monday in UTC, days that every clock has in the years
// 1 to 9999.
inline constexpr base::Instant kFirstInstant(std::chrono::sys_days(std::chrono::year(1) / 1 / 8).time_since_epoch());
inline constexpr base::Instant kLastInstant(
    std::chrono::sys_days(std::chrono::year(9999) / 12 / 27).time_since_epoch());

// A change of what a zone's clocks show, or of what that is called.
struct Transition {
  base::Instant at;
  base::Duration before{};     // offset from UTC until then
  base::Duration after{};      // and from then on
  bool daylight = false;       // whether daylight time begins
  std::string abbreviation{};  // from then on: "CEST", "+0845"
  bool operator==(const Transition&) const = default;
};

class Zone {
 public:
  // NotFound: no zone of the IANA database has the name, whose case counts. "localtime", "posixrules" and what lies
  // below "posix/" and "right/" are files of the database but not zones. Unavailable: there is no database. Corrupt,
  // Unsupported, Io: the zone's file cannot be used. The first call for a name reads its file.
  [[nodiscard]] static base::Result<Zone> find(std::string_view iana_name);
  // Every name that find() knows, sorted; none when there is no database. The first call looks through its folder.
  [[nodiscard]] static const std::vector<std::string>& names();
  [[nodiscard]] std::string_view name() const;
  [[nodiscard]] LocalTime to_local(base::Instant at) const;
  // The earliest instant at which the local clock shows `time_of_day` on `date` or anything later.
  // `time_of_day` may be 24 hours or more: it then counts into the following days. REQUIRES: a date that exists.
  [[nodiscard]] base::Instant to_instant(Date date, base::Duration time_of_day) const;
  [[nodiscard]] base::Instant to_instant(LocalMoment local) const;
  // Local time less UTC; positive east of Greenwich.
  [[nodiscard]] base::Duration offset_at(base::Instant at) const;
  [[nodiscard]] std::string_view abbreviation_at(base::Instant at) const;
  // The changes at `during.from` or later and before `during.to`, in the order of time. O(log of all + found).
  [[nodiscard]] std::vector<Transition> transitions(base::Interval during) const;
  // Zones of the same name; two names of one place are two zones.
  bool operator==(const Zone&) const = default;

 private:
  explicit Zone(const ZoneTable* table) : table_(table) {}
  const ZoneTable* table_;
};

// "2026-10-05" / "2026-10-05 14:30" (a local time without zone); nothing when it is not a date that exists.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
[[nodiscard]] std::optional<LocalTime> parse_local_time(std::string_view text);

}  // namespace tandem::calendar
