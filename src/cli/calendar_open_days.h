// The open hours of a calendar cut into local days, with what is out of the ordinary on each: what the table and the
// month picture show.
//
//   for (const OpenDay& day : open_days(office, span)) …
//
// Stretches are cut at local midnight, so that a night from 22:00 to 06:00 is two hours on one day and six on the
// next, and every instant is counted on the day people call it. Pure.
#pragma once

#include <string>
#include <vector>

#include "calendar/business_calendar.h"
#include "json/json.h"

namespace tandem::cli {

struct OpenDay {
  enum class Reason : std::uint8_t { Holiday, ClosedDay, SpecialHours, Break, ClockChange };
  struct Note {
    Reason reason;
    std::string text;  // "Thanksgiving Day"
  };
  calendar::Date date;
  std::vector<base::Interval> open;  // sorted, disjoint, within the day and the span
  base::Duration total{};
  std::vector<Note> notes;
};
[[nodiscard]] std::string_view to_text(OpenDay::Reason reason);  // "clock-change"

// Whose days a calendar's are: those of its own zone; of `otherwise` for calendars that others were combined to.
[[nodiscard]] calendar::Zone zone_of(const calendar::BusinessCalendar& open, const calendar::Zone& otherwise);

// The days of the zone that `span` touches. O(days + stretches).
[[nodiscard]] std::vector<OpenDay> open_days(const calendar::BusinessCalendar& open, const calendar::Zone& zone,
                                             base::Interval span);

// "08:00–12:00, 13:00–17:30", "closed". The end of the day is 24:00.
[[nodiscard]] std::string windows_text(const OpenDay& day, const calendar::Zone& zone);
// {"date","weekday","local","open":[{"from","to"}],"seconds","notes":[{"reason","text"}]}
[[nodiscard]] json::Object to_json(const OpenDay& day, const calendar::Zone& zone);

}  // namespace tandem::cli
