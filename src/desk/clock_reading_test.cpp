// The clocks of tickets told as stories, each with the instants that people would work out by hand.
#include "desk/clock_reading.h"

#include <doctest/doctest.h>

#include "desk/clock_scene.h"
#include "desk/scene.h"

using namespace tandem;
using namespace tandem::desk;
using base::Duration;
using base::hours;
using base::Instant;
using base::minutes;

namespace {

constexpr Duration kTick{1};

// Read, and held against what holds of every reading.
Reading read(TargetKind kind, const Ticket& ticket, const Versions& versions, Instant now) {
  const AgreementHistory history(versions);
  const auto reading = read_clock(kind, ticket, history, now);
  REQUIRE(reading.has_value());
  CHECK(is_met(reading->state) == reading->met_at.has_value());
  if (reading->state == ClockState::Running) CHECK_FALSE(reading->paused_since.has_value());
  // What is known to happen later would make it due at another time.
  const bool goes_on = !met_at(kind, ticket, instant("9999-01-01T00:00:00Z")) && ticket.segments.back().from <= now &&
                       versions.back().from <= now;
  if (goes_on && reading->state == ClockState::Running && reading->due) {
    const auto then = read_clock(kind, ticket, history, *reading->due);
    CHECK(then->remaining() == Duration::zero());
    CHECK(then->state == ClockState::Running);
    CHECK(then->due == reading->due);
    CHECK(read_clock(kind, ticket, history, *reading->due - kTick)->remaining() > Duration::zero());
    CHECK(read_clock(kind, ticket, history, *reading->due + kTick)->state == ClockState::Missed);
  }
  return *reading;
}
Reading respond(const Ticket& ticket, const Versions& versions, Instant now) {
  return read(TargetKind::Respond, ticket, versions, now);
}
Reading resolve(const Ticket& ticket, const Versions& versions, Instant now) {
  return read(TargetKind::Resolve, ticket, versions, now);
}

std::string_view state(const Reading& reading) {
  return to_text(reading.state);
}

}  // namespace

TEST_CASE("a clock runs from the opening and is due when the hours of its calendar are used up") {
  const Ticket ticket = timed({{.from = kMonday, .state = State::New}});  // 10:00, the office closes at 18:00
  const Versions versions = usual_agreement();
  const Reading first = respond(ticket, versions, kMonday + minutes(30));
  CHECK(state(first) == "running");
  CHECK(first.goal == hours(2));
  CHECK(first.elapsed == minutes(30));
  CHECK(first.remaining() == minutes(90));
  CHECK(first.due == kMonday + hours(2));
  const Reading end = resolve(ticket, versions, kMonday + hours(12));  // 22:00
  CHECK(end.elapsed == hours(8));
  CHECK(end.due == kMonday + hours(24));  // two hours after Tuesday's opening
  CHECK(end.paused == Duration::zero());
}

TEST_CASE("what happened after the instant that is asked about changes nothing") {
  const Versions versions = usual_agreement();
  const std::vector<Part> parts{{.from = kMonday, .state = State::New},
                                {.from = kMonday + hours(1), .state = State::Resolved},
                                {.from = kMonday + hours(3), .state = State::New}};
  const Ticket reopened = timed(parts);
  Ticket answered = reopened;
  answered.responded_at = kMonday + hours(4);
  for (const Ticket& ticket : {reopened, answered}) {
    const Instant between = kMonday + hours(2);
    CHECK(state(resolve(ticket, versions, between)) == "met");
    CHECK(resolve(ticket, versions, between).met_at == kMonday + hours(1));
    CHECK(respond(ticket, versions, between).met_at == kMonday + hours(1));
    CHECK(resolve(ticket, versions, between) == resolve(timed({parts[0], parts[1]}), versions, between));
    CHECK(state(resolve(ticket, versions, kMonday + minutes(30))) == "running");
    CHECK(resolve(ticket, versions, kMonday + hours(5)).elapsed == hours(3));
  }
}

