#include "desk/segment.h"

#include <doctest/doctest.h>

#include "desk/clock_scene.h"
#include "desk/scene.h"

using namespace tandem;
using namespace tandem::desk;
using base::hours;
using base::minutes;

namespace {

Segment segment(base::Instant from, State state, std::optional<WaitingOn> on = {}) {
  return {.from = from,
          .party = PartyName("northbeam"),
          .team = TeamName("helpdesk"),
          .state = state,
          .waiting_on = on,
          .priority = PriorityName("normal")};
}

std::string told(const Ticket& ticket) {
  std::string text;
  for (const Segment& each : ticket.segments) {
    text += fmt::format("{} {} {}{}{} {}\n", (each.from - kMonday) / minutes(1), each.team.text(), to_text(each.state),
                        each.waiting_on ? " on " : "", each.waiting_on ? to_text(*each.waiting_on) : "",
                        each.priority.text());
  }
  return text;
}

}  // namespace

TEST_CASE("segments that say the same are one, and none is empty") {
  std::vector<Segment> segments;
  add_segment(segments, segment(kMonday, State::New));
  add_segment(segments, segment(kMonday + hours(1), State::New));
  CHECK(segments.size() == 1);
  add_segment(segments, segment(kMonday + hours(2), State::Active));
  add_segment(segments, segment(kMonday + hours(2), State::New));  // as it was before: the moment leaves nothing
  CHECK(segments == std::vector{segment(kMonday, State::New)});
  add_segment(segments, segment(kMonday, State::Active));  // in place of the first
  CHECK(segments == std::vector{segment(kMonday, State::Active)});
}

TEST_CASE("an instant before the last one counts as that one") {
  std::vector<Segment> segments;
  add_segment(segments, segment(kMonday, State::New));
  add_segment(segments, segment(kMonday + hours(2), State::Active));
  add_segment(segments, segment(kMonday + hours(1), State::Resolved));
  CHECK(segments == std::vector{segment(kMonday, State::New), segment(kMonday + hours(2), State::Resolved)});
}

TEST_CASE("a segment reaches to the next, the last to now, and never backwards") {
  const std::vector segments{segment(kMonday, State::New), segment(kMonday + hours(2), State::Active)};
  const auto now = kMonday + hours(5);
  CHECK(extent(segments, 0, now) == base::Interval{kMonday, kMonday + hours(2)});
  CHECK(extent(segments, 1, now) == base::Interval{kMonday + hours(2), now});
  CHECK(extent(segments, 0, kMonday + hours(1)) == base::Interval{kMonday, kMonday + hours(1)});
  CHECK(extent(segments, 1, kMonday + hours(1)) == base::Interval{kMonday + hours(2), kMonday + hours(2)});
}

TEST_CASE("finished is since the first of the resolved and closed segments at the end") {
  std::vector<Segment> segments;
  CHECK(finished_at(segments) == std::nullopt);
  add_segment(segments, segment(kMonday, State::Active));
  CHECK(finished_at(segments) == std::nullopt);
  add_segment(segments, segment(kMonday + hours(1), State::Resolved));
  add_segment(segments, segment(kMonday + hours(2), State::Closed));
  CHECK(finished_at(segments) == kMonday + hours(1));
  add_segment(segments, segment(kMonday + hours(3), State::New));
  CHECK(finished_at(segments) == std::nullopt);
  add_segment(segments, segment(kMonday + hours(4), State::Closed));
  CHECK(finished_at(segments) == kMonday + hours(4));
}

TEST_CASE("what waiting does: whose ball it is, and which clocks run") {
  struct Row {
    Segment during;
    Ball ball;
    bool respond, resolve;
  };
  const auto waiting = [](WaitingOn on) { return segment(kMonday, State::Waiting, on); };
  for (const Row& row : {Row{segment(kMonday, State::New), Ball::Holder, true, true},
                         Row{segment(kMonday, State::Active), Ball::Holder, true, true},
                         Row{waiting(WaitingOn::Requester), Ball::Requester, true, false},
                         Row{waiting(WaitingOn::Vendor), Ball::Vendor, true, false},
                         Row{waiting(WaitingOn::Evidence), Ball::Evidence, true, false},
                         Row{waiting(WaitingOn::Problem), Ball::Holder, true, true},
                         Row{segment(kMonday, State::Resolved), Ball::Nobody, false, false},
                         Row{segment(kMonday, State::Closed), Ball::Nobody, false, false}}) {
    CAPTURE(to_text(row.during.state));
    CHECK(ball(row.during) == row.ball);
    CHECK(runs(TargetKind::Respond, row.during) == row.respond);
    CHECK(runs(TargetKind::Resolve, row.during) == row.resolve);
  }
}

