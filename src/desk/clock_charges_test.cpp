#include "desk/clock_charges.h"

#include <doctest/doctest.h>

#include "desk/clock_scene.h"

using namespace tandem;
using namespace tandem::desk;
using base::hours;
using base::minutes;

namespace {

std::string told(const std::vector<Charge>& rows) {
  std::string text;
  for (const Charge& row : rows) {
    const auto in_minutes = [](base::Duration length) { return length / minutes(1); };
    text += fmt::format("{} {}/{} {} open {} real {} counted {}: {} %\n", to_text(row.ball), row.party.text(),
                        row.team.text(), row.calendar.empty() ? "-" : row.calendar,
                        row.open ? fmt::format("{}", in_minutes(*row.open)) : "-", in_minutes(row.real),
                        in_minutes(row.counted), row.percent);
  }
  return text;
}

std::vector<Charge> charged(const Ticket& ticket, const Versions& versions, base::Instant now) {
  auto rows = charges(ticket, AgreementHistory(versions), now);
  std::uint32_t sum = 0;
  base::Duration real{};
  for (const Charge& row : rows) {
    sum += row.percent;
    real += row.real;
  }
  CHECK((sum == 100 || sum == 0));
  base::Duration open_life{};
  for (std::size_t i = 0; i < ticket.segments.size(); ++i) {
    const base::Interval when = extent(ticket.segments, i, now);
    if (is_open(ticket.segments[i].state)) open_life += when.to - when.from;
  }
  CHECK(real == open_life);
  return rows;
}

}  // namespace

TEST_CASE("each team is charged on its own hours, and a wait its own row") {
  Versions versions = usual_agreement();
  // The provider's desk keeps Berlin's hours: 02:00 to 12:00 in New York.
  versions.front().policy = agreement(1, [](policy::Spec& spec) {
    usual_targets(spec);
    spec.calendars.push_back(weekdays("berlin", "Europe/Berlin", 8, 18));
    spec.teams[2].hours = {2};
  });
  const Ticket ticket = timed({{.from = kMonday},  // 10:00
                               {.from = kMonday + hours(3), .party = "harbor", .team = "harbor-it"},
                               {.from = kMonday + hours(5),
                                .state = State::Waiting,
                                .on = WaitingOn::Vendor,
                                .party = "harbor",
                                .team = "harbor-it"},
                               {.from = kMonday + hours(9), .party = "harbor", .team = "harbor-it"},
                               {.from = kMonday + hours(23)},  // Tuesday 09:00
                               {.from = kMonday + hours(24), .state = State::Waiting, .on = WaitingOn::Problem},
                               {.from = kMonday + hours(25), .state = State::Resolved}});
  CHECK(told(charged(ticket, versions, kMonday + hours(400))) ==
        "holder northbeam/helpdesk berlin open 240 real 300 counted 300: 46 %\n"
        "holder harbor/harbor-it office open 180 real 960 counted 180: 27 %\n"
        "vendor / - open - real 240 counted 180: 27 %\n");
}

TEST_CASE("nothing is charged before anything counts, and nothing while it is resolved") {
  const Versions versions = usual_agreement();
  const auto night = kMonday + hours(10);  // 20:00
  CHECK(told(charged(timed({{.from = night}}), versions, night + hours(1))) ==
        "holder northbeam/helpdesk always open 60 real 60 counted 0: 0 %\n");
  const Ticket again = timed({{.from = kMonday},
                              {.from = kMonday + hours(1), .state = State::Resolved},
                              {.from = kMonday + hours(5), .state = State::New}});
  CHECK(told(charged(again, versions, kMonday + hours(6))) ==
        "holder northbeam/helpdesk always open 120 real 120 counted 120: 100 %\n");
}

TEST_CASE("a team that a version does not have is charged without hours, and all time counts without a promise") {
  const Versions versions = usual_agreement();
  const Ticket ticket =
      timed({{.from = kMonday, .priority = "critical", .team = "gone"},
             {.from = kMonday + hours(1), .priority = "critical"},
             {.from = kMonday + hours(3), .state = State::Waiting, .on = WaitingOn::Requester, .priority = "critical"},
             {.from = kMonday + hours(4), .state = State::Waiting, .on = WaitingOn::Evidence, .priority = "critical"}});
  CHECK(told(charged(ticket, versions, kMonday + hours(48))) ==
        "holder northbeam/gone - open - real 60 counted 60: 2 %\n"
        "holder northbeam/helpdesk always open 120 real 120 counted 120: 4 %\n"
        "requester / - open - real 60 counted 60: 2 %\n"
        "evidence / - open - real 2640 counted 2640: 92 %\n");
}

TEST_CASE("hours that change with a version are charged piece by piece") {
  Versions versions = usual_agreement();
  versions.push_back({.from = kMonday + hours(2), .version = 2, .policy = agreement(2, [](policy::Spec& spec) {
                                                                  usual_targets(spec);
                                                                  spec.teams[2].hours = {0};
                                                                })});
  CHECK(told(charged(timed({{.from = kMonday}}), versions, kMonday + hours(12))) ==
        "holder northbeam/helpdesk office open 480 real 720 counted 480: 100 %\n");
}
