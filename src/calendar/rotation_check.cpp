#include "calendar/rotation_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"
#include "calendar/date_text.h"

namespace tandem::calendar {
namespace {

using base::Duration;
using base::Interval;
using Limits = RotationLimits;

constexpr Duration kDay = base::hours(24);

template <class... Args>
std::unexpected<base::Error> bad(fmt::format_string<Args...> words, Args&&... args) {
  return base::fail(base::ErrorCode::BadInput, fmt::format(words, std::forward<Args>(args)...));
}

std::uint32_t longest(Turn::Unit unit) {
  switch (unit) {
    case Turn::Unit::Hour: return Limits::kTurnHours;
    case Turn::Unit::Day: return Limits::kTurnHours / 24;
    case Turn::Unit::Week: return Limits::kTurnHours / (7 * 24);
    case Turn::Unit::Month: return Limits::kTurnMonths;
  }
  base::check_failed("a turn has one of the units");
}

std::string_view word(Turn::Unit unit) {
  switch (unit) {
    case Turn::Unit::Hour: return "hour";
    case Turn::Unit::Day: return "day";
    case Turn::Unit::Week: return "week";
    case Turn::Unit::Month: return "month";
  }
  base::check_failed("a turn has one of the units");
}

base::Result<> check_count(std::string_view what, std::size_t count, std::size_t most) {
  if (count > most) return bad("{} {}: at most {} are allowed", count, what, most);
  return {};
}

base::Result<> check_interval(std::string_view what, Interval during) {
  if (during.from < during.to) return {};
  return bad("{} must begin before it ends", what);
}

base::Result<> check_person(std::string_view what, std::uint32_t person, std::uint32_t people) {
  if (person < people) return {};
  return bad("{} names person {}, but the rotation has people 0 to {} only", what, person,
             static_cast<std::int64_t>(people) - 1);
}

base::Result<> check_time(std::string_view what, const LocalTime& time) {
  const int year = static_cast<int>(time.date.year());
  if (time.date.ok() && year >= 0 && year <= 9999 && time.time_of_day >= Duration::zero() && time.time_of_day < kDay)
    return {};
  return bad("{} must be a date that exists, of the years 0 to 9999, with a time of day from 00:00 to 23:59", what);
}

std::string_view name_of(std::size_t day) {
  return weekday_long(std::chrono::weekday(static_cast<unsigned>(day) + 1));
}

// Windows of different days must not overlap: the moment would be two people's.
base::Result<> check_windows(std::string_view layer, const WeekWindows& only) {
  for (std::size_t day = 0; day < only.size(); ++day) {
    TANDEM_TRY_DONE(check_count("windows of one day", only[day].size(), Limits::kWindowsOfADay));
    for (const DayWindow& window : only[day]) {
      const bool whole =
          window.from % base::seconds(1) == Duration::zero() && window.to % base::seconds(1) == Duration::zero();
      if (window.from < Duration::zero() || window.from >= kDay || window.from >= window.to ||
          window.to > kLatestWindowEnd || !whole) {
        return bad(
            "{}: a window of {} must start on that day, end after it starts and at the latest at the end of the "
            "following day, and be in whole seconds",
            layer, name_of(day));
      }
    }
  }
  if (const auto day = reaches_into_next_day(only)) {
    return bad("{}: the windows of {} reach into those of {}, which would be two people's at once", layer,
               name_of(*day), name_of((*day + 1) % only.size()));
  }
  return {};
}

base::Result<> check_layer(const DutyLayer& layer, std::size_t position, std::uint32_t people) {
  const std::string name =
      layer.name.empty() ? fmt::format("layer {}", position + 1) : fmt::format("layer `{}`", layer.name);
  if (layer.order.empty()) return bad("{} has nobody in its order: it needs at least one person", name);
  TANDEM_TRY_DONE(check_count(fmt::format("people in the order of {}", name), layer.order.size(), Limits::kOrder));
  for (const std::uint32_t person : layer.order) TANDEM_TRY_DONE(check_person(name, person, people));
  if (layer.turn.count == 0) return bad("{} has turns of no length: a turn is at least 1", name);
  if (layer.turn.count > longest(layer.turn.unit)) {
    return bad("{} has turns of {} {}s: at most {} are allowed", name, layer.turn.count, word(layer.turn.unit),
               longest(layer.turn.unit));
  }
  TANDEM_TRY_DONE(check_time(fmt::format("the start of {}", name), layer.starts));
  if (layer.ends) {
    TANDEM_TRY_DONE(check_time(fmt::format("the end of {}", name), *layer.ends));
    if (local_moment(*layer.ends) <= local_moment(layer.starts)) return bad("{} ends before it starts", name);
  }
  return check_windows(name, layer.only);
}

}  // namespace

base::Result<> check(const RotationRule& rule) {
  TANDEM_TRY_DONE(check_count("people", rule.people, Limits::kPeople));
  TANDEM_TRY_DONE(check_count("layers", rule.layers.size(), Limits::kLayers));
  TANDEM_TRY_DONE(check_count("swaps", rule.swaps.size(), Limits::kSwaps));
  TANDEM_TRY_DONE(check_count("temporary schedules", rule.temporary.size(), Limits::kTemporary));
  TANDEM_TRY_DONE(check_count("overrides", rule.overrides.size(), Limits::kOverrides));
  for (std::size_t i = 0; i < rule.layers.size(); ++i) TANDEM_TRY_DONE(check_layer(rule.layers[i], i, rule.people));
  for (const DutySwap& each : rule.swaps) {
    TANDEM_TRY_DONE(check_interval("a swap", each.during));
    TANDEM_TRY_DONE(check_person("a swap", each.one, rule.people));
    TANDEM_TRY_DONE(check_person("a swap", each.other, rule.people));
    if (each.one == each.other) return bad("a swap needs two different people");
  }
  std::size_t shifts = 0;
  for (const TemporarySchedule& each : rule.temporary) {
    TANDEM_TRY_DONE(check_interval("a temporary schedule", each.span));
    shifts += each.shifts.size();
    for (const auto& shift : each.shifts) {
      TANDEM_TRY_DONE(check_interval("a shift of a temporary schedule", shift.during));
      TANDEM_TRY_DONE(check_person("a temporary schedule", shift.person, rule.people));
    }
  }
  TANDEM_TRY_DONE(check_count("shifts of temporary schedules", shifts, Limits::kShifts));
  for (const DutyOverride& each : rule.overrides) {
    TANDEM_TRY_DONE(check_interval("an override", each.during));
    if (each.person) TANDEM_TRY_DONE(check_person("an override", *each.person, rule.people));
  }
  return {};
}

}  // namespace tandem::calendar
