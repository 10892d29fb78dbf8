#include "cli/calendar_open_days.h"

#include <algorithm>
#include <boost/json.hpp>

#include "calendar/holidays.h"
#include "cli/calendar_month_frame.h"
#include "cli/calendar_subject.h"
#include "cli/local_text.h"

namespace tandem::cli {
namespace {

using calendar::BusinessCalendar;
using calendar::Date;
using std::chrono::days;
using std::chrono::sys_days;

bool names_date(const std::vector<calendar::DayHours>& listed, Date date) {
  return std::ranges::find(listed, date, &calendar::DayHours::date) != listed.end();
}

std::vector<OpenDay::Note> notes_of(const calendar::BusinessHours& hours, Date date) {
  std::vector<OpenDay::Note> notes;
  for (const auto& set : hours.holidays) {
    if (auto name = set->holiday(date)) notes.push_back({OpenDay::Reason::Holiday, *std::move(name)});
  }
  if (std::ranges::find(hours.closed, date) != hours.closed.end()) {
    notes.push_back({OpenDay::Reason::ClosedDay, "closed day"});
  }
  if (names_date(hours.special, date)) notes.push_back({OpenDay::Reason::SpecialHours, "special hours"});
  if (names_date(hours.breaks, date)) notes.push_back({OpenDay::Reason::Break, "break"});
  return notes;
}

}  // namespace

std::string_view to_text(OpenDay::Reason reason) {
  switch (reason) {
    case OpenDay::Reason::Holiday: return "holiday";
    case OpenDay::Reason::ClosedDay: return "closed-day";
    case OpenDay::Reason::SpecialHours: return "special-hours";
    case OpenDay::Reason::Break: return "break";
    case OpenDay::Reason::ClockChange: return "clock-change";
  }
  return "";
}

calendar::Zone zone_of(const BusinessCalendar& open, const calendar::Zone& otherwise) {
  return open.hours() == nullptr ? otherwise : open.hours()->zone;
}

std::vector<OpenDay> open_days(const BusinessCalendar& open, const calendar::Zone& zone, base::Interval span) {
  const std::vector<base::Interval> all = open.open_within(span);
  const Date last = zone.to_local(span.to - base::Duration(1)).date;
  std::vector<OpenDay> found;
  auto next = all.begin();
  for (sys_days day(zone.to_local(span.from).date); day <= sys_days(last); day += days(1)) {
    OpenDay one{.date = Date(day), .open = {}, .notes = {}};
    if (open.hours() != nullptr) one.notes = notes_of(*open.hours(), one.date);
    if (auto change = clock_change(one.date, zone)) {
      one.notes.push_back({OpenDay::Reason::ClockChange, *std::move(change)});
    }
    const base::Interval whole{zone.to_instant(one.date, {}), zone.to_instant(one.date, base::hours(24))};
    while (next != all.end() && next->to <= whole.from) ++next;
    for (auto at = next; at != all.end() && at->from < whole.to; ++at) {
      one.open.push_back({std::max(at->from, whole.from), std::min(at->to, whole.to)});
      one.total += one.open.back().to - one.open.back().from;
    }
    found.push_back(std::move(one));
  }
  return found;
}

std::string windows_text(const OpenDay& day, const calendar::Zone& zone) {
  if (day.open.empty()) return "closed";
  const base::Instant end = zone.to_instant(day.date, base::hours(24));
  std::string text;
  for (const base::Interval& one : day.open) {
    if (!text.empty()) text += ", ";
    text += clock_text(zone.to_local(one.from).time_of_day) + "–";
    text += one.to == end ? "24:00" : clock_text(zone.to_local(one.to).time_of_day);
  }
  return text;
}

json::Object to_json(const OpenDay& day, const calendar::Zone& zone) {
  json::Array open;
  for (const base::Interval& one : day.open) {
    open.push_back({{"from", base::to_rfc3339(one.from)}, {"to", base::to_rfc3339(one.to)}});
  }
  json::Array notes;
  for (const OpenDay::Note& note : day.notes) {
    notes.push_back({{"reason", to_text(note.reason)}, {"text", note.text}});
  }
  return {{"date", iso_text(day.date)}, {"weekday", weekday_text(day.date)},  {"local", windows_text(day, zone)},
          {"open", std::move(open)},    {"seconds", seconds_json(day.total)}, {"notes", std::move(notes)}};
}

}  // namespace tandem::cli
