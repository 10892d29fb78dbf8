#include "calendar/compiled_calendar.h"

namespace tandem::calendar {

using base::Duration;
using base::Instant;
using base::Interval;

BusinessCalendar BusinessCalendar::Compiled::combined(OpenTable::Operation operation,
                                                      std::span<const BusinessCalendar> calendars) {
  Combination combination{.operation = operation, .parts = {}};
  for (const BusinessCalendar& each : calendars) combination.parts.push_back(each.compiled_);
  return BusinessCalendar(std::make_shared<const Compiled>(std::move(combination)));
}

BusinessCalendar::Compiled::Compiled(OpenHours rule)
    : source_(std::move(rule)), horizon_(table({kHorizonBegin, kHorizonEnd})), constant_(find_constant()) {}

BusinessCalendar::Compiled::Compiled(Combination combination)
    : source_(std::move(combination)), horizon_(table({kHorizonBegin, kHorizonEnd})), constant_(find_constant()) {}

OpenTable BusinessCalendar::Compiled::table(Interval weeks) const {
  if (const OpenHours* plain = rule()) return plain->table(weeks);
  const auto& [operation, parts] = std::get<Combination>(source_);
  if (parts.empty()) {
    OpenTable::Builder builder(weeks);
    builder.add(
        0, operation == OpenTable::Operation::Intersection ? OpenTable::Builder::open() : OpenTable::Builder::closed());
    return std::move(builder).finish();
  }
  const bool is_horizon = weeks == Interval{kHorizonBegin, kHorizonEnd};
  std::optional<OpenTable> result;
  for (const auto& part : parts) {
    std::optional<OpenTable> made;
    if (!is_horizon) made = part->table(weeks);
    const OpenTable& its = made ? *made : part->horizon_;
    result = result ? OpenTable::combined(operation, *result, its) : its;
  }
  return *std::move(result);
}

OpenTable BusinessCalendar::Compiled::beyond(Interval part) const {
  constexpr Duration kWeek = base::hours(24 * 7);
  const auto weeks_begin = (part.from - kFirst) / kWeek;
  const auto weeks_end = (part.to - kFirst + kWeek - Duration(1)) / kWeek;
  return table({kFirst + weeks_begin * kWeek, kFirst + weeks_end * kWeek});
}

// What does not change within the horizon is looked at in all years once, so that no question has to do it again.
std::optional<bool> BusinessCalendar::Compiled::find_constant() const {
  std::optional<bool> constant = horizon_.constant();
  if (!constant) return std::nullopt;
  const auto differs = [&](const OpenTable& table, Interval /*part*/) {
    if (table.constant() != constant) constant.reset();
    return !constant.has_value();
  };
  walk_forward(kFirst, kHorizonBegin, differs);
  if (constant) walk_forward(kHorizonEnd, kLast, differs);
  return constant;
}

}  // namespace tandem::calendar
