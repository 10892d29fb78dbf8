// Calendars, rotations and leave as the compiled agreement answers about them: the text on one side, local times on the
// other.
#include <doctest/doctest.h>

#include "agreement/compile.h"
#include "agreement/lower_calendars.h"
#include "diag/render.h"

namespace tandem::agreement {
namespace {

constexpr std::string_view kHead = R"(tandem: 1
engagement: acme
name: Acme
time_zone: America/New_York
effective: 2026-10-01
parties: {acme: {kind: client, name: Acme}}
people:
  ann: {party: acme, name: Ann}
  bob: {party: acme, name: Bob}
  eve: {party: acme, name: Eve, time_zone: Europe/Berlin}
teams: {it: {party: acme, lead: ann, members: [ann, bob, eve], hours: always}}
functions: {f: {activities: {g: {responsible: it, accountable: ann, deputy: bob}}}}
categories: {other: f.g}
)";

struct Agreed {
  explicit Agreed(const std::string& text)
      : compiled(compile_bundle({.root = "a.yaml", .files = {{"a.yaml", std::string(kHead) + text}}}, {})) {
    CAPTURE(diag::render_text(compiled.findings, compiled.sources, diag::Colour::Off));
    REQUIRE(compiled.policy);
  }
  [[nodiscard]] base::Instant at(std::string_view text, std::string_view zone = "America/New_York") const {
    const auto time = calendar::parse_local_time(text);
    REQUIRE(time);
    return calendar::Zone::find(zone)->to_instant(time->date, time->time_of_day);
  }
  [[nodiscard]] bool open(std::string_view name, std::string_view text) const {
    const auto& calendars = compiled.policy->spec().calendars;
    return std::ranges::find(calendars, name, &policy::NamedCalendar::name)->open.is_open(at(text));
  }
  // "nobody", or the name of the one on duty by the team's rotation.
  [[nodiscard]] std::string duty(std::string_view text, std::string_view zone = "America/New_York") const {
    const policy::Team& team = compiled.policy->spec().teams[0];
    const auto position = team.rotation->on_duty(at(text, zone));
    return position ? compiled.policy->person(team.rotation_order[*position]).name : "nobody";
  }
  [[nodiscard]] bool present(std::string_view who, base::Instant when) const {
    return compiled.policy->is_present(*compiled.policy->find_person(who), when);
  }
  [[nodiscard]] std::int64_t minutes(std::size_t target) const {
    return compiled.policy->spec().targets[target].resolve->minutes;
  }
  Compiled compiled;
};

Agreed with_calendars(const std::string& calendars) {
  return Agreed("targets: {normal: {clock: always}}\ncalendars:\n  always: {mon-sun: \"00:00-24:00\"}\n" + calendars);
}

TEST_CASE("a date's own hours win over closed days and holidays, and breaks over all") {
  const auto a = with_calendars(R"(  shop:
    mon-fri: "08:00-17:00"
    holidays: us-federal
    closed: [2026-12-24, 2026-12-28..2027-01-01]
    open: {2026-12-19: "09:00-13:00", 2026-12-25..2026-12-26: "10:00-11:00", 2026-12-30: "08:00-12:00"}
    breaks: {2026-12-31: "12:00-24:00", 2026-12-30: "09:00-10:00", 2026-12-22: "12:00-24:00"}
)");
  CHECK(a.open("shop", "2026-12-18 16:59"));
  CHECK(a.open("shop", "2026-12-19 09:00"));  // a Saturday
  CHECK_FALSE(a.open("shop", "2026-12-19 13:00"));
  CHECK(a.open("shop", "2026-12-22 11:59"));
  CHECK_FALSE(a.open("shop", "2026-12-22 12:00"));
  CHECK_FALSE(a.open("shop", "2026-12-24 10:00"));
  CHECK(a.open("shop", "2026-12-25 10:30"));
  CHECK_FALSE(a.open("shop", "2026-12-25 11:00"));
  CHECK(a.open("shop", "2026-12-26 10:30"));
  CHECK_FALSE(a.open("shop", "2026-12-28 10:00"));
  CHECK(a.open("shop", "2026-12-30 08:30"));
  CHECK_FALSE(a.open("shop", "2026-12-30 09:30"));
  CHECK(a.open("shop", "2026-12-30 10:00"));
  CHECK_FALSE(a.open("shop", "2026-12-31 10:00"));
  CHECK_FALSE(a.open("shop", "2027-01-01 10:00"));
  CHECK(a.open("shop", "2027-01-04 10:00"));
}

TEST_CASE("calendars are combined, whatever the order in which they stand") {
  const auto a = with_calendars(R"(  support: {any_of: [office, weekend]}
  night:   {any_of: always, without: [support, berlin]}
  core:    {all_of: [office, berlin]}
  late:    {mon: "12:00-20:00", without: office}
  office:  {mon-fri: "08:00-17:00"}
  weekend: {sat-sun: "00:00-24:00"}
  berlin:  {mon-fri: "09:00-17:00", time_zone: Europe/Berlin}
)");
  CHECK(a.open("support", "2026-10-03 03:00"));
  CHECK(a.open("support", "2026-10-05 08:00"));
  CHECK_FALSE(a.open("support", "2026-10-05 17:00"));
  CHECK(a.open("core", "2026-10-05 10:59"));
  CHECK_FALSE(a.open("core", "2026-10-05 11:00"));
  CHECK(a.open("core", "2026-10-28 11:30"));  // Berlin's clocks are back already, New York's not
  CHECK_FALSE(a.open("night", "2026-10-05 03:00"));
  CHECK(a.open("night", "2026-10-05 02:59"));
  CHECK(a.open("night", "2026-10-05 17:00"));
  CHECK_FALSE(a.open("late", "2026-10-05 16:59"));
  CHECK(a.open("late", "2026-10-05 17:00"));
}

TEST_CASE("an agreement's own set of holidays, and one based on it") {
  const auto a = with_calendars(R"(  shop: {mon-fri: "08:00-17:00", holidays: bridges}
holiday_sets:
  bridges: {based_on: own, days: {Bridge Day: day after 4th thu nov}}
  own: {based_on: us-federal, days: {Founders' Day: [2nd fri may, 2026-10-06]}, without: Columbus Day}
)");
  CHECK(a.open("shop", "2026-10-12 10:00"));
  CHECK_FALSE(a.open("shop", "2026-10-06 10:00"));
  CHECK_FALSE(a.open("shop", "2026-11-26 10:00"));
  CHECK_FALSE(a.open("shop", "2026-11-27 10:00"));
  CHECK_FALSE(a.open("shop", "2027-05-14 10:00"));
}

TEST_CASE("a business day is as long as most open days, the longer of two that are as many") {
  const Agreed a(R"(calendars:
  always:  {mon-sun: "00:00-24:00"}
  office:  {mon-fri: "08:00-17:00", sat: "09:00-12:00"}
  weekend: {sat-sun: "10:00-14:00"}
  both:    {any_of: [office, weekend]}
  nights:  {mon-sun: "22:00-06:00"}
  even:    {"mon,tue": "08:00-12:00", "wed,thu": "08:00-13:00"}
  few:     {mon: "08:00-12:00", open: {2026-10-06: "08:00-10:00"}}
  sydney:  {mon-fri: "09:00-17:00", time_zone: Australia/Sydney}
  far:     {any_of: sydney}
  fair:    {open: {2029-01-01: "10:00-11:00"}}
targets:
  a: {resolve: 1 business day, clock: office}
  b: {resolve: 2 business days, clock: both}
  c: {resolve: 1 business day, clock: nights}
  d: {resolve: 1 business day, clock: even}
  e: {resolve: 1 business day, clock: few}
  f: {resolve: 1 business day, clock: far}
  g: {resolve: 1 business day, clock: fair}
  h: {resolve: 1 business day, clock: always}
)");
  CHECK(a.minutes(0) == 9 * 60);
  CHECK(a.minutes(1) == 2 * 9 * 60);
  CHECK(a.minutes(2) == 8 * 60);
  CHECK(a.minutes(3) == 5 * 60);
  CHECK(a.minutes(4) == 4 * 60);
  CHECK(a.minutes(5) == 8 * 60);  // counted in Sydney's days: in New York's, the hours would be those of two
  CHECK(a.minutes(6) == 24 * 60);
  CHECK(a.minutes(7) == 24 * 60);
}

TEST_CASE("a combined calendar's days are those of the zone that its parts share") {
  const auto a = with_calendars(R"(  sydney: {mon-fri: "09:00-17:00", time_zone: Australia/Sydney}
  one:    {any_of: sydney}
  two:    {all_of: [sydney, always]}
)");
  const auto calendars = lower_calendars(*a.compiled.agreement);
  CHECK(calendars[1].zone.name() == "Australia/Sydney");
  CHECK(calendars[2].zone.name() == "Australia/Sydney");
  CHECK(calendars[3].zone.name() == "America/New_York");
}

Agreed with_rotation(const std::string& rotation) {
  return with_calendars("rotations:\n  duty:\n    team: it\n" + rotation);
}

TEST_CASE("the first layer that has somebody answers, in the rotation's zone") {
  const auto a = with_rotation(R"(    time_zone: America/Chicago
    layers:
      - {name: nights, order: [ann, bob], turn: 1 day, starts: "2026-10-05 20:00", ends: "2026-11-01 00:00", only: {mon-fri: "20:00-08:00"}}
      - {name: backup, order: [eve], turn: 1 month, starts: "2026-10-03 00:00"}
)");
  const auto duty = [&](std::string_view text) { return a.duty(text, "America/Chicago"); };
  CHECK(duty("2026-10-02 23:59") == "nobody");
  CHECK(duty("2026-10-03 00:00") == "eve");
  CHECK(duty("2026-10-05 19:59") == "eve");
  CHECK(duty("2026-10-05 20:00") == "ann");
  CHECK(duty("2026-10-06 07:59") == "ann");
  CHECK(duty("2026-10-06 08:00") == "eve");
  CHECK(duty("2026-10-06 20:00") == "bob");
  CHECK(duty("2026-10-10 07:59") == "ann");  // Friday's night
  CHECK(duty("2026-10-10 20:00") == "eve");  // Saturday has none
  CHECK(duty("2026-10-12 20:00") == "bob");  // and is no turn
  CHECK(duty("2026-11-02 20:00") == "eve");  // the layer has ended
}

TEST_CASE("temporary schedules, swaps and overrides stand over the layers") {
  const auto a = with_rotation(R"(    order: [ann, bob]
    turn: 1 week
    starts: "2026-10-05 09:00"
    swaps: [{between: [ann, bob], from: 2026-10-06, to: 2026-10-06}]
    temporary:
      - {from: 2026-10-13, to: "2026-10-14 12:00", shifts: [{who: eve, from: "2026-10-13 08:00", to: "2026-10-13 20:00"}]}
    overrides:
      - {who: eve, from: "2026-10-07 10:00", to: "2026-10-07 12:00"}
      - {who: nobody, from: "2026-10-07 11:00", to: "2026-10-07 11:30"}
)");
  CHECK(a.duty("2026-10-05 09:00") == "ann");
  CHECK(a.duty("2026-10-06 00:00") == "bob");
  CHECK(a.duty("2026-10-06 23:59") == "bob");
  CHECK(a.duty("2026-10-07 00:00") == "ann");
  CHECK(a.duty("2026-10-07 10:30") == "eve");
  CHECK(a.duty("2026-10-07 11:00") == "nobody");
  CHECK(a.duty("2026-10-07 11:30") == "eve");
  CHECK(a.duty("2026-10-12 09:00") == "bob");
  CHECK(a.duty("2026-10-13 07:59") == "nobody");
  CHECK(a.duty("2026-10-13 08:00") == "eve");
  CHECK(a.duty("2026-10-14 11:59") == "nobody");
  CHECK(a.duty("2026-10-14 12:00") == "bob");
}

TEST_CASE("an exception of a rotation keeps its own line, also behind one that clocks skip") {
  const auto a = with_rotation(R"(    order: [ann, bob]
    turn: 1 week
    starts: "2026-10-05 09:00"
    swaps: [{between: [ann, bob], from: 2026-10-06, to: 2026-10-06}]
    temporary:
      - {from: 2026-10-13, to: "2026-10-14 12:00", shifts: [{who: eve, from: "2026-10-13 08:00", to: "2026-10-13 20:00"}]}
    overrides:
      - {who: eve, from: "2027-03-14 02:15", to: "2027-03-14 02:45"}
      - {who: eve, from: "2026-10-07 10:00", to: "2026-10-07 12:00"}
)");
  const auto team =
      std::ranges::find_if(a.compiled.policy->spec().teams, [](const auto& t) { return t.rotation.has_value(); });
  REQUIRE(team != a.compiled.policy->spec().teams.end());
  const std::uint32_t line = team->rotation_at.line;
  REQUIRE(team->exceptions_at.swaps.size() == 1);
  CHECK(team->exceptions_at.swaps[0].line == line + 5);
  REQUIRE(team->exceptions_at.temporary.size() == 1);
  CHECK(team->exceptions_at.temporary[0].line == line + 7);
  REQUIRE(team->exceptions_at.overrides.size() == 1);
  CHECK(team->exceptions_at.overrides[0].line == line + 10);
}

TEST_CASE("turns of hours and months, and exceptions within the hour that clocks skip") {
  const auto hours = with_rotation(R"(    order: [ann, bob]
    turn: 12 hours
    starts: "2026-10-05 08:00"
    overrides: [{who: eve, from: "2027-03-14 02:15", to: "2027-03-14 02:45"}]
)");
  CHECK(hours.duty("2026-10-05 19:59") == "ann");
  CHECK(hours.duty("2026-10-05 20:00") == "bob");
  CHECK(hours.duty("2027-03-14 03:00") == "bob");
  const auto months = with_rotation("    order: [ann, bob]\n    turn: 1 month\n    starts: \"2026-10-31 09:00\"\n");
  CHECK(months.duty("2026-11-30 08:59") == "ann");
  CHECK(months.duty("2026-11-30 09:00") == "bob");
  CHECK(months.duty("2026-12-31 09:00") == "ann");
}

TEST_CASE("leave is counted in the person's own days and hours") {
  const auto a = with_calendars(R"(leave:
  - {who: eve, from: 2026-12-21, to: 2026-12-22}
  - {who: ann, from: "2026-11-05 13:00", to: "2026-11-05 17:00"}
  - {who: bob, from: "2026-11-05 13:00", to: 2026-11-06}
  - {who: bob, from: "2027-03-14 02:15", to: "2027-03-14 02:45"}
)");
  const auto berlin = [&](std::string_view text) { return a.at(text, "Europe/Berlin"); };
  CHECK(a.present("eve", berlin("2026-12-20 23:59")));
  CHECK_FALSE(a.present("eve", berlin("2026-12-21 00:00")));
  CHECK_FALSE(a.present("eve", berlin("2026-12-22 23:59")));
  CHECK(a.present("eve", berlin("2026-12-23 00:00")));
  CHECK(a.present("ann", a.at("2026-11-05 12:59")));
  CHECK_FALSE(a.present("ann", a.at("2026-11-05 13:00")));
  CHECK(a.present("ann", a.at("2026-11-05 17:00")));
  CHECK_FALSE(a.present("bob", a.at("2026-11-06 23:59")));
  CHECK(a.present("bob", a.at("2026-11-07 00:00")));
  CHECK(a.present("bob", a.at("2027-03-14 03:00")));
}

TEST_CASE("dates at both ends of the calendar") {
  const auto a = with_calendars(
      R"(  shop: {mon: "08:00-12:00", closed: [0001-01-01..0001-01-03, 9999-12-30..9999-12-31], open: {9999-12-31: "22:00-06:00"}}
leave: [{who: ann, from: 9999-12-31, to: 9999-12-31}, {who: eve, from: 0001-01-01, to: 0001-01-01}]
rotations:
  duty: {team: it, order: [ann], turn: 12 months, starts: "0001-01-01 00:00", ends: "9999-12-31 23:59", overrides: [{who: nobody, from: 9999-12-31, to: 9999-12-31}]}
)");
  CHECK(a.duty("2026-10-05 09:00") == "ann");
  std::string text(kHead);
  text.replace(text.find("2026-10-01"), 10, "9999-12-31");
  text +=
      "targets: {normal: {resolve: 1 business day, clock: always}}\ncalendars: {always: {mon-sun: \"00:00-24:00\"}}\n";
  const Compiled late = compile_bundle({.root = "a.yaml", .files = {{"a.yaml", text}}}, {});
  REQUIRE(late.policy);
  CHECK(late.policy->spec().targets[0].resolve->minutes == 24 * 60);
}

}  // namespace
}  // namespace tandem::agreement