TEST_CASE("a target is missed behind its due instant, not at it, and closing time is due") {
  Versions versions = usual_agreement();
  const Ticket ticket = timed({{.from = kMonday + hours(6), .state = State::New}});  // 16:00, two hours before closing
  const Instant closing = kMonday + hours(8);
  CHECK(respond(ticket, versions, kMonday + hours(7)).due == closing);
  CHECK(state(respond(ticket, versions, closing)) == "running");
  const Reading late = respond(ticket, versions, closing + hours(3));
  CHECK(state(late) == "missed");
  CHECK(late.remaining() == Duration::zero());  // the office is closed: no more of its time was used
  CHECK(late.due == closing);
  const Reading later = respond(ticket, versions, closing + hours(15));
  CHECK(later.remaining() == -hours(1));
}

TEST_CASE("an answer in time meets the target for ever, and one behind its due instant is late") {
  const Versions versions = usual_agreement();
  Ticket ticket = timed({{.from = kMonday, .state = State::New}});
  ticket.responded_at = kMonday + hours(2);
  const Reading met = respond(ticket, versions, kMonday + hours(2000));
  CHECK(state(met) == "met");
  CHECK(met.elapsed == hours(2));
  CHECK(met.met_at == kMonday + hours(2));
  CHECK(met.due == std::nullopt);
  CHECK(state(respond(ticket, versions, kMonday + hours(1))) == "running");  // asked about the past

  ticket.responded_at = kMonday + hours(2) + kTick;
  const Reading late = respond(ticket, versions, kMonday + hours(2000));
  CHECK(state(late) == "met-late");
  CHECK(late.remaining() == -kTick);
}

TEST_CASE("waiting on others pauses the end and not the answer, and is due later by the open time it took") {
  const Versions versions = usual_agreement();
  for (const WaitingOn on : {WaitingOn::Requester, WaitingOn::Vendor, WaitingOn::Evidence}) {
    const std::vector<Part> parts{{.from = kMonday},
                                  {.from = kMonday + hours(1), .state = State::Waiting, .on = on},
                                  {.from = kMonday + hours(3)}};
    const Ticket waiting = timed({parts[0], parts[1]});
    const Reading paused = resolve(waiting, versions, kMonday + hours(2));
    CHECK(state(paused) == "paused");
    CHECK(paused.elapsed == hours(1));
    CHECK(paused.paused == hours(1));
    CHECK(paused.due == std::nullopt);
    CHECK(paused.paused_since == kMonday + hours(1));
    CHECK(paused.due_if_resumed == kMonday + hours(25));  // six hours today, three tomorrow
    CHECK(state(respond(waiting, versions, kMonday + hours(2))) == "running");
    CHECK(state(respond(waiting, versions, kMonday + hours(3))) == "missed");

    const Reading resumed = resolve(timed(parts), versions, kMonday + hours(4));
    CHECK(state(resumed) == "running");
    CHECK(resumed.elapsed == hours(2));
    CHECK(resumed.paused == hours(2));
    CHECK(resumed.due == kMonday + hours(26));
  }
}

TEST_CASE("waiting on a problem stops nothing") {
  const Ticket ticket =
      timed({{.from = kMonday}, {.from = kMonday + hours(1), .state = State::Waiting, .on = WaitingOn::Problem}});
  const Reading reading = resolve(ticket, usual_agreement(), kMonday + hours(3));
  CHECK(state(reading) == "running");
  CHECK(reading.elapsed == hours(3));
}

TEST_CASE("what was missed before it paused stays missed, and says that it stands still") {
  const Ticket ticket =
      timed({{.from = kMonday}, {.from = kMonday + hours(30), .state = State::Waiting, .on = WaitingOn::Vendor}});
  const Reading reading = resolve(ticket, usual_agreement(), kMonday + hours(48));
  CHECK(state(reading) == "missed");
  CHECK(reading.due == kMonday + hours(24));
  CHECK(reading.elapsed == hours(16));
  CHECK(reading.paused_since == kMonday + hours(30));
  CHECK(reading.due_if_resumed == std::nullopt);
}

