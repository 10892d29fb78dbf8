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

// As far as it looks for who is next and for the end of leave.
constexpr base::Duration kHorizon = base::hours(24 * 366);

// Everything there is to say about one team at the instant.
struct TeamNow {
  const Agreed& agreed;
  policy::TeamIndex index;
  base::Instant at;
  OpenState state;
  std::vector<policy::PersonIndex> present;
  std::vector<TeamShift> shifts;  // the one under way, if one is, and those that follow
  std::vector<Away> away;
  std::optional<TeamGap> gap;

  [[nodiscard]] const policy::Policy& policy() const { return *agreed.policy; }
  [[nodiscard]] const policy::Team& team() const { return policy().team(index); }
  [[nodiscard]] const TeamShift* current() const {
    return !shifts.empty() && shifts.front().during.contains(at) ? &shifts.front() : nullptr;
  }
  // The first shift that another person has.
  [[nodiscard]] const TeamShift* next() const {
    for (const TeamShift& shift : shifts) {
      if (shift.during.from > at && (current() == nullptr || shift.person != current()->person)) return &shift;
    }
    return nullptr;
  }
  // The team that has the work while this one is closed or short of people.
  [[nodiscard]] std::optional<policy::TeamIndex> cover() const {
    if (policy().is_open(index, at)) return std::nullopt;
    const auto found =
        std::ranges::find_if(team().cover, [&](policy::TeamIndex other) { return policy().is_open(other, at); });
    return found == team().cover.end() ? std::nullopt : std::optional(*found);
  }
};

TeamNow look_at(const Agreed& agreed, policy::TeamIndex team, base::Instant at) {
  const policy::Policy& policy = *agreed.policy;
  TeamNow now{.agreed = agreed,
              .index = team,
              .at = at,
              .state = open_state(policy, team, at),
              .present = {},
              .shifts = shifts_of(policy, team, {at, at + kHorizon}),
              .away = away_in(policy, team, {at, at + base::Duration(1)}),
              .gap = std::nullopt};
  const auto gaps = gaps_of(policy, team, {at, at + kHorizon});
  if (!gaps.empty() && gaps.front().during.contains(at)) now.gap = gaps.front();
  for (const policy::PersonIndex member : policy.team(team).members) {
    if (policy.is_present(member, at)) now.present.push_back(member);
  }
  return now;
}

// A shift that lasts to the end of what was looked at has no end that is known.
bool has_end(const TeamNow& now, const TeamShift& shift) {
  return shift.during.to < now.at + kHorizon;
}

std::string state_text(const TeamNow& now) {
  const std::string_view word = now.state.open ? "open" : "closed";
  const std::string& calendar = now.policy().calendar(now.team().hours).name;
  if (!now.state.until) return fmt::format("always {} (calendar `{}`)", word, calendar);
  return fmt::format("{} until {} (calendar `{}`)", word, local_text(*now.state.until, now.agreed.zone), calendar);
}

std::string names_text(const TeamNow& now, const std::vector<policy::PersonIndex>& people) {
  std::string text;
  for (const policy::PersonIndex person : people) {
    text += (text.empty() ? "" : ", ") + now.policy().person(person).display;
  }
  return text.empty() ? "nobody" : text;
}

void add_duty(const TeamNow& now, Table& table) {
  if (!now.team().rotation) return;
  if (const TeamShift* shift = now.current()) {
    const std::string until =
        has_end(now, *shift) ? " until " + local_text(shift->during.to, now.agreed.zone) : std::string();
    table.add({{"on duty", Ink::Faint},
               {fmt::format("{}{}: {}", now.policy().person(shift->person).display, until, shift->why), Ink::Strong}});
  } else {
    table.add({{"on duty", Ink::Faint}, {"nobody", now.state.open ? Ink::Bad : Ink::Plain}});
  }
  if (const TeamShift* next = now.next()) {
    table.add({{"next", Ink::Faint},
               {fmt::format("{} from {}: {}", now.policy().person(next->person).display,
                            local_text(next->during.from, now.agreed.zone), next->why)}});
  }
}

