#include "desk/target_course.h"

#include <doctest/doctest.h>

#include "desk/clock_scene.h"

using namespace tandem;
using namespace tandem::desk;
using base::hours;
using base::minutes;

namespace {

// `normal` is resolved within 10 business hours of `office`, 08:00 to 18:00; kMonday is 10:00.
std::string told(const TargetCourse& course) {
  constexpr std::array<std::string_view, 3> kVerdicts{"met", "late", "missed"};
  std::string text;
  for (const TargetMoment& moment : course.moments)
    text += fmt::format("{} at {}; ", kVerdicts[static_cast<std::size_t>(moment.verdict)],
                        (moment.at - kMonday) / minutes(1));
  if (!course.at_end) return text + "nothing";
  return text + (*course.at_end == TargetStanding::Overdue ? "overdue" : "running");
}

std::string resolve_course(const std::vector<Part>& parts, base::Instant to, base::Instant from = kMonday - hours(1),
                           const Versions& versions = usual_agreement()) {
  return told(target_course(TargetKind::Resolve, timed(parts), AgreementHistory(versions), {from, to}));
}

constexpr base::Instant kDue = kMonday + hours(24);  // Tuesday 10:00: eight hours on Monday, two on Tuesday

}  // namespace

TEST_CASE("a target is met when it is met, and missed the moment it is over") {
  CHECK(resolve_course({{.from = kMonday}, {.from = kMonday + hours(3), .state = State::Resolved}}, kDue) ==
        "met at 180; nothing");
  CHECK(resolve_course({{.from = kMonday}}, kDue) == "running");
  CHECK(resolve_course({{.from = kMonday}}, kDue + base::Duration(1)) == "missed at 1440; overdue");
  const std::vector<Part> late{{.from = kMonday}, {.from = kDue + hours(1), .state = State::Resolved}};
  CHECK(resolve_course(late, kDue + hours(9)) == "missed at 1440; late at 1500; nothing");
  // At the due instant itself it is met.
  CHECK(resolve_course({{.from = kMonday}, {.from = kDue, .state = State::Resolved}}, kDue + hours(9)) ==
        "met at 1440; nothing");
}

TEST_CASE("what happened before a period is not told again in it") {
  const std::vector<Part> late{{.from = kMonday}, {.from = kDue + hours(1), .state = State::Resolved}};
  CHECK(resolve_course(late, kDue + hours(9), kDue) == "missed at 1440; late at 1500; nothing");
  CHECK(resolve_course(late, kDue + hours(9), kDue + minutes(1)) == "late at 1500; nothing");
  CHECK(resolve_course(late, kDue + hours(9), kDue + hours(1)) == "late at 1500; nothing");
  CHECK(resolve_course(late, kDue + hours(9), kDue + hours(2)) == "nothing");
  CHECK(resolve_course(late, kMonday) == "nothing");
}

TEST_CASE("a pause moves the miss, and a clock that stands still when its time is up is missed at the next moment") {
  const Part waits{.from = kMonday + hours(1), .state = State::Waiting, .on = WaitingOn::Vendor};
  CHECK(resolve_course({{.from = kMonday}, waits}, kDue + hours(99)) == "running");
  CHECK(resolve_course({{.from = kMonday}, waits, {.from = kMonday + hours(2)}}, kDue + hours(99)) ==
        "missed at 1500; overdue");
  const Part at_due{.from = kDue, .state = State::Waiting, .on = WaitingOn::Vendor};
  CHECK(resolve_course({{.from = kMonday}, at_due}, kDue + hours(1)) == "missed at 1440; overdue");
}

TEST_CASE("what is missed is missed once, through a hand-over, resolving and reopening") {
  const std::vector<Part> parts{{.from = kMonday},
                                {.from = kDue + hours(1), .party = "harbor", .team = "harbor-it"},
                                {.from = kDue + hours(2), .state = State::Resolved},
                                {.from = kDue + hours(3)},
                                {.from = kDue + hours(4), .state = State::Resolved}};
  CHECK(resolve_course(parts, kDue + hours(99)) == "missed at 1440; late at 1560; late at 1680; nothing");
  // Met in time and reopened, it may still be missed.
  CHECK(resolve_course(
            {{.from = kMonday}, {.from = kMonday + hours(2), .state = State::Resolved}, {.from = kMonday + hours(4)}},
            kDue + hours(99)) == "met at 120; missed at 1560; overdue");
}

