#include <boost/json.hpp>

#include "cli/agreement_input.h"
#include "cli/calendar_span.h"
#include "cli/calendar_subject.h"
#include "cli/calendar_team.h"
#include "cli/commands.h"
#include "cli/local_text.h"
#include "cli/table.h"
#include "json/json.h"

namespace tandem::cli {
namespace {

struct Listing {
  const Agreed& agreed;
  base::Interval span;
  std::vector<TeamShift> shifts;

  [[nodiscard]] const policy::Policy& policy() const { return *agreed.policy; }
};

// Why, and where the shift is longer than what is shown of it.
std::string why_text(const Listing& list, const TeamShift& shift) {
  std::string text = shift.why;
  const calendar::Zone& zone = list.agreed.zone;
  if (shift.whole.from < shift.during.from) text += ", since " + local_text(shift.whole.from, zone);
  if (shift.during.to < shift.whole.to) text += ", until " + local_text(shift.whole.to, zone);
  return text;
}

std::string text_of(const Listing& list, const Palette& palette) {
  const auto team_name = [&](const TeamShift& shift) { return list.policy().team(shift.team).name; };
  const auto first = list.shifts.front().team;
  const bool one_team = std::ranges::all_of(list.shifts, [&](const TeamShift& s) { return s.team == first; });
  std::vector<Table::Column> columns{{"from"}, {"to"}, {"length", Align::Right}, {"on duty"}};
  if (!one_team) columns.push_back({"team"});
  columns.push_back({"why"});
  Table table(std::move(columns));
  for (const TeamShift& shift : list.shifts) {
    std::vector<Table::Cell> row{{local_text(shift.during.from, list.agreed.zone)},
                                 {end_text(shift.during, list.agreed.zone)},
                                 {hours_text(shift.during.to - shift.during.from)},
                                 {list.policy().person(shift.person).display, Ink::Strong}};
    if (!one_team) row.push_back({team_name(shift)});
    row.push_back({why_text(list, shift), shift.origin == "layer" ? Ink::Faint : Ink::Notable});
    table.add(std::move(row));
  }
  return table.text(palette);
}

json::Object json_of(const Listing& list, const TeamShift& shift) {
  const policy::Person& person = list.policy().person(shift.person);
  return {{"team", list.policy().team(shift.team).name},
          {"from", base::to_rfc3339(shift.during.from)},
          {"to", base::to_rfc3339(shift.during.to)},
          {"local",
           {{"from", local_text(shift.during.from, list.agreed.zone)},
            {"to", local_text(shift.during.to, list.agreed.zone)}}},
          {"whole", {{"from", base::to_rfc3339(shift.whole.from)}, {"to", base::to_rfc3339(shift.whole.to)}}},
          {"person", person.name},
          {"name", person.display},
          {"origin", shift.origin},
          {"layer", shift.layer.empty() ? json::Value(nullptr) : json::Value(shift.layer)},
          {"why", shift.why},
          {"seconds", seconds_json(shift.during.to - shift.during.from)}};
}

std::string no_shifts_text(const policy::Policy& policy, const ShiftSubject& subject) {
  const auto rotates = [&](policy::TeamIndex team) { return policy.team(team).rotation.has_value(); };
  return std::ranges::any_of(subject.teams, rotates) ? "no shifts\n" : "no shifts: there is no rotation\n";
}

}  // namespace

int run(const CalendarShifts& command, const Environment& environment) {
  const auto agreed = read_policy(command.path, environment);
  if (!agreed) return agreed.error();
  const auto who = team_or_person(*agreed->policy, command.who);
  if (!who) return could_not_run(environment, who.error());
  const auto span = span_of(command.span, agreed->zone, environment.clock);
  if (!span) return could_not_run(environment, span.error());

  Listing list{*agreed, *span, {}};
  for (const policy::TeamIndex team : who->teams) {
    for (TeamShift& shift : shifts_of(*agreed->policy, team, *span)) {
      if (!who->person || shift.person == *who->person) list.shifts.push_back(std::move(shift));
    }
  }
  if (command.format == Format::Json) {
    json::Array shifts;
    for (const TeamShift& shift : list.shifts) shifts.push_back(json_of(list, shift));
    const json::Object out{{"zone", agreed->zone.name()},
                           {"from", base::to_rfc3339(span->from)},
                           {"to", base::to_rfc3339(span->to)},
                           {"shifts", std::move(shifts)}};
    fmt::print(environment.out, "{}\n", json::to_text(out));
    return kDone;
  }
  const Palette palette(environment.colour);
  const std::string subject = command.who.empty() ? "all teams" : command.who;
  fmt::print(environment.out, "{}, {} {}\n\n{}", palette(Ink::Strong, subject), span_text(*span, agreed->zone),
             agreed->zone.name(), list.shifts.empty() ? no_shifts_text(*agreed->policy, *who) : text_of(list, palette));
  return kDone;
}

}  // namespace tandem::cli