std::string text_of(const TeamNow& now, const Palette& palette) {
  Table table({{}, {}});
  table.add({{"hours", Ink::Faint}, {state_text(now), now.state.open ? Ink::Good : Ink::Plain}});
  add_duty(now, table);
  table.add({{"present", Ink::Faint}, {names_text(now, now.present)}});
  if (now.gap) {
    const std::string until = local_text(now.gap->during.to, now.agreed.zone);
    table.add({{"gap", Ink::Faint}, {fmt::format("{}, until {}", now.gap->reason, until), Ink::Bad}});
  }
  if (const auto cover = now.cover()) {
    table.add({{"cover", Ink::Faint}, {fmt::format("{} is there", now.policy().team(*cover).name)}});
  }
  for (const Away& away : now.away) {
    table.add({{"away", Ink::Faint},
               {fmt::format("{} until {}: {}", now.policy().person(away.person).display,
                            local_text(away.during.to, now.agreed.zone), away.why)}});
  }
  return fmt::format("{} ({})\n{}", palette(Ink::Strong, now.team().name), now.policy().party(now.team().party).display,
                     table.text(palette, 2));
}

json::Value json_of(const TeamNow& now, const TeamShift* shift) {
  if (shift == nullptr) return nullptr;
  const policy::Person& person = now.policy().person(shift->person);
  return json::Object{
      {"person", person.name},
      {"name", person.display},
      {"from", base::to_rfc3339(shift->during.from)},
      {"to", has_end(now, *shift) ? json::Value(base::to_rfc3339(shift->during.to)) : json::Value(nullptr)},
      {"origin", shift->origin},
      {"layer", shift->layer.empty() ? json::Value(nullptr) : json::Value(shift->layer)},
      {"why", shift->why}};
}

json::Value gap_json(const TeamNow& now) {
  if (!now.gap) return nullptr;
  return json::Object{
      {"kind", now.gap->kind}, {"reason", now.gap->reason}, {"to", base::to_rfc3339(now.gap->during.to)}};
}

json::Object json_of(const TeamNow& now) {
  json::Array present;
  for (const policy::PersonIndex person : now.present) present.emplace_back(now.policy().person(person).name);
  json::Array away;
  for (const Away& one : now.away) {
    away.push_back({{"person", now.policy().person(one.person).name},
                    {"from", base::to_rfc3339(one.during.from)},
                    {"to", base::to_rfc3339(one.during.to)},
                    {"why", one.why}});
  }
  const auto cover = now.cover();
  return {{"team", now.team().name},
          {"calendar", now.policy().calendar(now.team().hours).name},
          {"open", now.state.open},
          {"until", now.state.until ? json::Value(base::to_rfc3339(*now.state.until)) : json::Value(nullptr)},
          {"on_duty", json_of(now, now.current())},
          {"next", json_of(now, now.next())},
          {"present", std::move(present)},
          {"minimum", now.team().minimum},
          {"gap", gap_json(now)},
          {"cover", cover ? json::Value(now.policy().team(*cover).name) : json::Value(nullptr)},
          {"away", std::move(away)}};
}

}  // namespace

int run(const CalendarDuty& command, const Environment& environment) {
  const auto agreed = read_policy(command.path, environment);
  if (!agreed) return agreed.error();
  const auto teams = teams_named(*agreed->policy, command.team);
  if (!teams) return could_not_run(environment, teams.error());
  const auto at = instant_or_now(command.at, agreed->zone, environment.clock);
  if (!at) return could_not_run(environment, at.error());

  const Palette palette(environment.colour);
  json::Array listed;
  std::string text;
  for (const policy::TeamIndex team : *teams) {
    const TeamNow now = look_at(*agreed, team, *at);
    if (command.format == Format::Json) {
      listed.push_back(json_of(now));
    } else {
      text += '\n' + text_of(now, palette);
    }
  }
  if (command.format == Format::Json) {
    const json::Object out{{"at", base::to_rfc3339(*at)},
                           {"local", local_text(*at, agreed->zone)},
                           {"zone", agreed->zone.name()},
                           {"teams", std::move(listed)}};
    fmt::print(environment.out, "{}\n", json::to_text(out));
  } else {
    fmt::print(environment.out, "{} {}\n{}", local_text(*at, agreed->zone), agreed->zone.name(), text);
  }
  return kDone;
}

}  // namespace tandem::cli