TEST_CASE("another priority may make a ticket late at once, and a milder one takes the miss back without unsaying it") {
  // `high` is resolved within 4 business hours.
  CHECK(resolve_course({{.from = kMonday}, {.from = kMonday + hours(5), .priority = "high"}}, kDue) ==
        "missed at 300; overdue");
  CHECK(resolve_course({{.from = kMonday, .priority = "high"}, {.from = kMonday + hours(5)}}, kDue) ==
        "missed at 240; running");
  CHECK(resolve_course({{.from = kMonday, .priority = "high"}, {.from = kMonday + hours(5)}}, kDue + hours(9)) ==
        "missed at 240; missed at 1440; overdue");
  // Late by what its end was judged by: missed at that moment.
  CHECK(resolve_course({{.from = kMonday}, {.from = kMonday + hours(5), .state = State::Resolved, .priority = "high"}},
                       kDue) == "missed at 300; late at 300; nothing");
  CHECK(resolve_course({{.from = kMonday, .priority = "critical"}}, kDue + hours(99)) == "nothing");
}

TEST_CASE("a new version of the agreement may make a ticket late when it comes into force") {
  Versions versions = usual_agreement();
  versions.push_back({.from = kMonday + hours(6), .version = 2, .policy = agreement(2, [](policy::Spec& spec) {
                                                                  usual_targets(spec);
                                                                  spec.targets[2].resolve = business(120);
                                                                })});
  CHECK(resolve_course({{.from = kMonday}}, kDue, kMonday, versions) == "missed at 360; overdue");
  CHECK(resolve_course({{.from = kMonday}}, kDue, kMonday + hours(6), versions) == "missed at 360; overdue");
  CHECK(resolve_course({{.from = kMonday}}, kDue, kMonday + hours(7), versions) == "overdue");
  // What was met before it stays judged as it was.
  CHECK(resolve_course({{.from = kMonday}, {.from = kMonday + hours(5), .state = State::Resolved}}, kDue, kMonday,
                       versions) == "met at 300; nothing");
}

TEST_CASE("an answer is met when it is given, between the segments") {
  Ticket ticket = timed({{.from = kMonday}});
  ticket.responded_at = kMonday + minutes(90);
  const Versions versions = usual_agreement();
  const AgreementHistory history(versions);
  CHECK(told(target_course(TargetKind::Respond, ticket, history, {kMonday, kDue})) == "met at 90; nothing");
  ticket.responded_at = kMonday + minutes(150);
  CHECK(told(target_course(TargetKind::Respond, ticket, history, {kMonday, kDue})) ==
        "missed at 120; late at 150; nothing");
  CHECK(told(target_course(TargetKind::Respond, ticket, history, {kMonday, kMonday + minutes(130)})) ==
        "missed at 120; overdue");
}

TEST_CASE("changes have no targets, nor has anything else that nobody asked for") {
  Ticket ticket = timed({{.from = kMonday}});
  const Versions versions = usual_agreement();
  for (const TicketKind kind :
       {TicketKind::Change, TicketKind::Decision, TicketKind::Problem, TicketKind::Task, TicketKind::VendorCase}) {
    CAPTURE(to_text(kind));
    ticket.facts.kind = kind;
    CHECK(told(target_course(TargetKind::Resolve, ticket, AgreementHistory(versions), {kMonday, kDue + hours(99)})) ==
          "nothing");
  }
  ticket.facts.kind = TicketKind::Request;
  CHECK(told(target_course(TargetKind::Resolve, ticket, AgreementHistory(versions), {kMonday, kDue + hours(99)})) !=
        "nothing");
}
