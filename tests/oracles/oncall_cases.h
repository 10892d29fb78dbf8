// The published on-call cases and how their words become ours. A case whose data is absent says so and passes.
#pragma once

#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <fstream>

#include "calendar/rotation.h"
#include "json/json.h"

namespace tandem::calendar::oncall {

using base::Duration;
using base::Instant;
using base::Interval;
using Days = std::chrono::sys_days;

// The cases of one kind; nothing where the data is not there.
inline json::Array cases(std::string_view section) {
  constexpr const char* kPath = TANDEM_ROOT "/../shared/data/time/oncall_cases.json";
  std::ifstream file(kPath);
  if (!file) {
    MESSAGE("skipped: there is no ../shared/data/time/oncall_cases.json");
    return {};
  }
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const auto value = json::parse(text, {.bytes = std::size_t{1} << 20});
  REQUIRE(value.has_value());
  const json::Array& found = value->at("sections").at(section).as_array();
  CHECK_FALSE(found.empty());
  return found;
}

inline std::string_view text(const json::Value& value) {
  return value.as_string();
}

// "2020-10-29T01:30-05:00" and "2024-11-04T00:00Z", which leave the seconds out.
inline Instant instant(std::string_view text) {
  return *base::parse_rfc3339(fmt::format("{}:00{}", text.substr(0, 16), text.substr(16)));
}

inline LocalTime local(std::string_view text) {
  return *parse_local_time(fmt::format("{} {}", text.substr(0, 10), text.substr(11, 5)));
}

inline Instant instant(const Zone& zone, std::string_view local_text) {
  const LocalTime time = local(local_text);
  return zone.to_instant(time.date, time.time_of_day);
}

inline Duration time_of_day(std::string_view text) {
  const auto two = [&](std::size_t i) { return (text[i] - '0') * 10 + (text[i + 1] - '0'); };
  return base::hours(two(0)) + base::minutes(two(3));
}

inline Duration hours(const json::Value& number) {
  return base::minutes(static_cast<std::int64_t>(number.to_number<double>() * 60));
}

inline Zone zone_of(const json::Object& one) {
  return *Zone::find(text(one.at("tz")));
}

inline Rotation made(RotationRule rule) {
  auto rotation = Rotation::make(std::move(rule));
  REQUIRE_MESSAGE(rotation.has_value(), rotation.error().message);
  return *std::move(rotation);
}

inline Turn turn_of(std::string_view frequency, std::uint32_t count) {
  if (frequency == "hourly") return {count, Turn::Unit::Hour};
  if (frequency == "daily") return {count, Turn::Unit::Day};
  if (frequency == "weekly") return {count, Turn::Unit::Week};
  REQUIRE(frequency == "monthly");
  return {count, Turn::Unit::Month};
}

// Their turns also reach back to before their start: ours start so many whole turns earlier.
inline LocalTime turns_earlier(LocalTime start, const Turn& turn, std::uint32_t turns) {
  const auto days_earlier = [&](std::uint32_t days) { return Date(Days(start.date) - std::chrono::days(days)); };
  switch (turn.unit) {
    case Turn::Unit::Hour: {
      return local_time(local_moment(start) - turns * turn.count * base::hours(1));
    }
    case Turn::Unit::Day: return {days_earlier(turns * turn.count), start.time_of_day};
    case Turn::Unit::Week: return {days_earlier(7 * turns * turn.count), start.time_of_day};
    case Turn::Unit::Month: return {start.date - std::chrono::months(turns * turn.count), start.time_of_day};
  }
  return start;
}

inline Rotation turns(const json::Object& one, std::string_view start) {
  const Turn turn = turn_of(text(one.at("rotation")), one.at("shift_length").to_number<std::uint32_t>());
  return made({.zone = zone_of(one),
               .people = 3,  // so that two are not the same person's where the clock skips the one between them
               .layers = {{.order = {0, 1, 2}, .starts = turns_earlier(local(start), turn, 4), .turn = turn}}});
}

// People by their names, numbered as they come.
class People {
 public:
  std::uint32_t number(std::string_view name) {
    const auto found = std::ranges::find(names_, name);
    if (found != names_.end()) return static_cast<std::uint32_t>(found - names_.begin());
    names_.emplace_back(name);
    return static_cast<std::uint32_t>(names_.size() - 1);
  }
  [[nodiscard]] const std::string& name(std::uint32_t number) const { return names_[number]; }

 private:
  std::vector<std::string> names_;
};

inline constexpr Instant kMidnight = Instant::from_unix_s(1'719'792'000);  // 2024-07-01, in UTC

inline Interval on_day(std::string_view from, std::string_view to) {
  return {kMidnight + time_of_day(from), kMidnight + time_of_day(to)};
}

inline LocalTime moment(Duration since_midnight) {
  return Zone::find("UTC")->to_local(kMidnight + since_midnight);
}

}  // namespace tandem::calendar::oncall
