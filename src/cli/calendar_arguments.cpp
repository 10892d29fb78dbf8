// The options of `tandem calendar`.
#include "cli/slots.h"

namespace tandem::cli {
namespace {

template <class T>
void add_path(Slot<T>& slot) {
  slot.app->add_option("PATH", slot.command.path, "agreement.yaml, or the folder it is in")->required();
}

void add_span(CLI::App* app, SpanWords& span) {
  app->add_option("--from", span.from, "a date or time in the agreement's zone, or RFC 3339; else today")
      ->type_name("TIME");
  app->add_option("--to", span.to, "a date (it is the last day) or a time; else four weeks later")->type_name("TIME");
}

// What is open, who is there, and when nobody is: tables and pictures.
void add_calendar_tables(CLI::App* calendar, Slots& all) {
  auto& hours = all.of<CalendarHours>();
  auto& month = all.of<CalendarMonth>();
  auto& shifts = all.of<CalendarShifts>();
  auto& duty = all.of<CalendarDuty>();
  auto& gaps = all.of<CalendarGaps>();
  hours.app = calendar->add_subcommand("hours", "List when calendars are open, day by day, and why a day differs");
  add_path(hours);
  hours.app->add_option("CALENDAR", hours.command.calendar, "this one only");
  add_span(hours.app, hours.command.span);
  add_format(hours.app, hours.command.format);

  month.app = calendar->add_subcommand("month", "Draw a month: open hours, or who is on duty");
  add_path(month);
  month.app->add_option("NAME", month.command.name, "a team or a calendar; else all teams");
  month.app->add_option("--month", month.command.month, "else the present one")->type_name("YYYY-MM");
  add_format(month.app, month.command.format);

  shifts.app = calendar->add_subcommand("shifts", "List shifts: from when to when, who, and why they");
  add_path(shifts);
  shifts.app->add_option("WHO", shifts.command.who, "a team or a person; else all teams");
  add_span(shifts.app, shifts.command.span);
  add_format(shifts.app, shifts.command.format);

  duty.app = calendar->add_subcommand("duty", "Tell who is on duty at an instant, until when, and who is away");
  add_path(duty);
  duty.app->add_option("TEAM", duty.command.team, "this one only");
  duty.app->add_option("--at", duty.command.at, "a time in the agreement's zone, or RFC 3339; else now")
      ->type_name("TIME");
  add_format(duty.app, duty.command.format);

  gaps.app = calendar->add_subcommand("gaps", "List open hours for which too few people are there (exit status 1)");
  add_path(gaps);
  gaps.app->add_option("TEAM", gaps.command.team, "this one only");
  add_span(gaps.app, gaps.command.span);
  add_format(gaps.app, gaps.command.format);
}

}  // namespace

void add_calendar_commands(CLI::App& app, Slots& all) {
  auto& holidays = all.of<CalendarHolidays>();
  auto& feed = all.of<CalendarFeed>();
  auto& cases = all.of<CalendarCases>();
  auto* calendar = app.add_subcommand("calendar", "Show open hours, shifts, duty, gaps and holidays");
  calendar->require_subcommand(1);
  add_calendar_tables(calendar, all);

  holidays.app = calendar->add_subcommand("holidays", "List the sets of holidays, or the days of one");
  holidays.app->add_option("SET", holidays.command.set, "as agreements name it: us-federal");
  holidays.app->add_option("--year", holidays.command.year, "else the present one")
      ->check(CLI::Range(1, 9998))
      ->type_name("YYYY");
  add_format(holidays.app, holidays.command.format);

  feed.app = calendar->add_subcommand("feed", "Write shifts and leave as iCalendar text");
  add_path(feed);
  feed.app->add_option("WHO", feed.command.who, "a team or a person")->required();
  add_span(feed.app, feed.command.span);
  feed.app->add_flag("--busy-only", feed.command.busy_only, "times only, without names and reasons");

  cases.app = calendar->add_subcommand("cases", "Check a file of questions about business time");
  cases.app->add_option("FILE", cases.command.file, "JSON with `calendars` and `cases`")->required();
}

}  // namespace tandem::cli