TEST_CASE("a ticket keeps who held it, in which state, waiting on whom, at which priority") {
  Scene scene("workstation", "normal");
  const auto later = [&](std::int64_t by) { scene.now = scene.now + minutes(by); };
  later(10);
  REQUIRE(scene.does(person("sam"), AddComment{Visibility::Both, {}, "nothing about time"}) == std::nullopt);
  REQUIRE(scene.does(person("sam"), Take{}) == std::nullopt);
  later(10);
  REQUIRE(scene.does(person("sam"), Wait{WaitingOn::Vendor}) == std::nullopt);
  later(10);
  REQUIRE(scene.does(person("sam"), Resume{}) == std::nullopt);
  REQUIRE(scene.does(person("sam"), OfferHandoff{TeamName("soc"), {}, "please"}) == std::nullopt);
  later(10);
  REQUIRE(scene.does(person("mei"), AcceptHandoff{1}) == std::nullopt);
  later(10);
  REQUIRE(scene.does(person("mei"), ChangePriority{PriorityName("high")}) == std::nullopt);
  later(10);
  REQUIRE(scene.does(person("mei"), Resolve{"done"}) == std::nullopt);
  later(10);
  REQUIRE(scene.does(person("mei"), Close{}) == std::nullopt);
  later(10);
  REQUIRE(scene.does(requester("ann@harbor.example"), Reopen{"again"}) == std::nullopt);
  CHECK(told(scene.ticket) ==
        "0 helpdesk new normal\n"
        "10 helpdesk active normal\n"
        "20 helpdesk waiting on vendor normal\n"
        "30 helpdesk active normal\n"
        "40 soc active normal\n"
        "50 soc active high\n"
        "60 soc resolved high\n"
        "70 soc closed high\n"
        "80 helpdesk new high\n");
  CHECK(*replay(kTicketId, scene.events) == scene.ticket);
}

TEST_CASE("pausing and going on at one instant leaves no trace") {
  Scene scene("workstation", "normal");
  REQUIRE(scene.does(person("sam"), Take{}) == std::nullopt);
  scene.now = scene.now + hours(1);
  const auto before = scene.ticket.segments;
  REQUIRE(scene.does(person("sam"), Wait{WaitingOn::Vendor}) == std::nullopt);
  REQUIRE(scene.does(person("sam"), Resume{}) == std::nullopt);
  CHECK(scene.ticket.segments == before);
}

TEST_CASE("the first answer is what the requester can read, or work that begins, and stays") {
  const auto ann = requester("ann@harbor.example");
  const auto answer = [](Visibility visibility) { return AddComment{visibility, {}, "we are on it"}; };
  SUBCASE("what the teams write to each other is no answer, neither is what the requester adds, nor waiting") {
    Scene scene("workstation", "normal");
    REQUIRE(scene.does(person("sam"), answer(Visibility::Both)) == std::nullopt);
    REQUIRE(scene.does(person("sam"), answer(Visibility::Team)) == std::nullopt);
    REQUIRE(scene.does(ann, answer(Visibility::Requester)) == std::nullopt);
    REQUIRE(scene.does(person("sam"), Wait{WaitingOn::Vendor}) == std::nullopt);
    CHECK(scene.ticket.responded_at == std::nullopt);
  }
  SUBCASE("somebody of the team that does not have it answers") {
    Scene scene("workstation", "normal");
    scene.now = scene.now + minutes(7);
    REQUIRE(scene.does(person("dana"), answer(Visibility::Requester)) == std::nullopt);
    CHECK(scene.ticket.responded_at == kMonday + minutes(7));
    scene.now = scene.now + minutes(7);
    REQUIRE(scene.does(person("sam"), Take{}) == std::nullopt);
    REQUIRE(scene.does(person("sam"), Resolve{"done"}) == std::nullopt);
    REQUIRE(scene.does(ann, Reopen{"again"}) == std::nullopt);
    CHECK(scene.ticket.responded_at == kMonday + minutes(7));
  }
  SUBCASE("work begins") {
    Scene scene("workstation", "normal");
    REQUIRE(scene.does(person("sam"), Wait{WaitingOn::Vendor}) == std::nullopt);
    scene.now = scene.now + minutes(3);
    REQUIRE(scene.does(person("sam"), Resume{}) == std::nullopt);
    CHECK(scene.ticket.responded_at == kMonday + minutes(3));
  }
  SUBCASE("it is resolved straight away") {
    Scene scene("workstation", "normal");
    scene.now = scene.now + minutes(4);
    REQUIRE(scene.does(person("sam"), Resolve{"done"}) == std::nullopt);
    CHECK(scene.ticket.responded_at == kMonday + minutes(4));
  }
  SUBCASE("somebody of a team who asked for themselves is the requester") {
    Scene scene("workstation", "normal");
    Actor dana = person("dana");
    dana.email = "Ann@Harbor.example";
    REQUIRE(scene.does(dana, answer(Visibility::Requester)) == std::nullopt);
    CHECK(scene.ticket.responded_at == std::nullopt);
    dana.email = "dana@harbor.example";
    REQUIRE(scene.does(dana, answer(Visibility::Requester)) == std::nullopt);
    CHECK(scene.ticket.responded_at == kMonday);
  }
  SUBCASE("the desk itself answers nobody") {
    Scene scene("workstation", "normal");
    REQUIRE(scene.does(system_actor(), answer(Visibility::Requester)) == std::nullopt);
    REQUIRE(scene.does(system_actor(), Close{}) == std::nullopt);
    CHECK(scene.ticket.responded_at == std::nullopt);
  }
}
