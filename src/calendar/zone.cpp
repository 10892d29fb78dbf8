#include "calendar/zone.h"

#include "calendar/zone_store.h"

namespace tandem::calendar {
namespace {

using Days = std::chrono::sys_days;

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

const std::vector<std::string>& Zone::names() {
  return ZoneStore::of_the_system().names();
}

base::Result<Zone> Zone::find(std::string_view iana_name) {
  TANDEM_TRY(const ZoneTable* table, ZoneStore::of_the_system().find(iana_name));
  return Zone(table);
}

std::string_view Zone::name() const {
  return table_->name();
}

LocalTime Zone::to_local(base::Instant at) const {
  return local_time(at.sys().time_since_epoch() + table_->offset_at(at));
}

base::Instant Zone::to_instant(Date date, base::Duration time_of_day) const {
  return table_->first_showing(Days(date).time_since_epoch() + time_of_day);
}

base::Instant Zone::to_instant(LocalMoment local) const {
  return table_->first_showing(local);
}

base::Duration Zone::offset_at(base::Instant at) const {
  return table_->offset_at(at);
}

std::string_view Zone::abbreviation_at(base::Instant at) const {
  return table_->type_at(at).abbreviation;
}

std::vector<Transition> Zone::transitions(base::Interval during) const {
  return table_->transitions(during);
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
