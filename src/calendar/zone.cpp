#include "calendar/zone.h"

#include <date/tz.h>

#include <stdexcept>

namespace tandem::calendar {
namespace {

using Days = std::chrono::sys_days;
using LocalInstant = date::local_time<base::Duration>;

// Reads exactly `count` digits at `at` and moves past them.
std::optional<unsigned> digits(std::string_view text, std::size_t& at, std::size_t count) {
  if (text.size() - at < count) return std::nullopt;
  unsigned value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const char c = text[at + i];
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  at += count;
  return value;
}

bool skip(std::string_view text, std::size_t& at, char expected) {
  if (at >= text.size() || text[at] != expected) return false;
  ++at;
  return true;
}

std::optional<Date> date_at(std::string_view text, std::size_t& at) {
  const auto year = digits(text, at, 4);
  if (!year || !skip(text, at, '-')) return std::nullopt;
  const auto month = digits(text, at, 2);
  if (!month || !skip(text, at, '-')) return std::nullopt;
  const auto day = digits(text, at, 2);
  if (!day) return std::nullopt;
  const Date date(std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month), std::chrono::day(*day));
  return date.ok() ? std::optional(date) : std::nullopt;
}

}  // namespace

base::Result<Zone> Zone::find(std::string_view iana_name) {
  // The library also lists the machine's own setting under this name; an agreement must not depend on it.
  const bool is_machine_setting = iana_name == "localtime";
  try {
    const date::tzdb& database = date::get_tzdb();
    const auto same_name = [&](const date::time_zone& zone) { return zone.name() == iana_name; };
    const auto found = std::ranges::find_if(database.zones, same_name);
    if (found != database.zones.end() && !is_machine_setting) return Zone(&*found);
  } catch (const std::exception& failure) {
    return base::fail(base::ErrorCode::Unavailable,
                      fmt::format("reading the system's time zones for `{}`: {}; is the package tzdata installed?",
                                  iana_name, failure.what()));
  }
  return base::fail(
      base::ErrorCode::NotFound,
      fmt::format("`{}` is not a time zone of the IANA database (try one like `Europe/Berlin`)", iana_name));
}

std::string_view Zone::name() const {
  return zone_->name();
}

LocalTime Zone::to_local(base::Instant at) const {
  const auto local = at.sys().time_since_epoch() + zone_->get_info(at.sys()).offset;
  const auto day = std::chrono::floor<std::chrono::days>(local);
  return {.date = Date(Days(day)), .time_of_day = local - day};
}

base::Instant Zone::to_instant(Date date, base::Duration time_of_day) const {
  const base::Duration local = Days(date).time_since_epoch() + time_of_day;
  const date::local_info info = zone_->get_info(LocalInstant(local));
  if (info.result == date::local_info::nonexistent) return base::Instant(info.first.end.time_since_epoch());
  return base::Instant(local - info.first.offset);
}

std::optional<Date> parse_date(std::string_view text) {
  std::size_t at = 0;
  const auto date = date_at(text, at);
  return at == text.size() ? date : std::nullopt;
}

std::optional<LocalTime> parse_local_time(std::string_view text) {
  std::size_t at = 0;
  const auto date = date_at(text, at);
  if (!date || !skip(text, at, ' ')) return std::nullopt;
  const auto hour = digits(text, at, 2);
  if (!hour || *hour > 23 || !skip(text, at, ':')) return std::nullopt;
  const auto minute = digits(text, at, 2);
  if (!minute || *minute > 59 || at != text.size()) return std::nullopt;
  return LocalTime{.date = *date, .time_of_day = base::hours(*hour) + base::minutes(*minute)};
}

}  // namespace tandem::calendar