TEST_CASE("a reopened ticket's clock goes on where it stood") {
  const Versions versions = usual_agreement();
  const std::vector<Part> parts{{.from = kMonday},
                                {.from = kMonday + hours(4), .state = State::Resolved},
                                {.from = kMonday + hours(5), .state = State::Closed},
                                {.from = kMonday + hours(24), .state = State::New}};
  const Reading done = resolve(timed({parts[0], parts[1], parts[2]}), versions, kMonday + hours(20));
  CHECK(state(done) == "met");
  CHECK(done.met_at == kMonday + hours(4));
  CHECK(done.elapsed == hours(4));
  const Reading again = resolve(timed(parts), versions, kMonday + hours(26));
  CHECK(state(again) == "running");
  CHECK(again.elapsed == hours(6));
  CHECK(again.paused == Duration::zero());
  CHECK(again.due == kMonday + hours(30));
}

TEST_CASE("a ticket that ends without an answer owes none any more") {
  const Versions versions = usual_agreement();
  const Ticket ticket =
      timed({{.from = kMonday, .state = State::New}, {.from = kMonday + hours(1), .state = State::Closed}});
  const Reading reading = respond(ticket, versions, kMonday + hours(50));
  CHECK(state(reading) == "met");
  CHECK(reading.met_at == kMonday + hours(1));
  const Ticket again = timed({{.from = kMonday, .state = State::New},
                              {.from = kMonday + hours(1), .state = State::Closed},
                              {.from = kMonday + hours(4), .state = State::New}});
  CHECK(respond(again, versions, kMonday + hours(4)).elapsed == hours(1));
}

TEST_CASE("a change of priority counts everything anew for the priority of now and keeps what was paused") {
  const Versions versions = usual_agreement();
  const std::vector<Part> parts{{.from = kMonday},
                                {.from = kMonday + hours(1), .state = State::Waiting, .on = WaitingOn::Requester},
                                {.from = kMonday + hours(2)},
                                {.from = kMonday + hours(3), .priority = "high"},
                                {.from = kMonday + hours(5)}};
  const Reading raised = resolve(timed({parts[0], parts[1], parts[2], parts[3]}), versions, kMonday + hours(4));
  CHECK(raised.goal == hours(4));
  CHECK(raised.elapsed == hours(3));
  CHECK(raised.paused == hours(1));
  CHECK(raised.due == kMonday + hours(5));
  const Reading lowered = resolve(timed(parts), versions, kMonday + hours(6));
  CHECK(lowered.goal == hours(10));
  CHECK(lowered.elapsed == hours(5));
  CHECK(lowered.due == kMonday + hours(25));
  // In real time for `high`: the time before the change counts as well, and so it is late at once.
  const Reading answer = respond(timed({parts[0], parts[1], parts[2], parts[3]}), versions, kMonday + hours(4));
  CHECK(state(answer) == "missed");
  CHECK(answer.due == kMonday + minutes(30));
}

TEST_CASE("what was met is judged by the priority of that instant") {
  const Versions versions = usual_agreement();
  Ticket ticket = timed({{.from = kMonday}, {.from = kMonday + hours(3), .priority = "high"}});
  ticket.responded_at = kMonday + hours(1);
  const Reading reading = respond(ticket, versions, kMonday + hours(9));
  CHECK(state(reading) == "met");
  CHECK(reading.goal == hours(2));
}

TEST_CASE("where nothing is promised there is no clock") {
  const Versions versions = usual_agreement();
  const AgreementHistory history(versions);
  for (const char* priority : {"critical", "long-forgotten", ""}) {
    const Ticket ticket = timed({{.from = kMonday, .priority = priority}});
    CHECK(read_clock(TargetKind::Resolve, ticket, history, kMonday) == std::nullopt);
    CHECK(warnings(TargetKind::Resolve, ticket, history, kMonday).empty());
  }
}

TEST_CASE("a new calendar counts from the instant it comes into force and rewrites nothing") {
  Versions versions = usual_agreement();
  const Ticket ticket = timed({{.from = kMonday}});
  const Instant change = kMonday + hours(24);  // Tuesday 10:00, when ten hours are used up
  const Instant before = change - hours(1);
  const Reading old = resolve(ticket, versions, before);
  versions.push_back({.from = change, .version = 2, .policy = agreement(2, [](policy::Spec& spec) {
                                                      usual_targets(spec);
                                                      spec.calendars[0] =
                                                          weekdays("office", "America/New_York", 12, 14);
                                                      spec.targets[2].resolve = business(900);
                                                    })});
  CHECK(resolve(ticket, versions, before) == old);
  const Reading after = resolve(ticket, versions, change + hours(3));  // 13:00
  CHECK(after.goal == hours(15));
  CHECK(after.elapsed == hours(11));
  // An hour more on Tuesday, two on Wednesday, one on Thursday: four are missing.
  CHECK(after.due == change + hours(2 * 24 + 3));
}

