#include <boost/json.hpp>

#include "cli/agreement_input.h"
#include "cli/calendar_month_frame.h"
#include "cli/calendar_open_days.h"
#include "cli/calendar_span.h"
#include "cli/calendar_subject.h"
#include "cli/commands.h"
#include "cli/local_text.h"
#include "cli/table.h"
#include "json/json.h"

namespace tandem::cli {
namespace {

struct Listed {
  const policy::NamedCalendar& calendar;
  base::Interval span;
  calendar::Zone zone;
  std::vector<OpenDay> days;
};

bool ends_week(const OpenDay& day) {
  return weekday_text(day.date) == "Sun";
}

base::Duration total_of(std::span<const OpenDay> days) {
  base::Duration sum{};
  for (const OpenDay& day : days) sum += day.total;
  return sum;
}

// Calls `each` with the days of one week after the other, Monday to Sunday as far as they are listed.
void for_each_week(std::span<const OpenDay> days, const std::function<void(std::span<const OpenDay>)>& each) {
  std::size_t first = 0;
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (!ends_week(days[i]) && i + 1 < days.size()) continue;
    each(days.subspan(first, i + 1 - first));
    first = i + 1;
  }
}

Table::Cell notes_cell(const OpenDay& day) {
  std::string text;
  for (const OpenDay::Note& note : day.notes) text += (text.empty() ? "" : "; ") + note.text;
  return {text, Ink::Notable};
}

std::string text_of(const Listed& listed, const Palette& palette) {
  Table table({{}, {}, {"", Align::Right}, {}});
  for_each_week(listed.days, [&](std::span<const OpenDay> week) {
    for (const OpenDay& day : week) {
      const bool closed = day.open.empty();
      table.add({{date_text(day.date), closed ? Ink::Faint : Ink::Plain},
                 {windows_text(day, listed.zone), closed ? Ink::Faint : Ink::Good},
                 {closed ? "–" : hours_text(day.total), closed ? Ink::Faint : Ink::Plain},
                 notes_cell(day)});
    }
    table.add({{"week " + week_text(week.front().date), Ink::Faint}, {}, {hours_text(total_of(week)), Ink::Strong}});
    table.space();
  });
  return fmt::format("{}, {} {}\n\n{}open {}\n", palette(Ink::Strong, listed.calendar.name),
                     span_text(listed.span, listed.zone), listed.zone.name(), table.text(palette),
                     length_text(total_of(listed.days)));
}

json::Object json_of(const Listed& listed) {
  json::Array days;
  for (const OpenDay& day : listed.days) days.push_back(to_json(day, listed.zone));
  json::Array weeks;
  for_each_week(listed.days, [&](std::span<const OpenDay> week) {
    weeks.push_back({{"week", week_text(week.front().date)},
                     {"from", iso_text(week.front().date)},
                     {"to", iso_text(week.back().date)},
                     {"seconds", seconds_json(total_of(week))}});
  });
  return {{"calendar", listed.calendar.name},
          {"zone", listed.zone.name()},
          {"from", base::to_rfc3339(listed.span.from)},
          {"to", base::to_rfc3339(listed.span.to)},
          {"days", std::move(days)},
          {"weeks", std::move(weeks)},
          {"seconds", seconds_json(total_of(listed.days))}};
}

}  // namespace

int run(const CalendarHours& command, const Environment& environment) {
  const auto agreed = read_policy(command.path, environment);
  if (!agreed) return agreed.error();
  const auto calendars = calendars_named(*agreed->policy, command.calendar);
  if (!calendars) return could_not_run(environment, calendars.error());
  const auto span = span_of(command.span, agreed->zone, environment.clock);
  if (!span) return could_not_run(environment, span.error());

  const Palette palette(environment.colour);
  json::Array listed;
  std::string text;
  for (const policy::NamedCalendar* calendar : *calendars) {
    const calendar::Zone zone = zone_of(calendar->open, agreed->zone);
    const Listed one{*calendar, *span, zone, open_days(calendar->open, zone, *span)};
    if (command.format == Format::Json) {
      listed.push_back(json_of(one));
    } else {
      text += (text.empty() ? "" : "\n") + text_of(one, palette);
    }
  }
  if (command.format == Format::Json) text = json::to_text(json::Object{{"calendars", std::move(listed)}}) + '\n';
  fmt::print(environment.out, "{}", text);
  return kDone;
}

}  // namespace tandem::cli
