#include "agreement/calendars.h"

namespace tandem::agreement {
namespace {

template <class Whole, class Position>
PartsFirst sorted(std::span<const Whole> wholes, Position position) {
  std::vector<std::vector<std::size_t>> parts(wholes.size());
  for (std::size_t i = 0; i < wholes.size(); ++i) {
    for (const auto* part : parts_of(wholes[i])) parts[i].push_back(position(*part));
  }
  return parts_first(parts);
}

}  // namespace

std::vector<const CalendarRef*> parts_of(const CalendarText& calendar) {
  std::vector<const CalendarRef*> parts;
  for (const auto* refs : {&calendar.any_of, &calendar.all_of, &calendar.without}) {
    for (const CalendarRef& ref : refs->value) {
      if (!ref.index.is_none()) parts.push_back(&ref);
    }
  }
  return parts;
}

std::vector<const HolidaySetRef*> parts_of(const HolidaySetText& set) {
  std::vector<const HolidaySetRef*> parts;
  for (const HolidaySetRef& ref : set.based_on.value) {
    if (!ref.own.is_none()) parts.push_back(&ref);
  }
  return parts;
}

PartsFirst order_of(std::span<const CalendarText> calendars) {
  return sorted(calendars, [](const CalendarRef& ref) { return ref.index.value; });
}

PartsFirst order_of(std::span<const HolidaySetText> sets) {
  return sorted(sets, [](const HolidaySetRef& ref) { return ref.own.value; });
}

}  // namespace tandem::agreement
