#include "app/presence.h"

#include "app/test_world.h"

using namespace tandem;
using namespace tandem::app;

namespace {

struct Watched : TestWorld {
  Presence presence{store, engagements, clock};
  TicketView ticket = open(requester("nora"));

  std::vector<PresentPerson> says(const std::string& who, Doing doing, const std::string& window = "w") {
    return presence.say(member(who), name, ticket.ticket.id.text(), {.doing = doing, .window = window}).value();
  }
  std::vector<std::string> seen_by(const std::string& who) {
    std::vector<std::string> seen;
    const auto people = presence.others(member(who), name, "HCU-1").value();
    for (const PresentPerson& each : people)
      seen.push_back(fmt::format("{} {}{}", each.person.text(), to_text(each.doing), each.works ? ", works" : ""));
    return seen;
  }
};

using Seen = std::vector<std::string>;

}  // namespace

TEST_CASE("people see each other and not themselves, and what they do the most in any window") {
  Watched world;
  CHECK(world.says("sam", Doing::Viewing).empty());
  CHECK(world.says("dana", Doing::Viewing).size() == 1);
  world.says("sam", Doing::Typing, "other");
  CHECK(world.seen_by("dana") == Seen{"sam typing"});
  CHECK(world.seen_by("sam") == Seen{"dana viewing"});
  world.says("sam", Doing::Gone, "other");
  CHECK(world.seen_by("dana") == Seen{"sam viewing"});
  world.says("sam", Doing::Gone);
  CHECK(world.seen_by("dana").empty());
  REQUIRE(world.command(world.member("otto"), world.ticket, desk::Take{}));
  world.says("otto", Doing::Viewing);
  CHECK(world.seen_by("dana") == Seen{"otto viewing, works"});
}

TEST_CASE("whoever says nothing has left, and a heartbeat in time keeps them there") {
  Watched world;
  world.says("sam", Doing::Viewing);
  const auto since = world.presence.others(world.member("dana"), world.name, "HCU-1").value().front().since;
  world.clock.advance(kForgetAfter - base::seconds(1));
  world.says("sam", Doing::Viewing);
  world.clock.advance(kForgetAfter - base::seconds(1));
  CHECK(world.presence.others(world.member("dana"), world.name, "HCU-1").value().front().since == since);
  world.clock.advance(base::seconds(1));
  CHECK(world.seen_by("dana").empty());
}

TEST_CASE("a reader of the feed learns of every change once, and of everybody when they connect") {
  Watched world;
  int told = 0;
  world.presence.observe([&](const desk::EngagementName&) { ++told; });
  world.says("sam", Doing::Viewing);
  const Caller dana = world.member("dana");
  const auto first = world.presence.changes(dana, world.name, 0);
  REQUIRE(first.tickets.size() == 1);
  CHECK(first.tickets.front().people.size() == 1);
  world.says("sam", Doing::Viewing);  // a heartbeat
  CHECK(told == 1);
  CHECK(world.presence.changes(dana, world.name, first.generation).tickets.empty());
  world.clock.advance(kForgetAfter);
  const auto gone = world.presence.changes(dana, world.name, first.generation);
  REQUIRE(gone.tickets.size() == 1);
  CHECK(gone.tickets.front().people.empty());
}

TEST_CASE("who has confidential work before them is told to those who read it, and to nobody else") {
  Watched world;
  world.adopt_with("confidential: {inquiry: {read: [dana, otto]}}\n");
  REQUIRE(world.command(world.member("dana"), world.ticket, desk::ChangeCategory{desk::CategoryName("inquiry")}));
  world.says("dana", Doing::Viewing);
  const auto told = [&](const char* who) {
    return world.presence.changes(world.member(who), world.name, 0).tickets.size();
  };
  CHECK(told("otto") == 1);
  CHECK(told("sam") == 0);
  world.says("dana", Doing::Gone);
  CHECK(told("otto") == 1);
  CHECK(told("sam") == 0);
}

TEST_CASE("presence is for the people of the two teams, and writes nothing") {
  Watched world;
  const auto before = world.store.last_position().value();
  for (const Caller& caller : {world.requester("nora"), world.auditor()}) {
    const auto said = world.presence.say(caller, world.name, "HCU-1", {.doing = Doing::Viewing, .window = "w"});
    REQUIRE_FALSE(said);
    CHECK(said.error().kind == FailureKind::Forbidden);
    CHECK(world.presence.changes(caller, world.name, 0).tickets.empty());
  }
  CHECK(world.presence.others(world.stranger(), world.name, "HCU-1").error().kind == FailureKind::NotFound);
  CHECK(world.presence.others(world.member("sam"), world.name, "agreement").error().kind == FailureKind::NotFound);
  world.says("sam", Doing::Typing);
  CHECK(world.store.last_position().value() == before);
}