TEST_CASE("a stretch over several versions is counted piece by piece") {
  Versions versions = usual_agreement();
  const auto open_for = [](std::int64_t from, std::int64_t to) {
    return [=](policy::Spec& spec) {
      usual_targets(spec);
      spec.calendars[0] = weekdays("office", "America/New_York", from, to);
    };
  };
  versions.push_back({.from = kMonday + hours(24), .version = 2, .policy = agreement(2, open_for(9, 10))});
  versions.push_back({.from = kMonday + hours(48), .version = 3, .policy = agreement(3, open_for(10, 17))});
  const Ticket ticket = timed({{.from = kMonday, .priority = "high"}});
  const Reading reading = resolve(ticket, versions, kMonday + hours(49));  // Wednesday 11:00
  CHECK(reading.elapsed == hours(8) + hours(2) + hours(1) + hours(1));
  CHECK(reading.due == kMonday + hours(4));
}

TEST_CASE("a version that does not know the priority counts for the one the ticket had then, or as the newest") {
  Versions versions;
  versions.push_back({.from = kMonday - hours(99), .version = 1, .policy = agreement(1, [](policy::Spec& spec) {
                                                                   usual_targets(spec);
                                                                   spec.targets[1].priority =
                                                                       "urgent";  // what is `high` later
                                                                   spec.targets[1].clock = {1};
                                                                 })});
  versions.push_back({.from = kMonday + hours(10), .version = 2, .policy = agreement(2, usual_targets)});  // 20:00
  // It was `urgent` until then: on `always`, which that version counts it on.
  const Ticket renamed =
      timed({{.from = kMonday + hours(6), .priority = "urgent"}, {.from = kMonday + hours(12), .priority = "high"}});
  CHECK(resolve(renamed, versions, kMonday + hours(24)).elapsed == hours(4) + hours(2));
  // It had a priority that the version does not know either: on the newest version's `office`.
  const Ticket unknown =
      timed({{.from = kMonday + hours(6), .priority = "lost"}, {.from = kMonday + hours(12), .priority = "high"}});
  CHECK(resolve(unknown, versions, kMonday + hours(24)).elapsed == hours(2) + hours(2));
}

TEST_CASE("what was met before a new version is judged by the old one") {
  Versions versions = usual_agreement();
  const Ticket ticket = timed({{.from = kMonday}, {.from = kMonday + hours(9), .state = State::Resolved}});
  const Reading before = resolve(ticket, versions, kMonday + hours(10));
  versions.push_back({.from = kMonday + hours(11), .version = 2, .policy = agreement(2, [](policy::Spec& spec) {
                                                                   usual_targets(spec);
                                                                   spec.targets[2].resolve = business(1);
                                                                 })});
  CHECK(state(before) == "met");
  CHECK(resolve(ticket, versions, kMonday + hours(48)) == before);
}

TEST_CASE("before the first version the first one counts, and a version of tomorrow says nothing yet") {
  Versions versions = usual_agreement();
  versions.front().from = kMonday + hours(100);
  const Ticket ticket = timed({{.from = kMonday}});
  const Reading reading = resolve(ticket, versions, kMonday + hours(1));
  versions.push_back({.from = kMonday + hours(200), .version = 2, .policy = agreement(2, [](policy::Spec&) {})});
  CHECK(resolve(ticket, versions, kMonday + hours(1)) == reading);
  CHECK(reading.elapsed == hours(1));
}

