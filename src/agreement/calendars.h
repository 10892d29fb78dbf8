// When there is work: calendars and the sets of holidays they keep, as the text says it. Plain values; names are
// positions in the Agreement's vectors (located.h).
#pragma once

#include <memory>

#include "agreement/days.h"
#include "agreement/located.h"
#include "agreement/parts_first.h"
#include "calendar/holidays.h"

namespace tandem::agreement {

// A set of holidays that is named where it is used.
struct HolidaySetRef {
  std::string name;
  source::Range at{};
  HolidaySetIndex own{};                            // none: a set of the language's own
  std::shared_ptr<const calendar::HolidaySet> set;  // that one; null when it is one of the agreement's
};

// One holiday of a set and the rules it follows; several add up.
struct HolidayText {
  Located<std::string> name;
  Field<std::vector<Located<std::string>>> rules;
};

struct HolidaySetText {
  Located<std::string> key;
  Field<std::vector<HolidaySetRef>> based_on;
  Field<std::vector<HolidayText>> days;
  Field<std::vector<Located<std::string>>> without;
  Field<std::string> observed;
  std::shared_ptr<const calendar::HolidaySet> set;  // null: something in it is wrong, which has been reported
};

// Opening hours in a zone (its own or the agreement's), or other calendars combined; both less `without`.
struct CalendarText {
  Located<std::string> key;
  Field<std::string> time_zone;
  calendar::WeekWindows windows;
  Field<std::vector<HolidaySetRef>> holidays;
  Field<std::vector<Located<DaySpan>>> closed;
  Field<std::vector<DatedHours>> open;
  Field<std::vector<DatedHours>> breaks;

  Field<std::vector<CalendarRef>> any_of;
  Field<std::vector<CalendarRef>> all_of;
  Field<std::vector<CalendarRef>> without;
  [[nodiscard]] bool combines() const { return !any_of.absent() || !all_of.absent(); }
};

// What a calendar is combined from, and the agreement's own sets that a set is based on, in the order of the keys;
// names that are declared nowhere are left out.
[[nodiscard]] std::vector<const CalendarRef*> parts_of(const CalendarText& calendar);
[[nodiscard]] std::vector<const HolidaySetRef*> parts_of(const HolidaySetText& set);

// The order in which they can be worked out; a ring's closing part is a position in parts_of() its last member.
[[nodiscard]] PartsFirst order_of(std::span<const CalendarText> calendars);
[[nodiscard]] PartsFirst order_of(std::span<const HolidaySetText> sets);

}  // namespace tandem::agreement