TEST_CASE("the agreement moves to another zone") {
  Versions versions = usual_agreement();
  // From Tuesday 10:00 in New York the office is Berlin's: 08:00 to 18:00 there is 02:00 to 12:00 in New York.
  versions.push_back({.from = kMonday + hours(24), .version = 2, .policy = agreement(2, [](policy::Spec& spec) {
                                                                   usual_targets(spec);
                                                                   spec.calendars[0] =
                                                                       weekdays("office", "Europe/Berlin", 8, 18);
                                                                 })});
  const Ticket ticket = timed({{.from = kMonday + hours(7)}});             // 17:00: one hour, then two on Tuesday
  const Reading reading = resolve(ticket, versions, kMonday + hours(27));  // Tuesday 13:00: two more until 12:00
  CHECK(reading.elapsed == hours(5));
  CHECK(reading.due == kMonday + hours(45));  // Wednesday 07:00: five hours after 02:00
}

TEST_CASE("a week-end with a change of clocks is as long as it was") {
  Versions versions = usual_agreement();
  versions.front().policy = agreement(1, [](policy::Spec& spec) {
    usual_targets(spec);
    spec.calendars[0] = weekdays("office", "Europe/Berlin", 0, 24, 7);
    spec.targets[2].resolve = business(48 * 60);
  });
  const Instant autumn = instant("2026-10-23T22:00:00Z");  // Saturday 00:00; Sunday has 25 hours
  const Instant spring = instant("2027-03-26T23:00:00Z");  // Saturday 00:00; Sunday has 23 hours
  versions.front().from = autumn;
  const Reading long_one = resolve(timed({{.from = autumn}}), versions, autumn + hours(49));
  CHECK(long_one.elapsed == hours(49));
  CHECK(long_one.due == autumn + hours(48));  // Sunday 23:00 on the wall
  CHECK(resolve(timed({{.from = spring}}), versions, spring + hours(47)).due == spring + hours(48));
}

TEST_CASE("warnings come when their part is used up, and none that a pause keeps away") {
  const Versions versions = usual_agreement();
  const AgreementHistory history(versions);
  const Ticket ticket = timed({{.from = kMonday}});
  const auto usual = warnings(TargetKind::Resolve, ticket, history, kMonday);
  CHECK(usual == std::vector<Warning>{
                     {50, kMonday + hours(5)}, {75, kMonday + hours(7) + minutes(30)}, {90, kMonday + hours(23)}});
  CHECK(warnings(TargetKind::Resolve, ticket, history, kMonday + hours(100)) == usual);
  const Ticket waiting =
      timed({{.from = kMonday}, {.from = kMonday + hours(6), .state = State::Waiting, .on = WaitingOn::Requester}});
  CHECK(warnings(TargetKind::Resolve, waiting, history, kMonday + hours(8)) ==
        std::vector<Warning>{{50, kMonday + hours(5)}});
  constexpr std::array<std::uint32_t, 2> kOwn{0, 100};
  CHECK(warnings(TargetKind::Resolve, ticket, history, kMonday, kOwn) ==
        std::vector<Warning>{{0, kMonday}, {100, kMonday + hours(24)}});
}

TEST_CASE("a real ticket's clocks follow what people do to it") {
  const Versions versions{{.from = kMonday, .version = 1, .policy = agreement(1, usual_targets)}};
  Scene scene(versions.front().policy.shared(), a_ticket("workstation", "normal"), kMonday);
  scene.now = kMonday + hours(1);
  REQUIRE(scene.does(person("sam"), Take{}) == std::nullopt);
  scene.now = kMonday + hours(2);
  REQUIRE(scene.does(person("sam"), Wait{WaitingOn::Requester}) == std::nullopt);
  scene.now = kMonday + hours(5);
  REQUIRE(scene.does(person("sam"), Resume{}) == std::nullopt);
  CHECK(respond(scene.ticket, versions, scene.now).elapsed == hours(1));
  CHECK(resolve(scene.ticket, versions, scene.now).elapsed == hours(2));
  scene.now = kMonday + hours(7);
  REQUIRE(scene.does(person("sam"), Resolve{"done"}) == std::nullopt);
  const Reading done = resolve(scene.ticket, versions, kMonday + hours(99));
  CHECK(state(done) == "met");
  CHECK(done.met_at == scene.ticket.resolved_at);
  CHECK(done.elapsed == hours(4));
  CHECK(done.paused == hours(3));
}
