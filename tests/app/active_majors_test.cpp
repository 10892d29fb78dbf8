// What everybody is told of the major incidents of the moment.
#include "app/test_world.h"

using namespace tandem;
using namespace tandem::app;

namespace {

struct Emergency : TestWorld {
  Emergency() : major(open(requester("nora"))), part(open(requester("erin"))), other(open(requester("paul"))) {
    REQUIRE(command(member("dana"), major, desk::DeclareMajor{.scenario = {}, .reason = "all are out"}));
    REQUIRE(command(member("sam"), part, desk::LinkTicket{.kind = desk::LinkKind::PartOf, .other = major.ticket.id}));
  }
  std::vector<ActiveMajor> told(const Caller& who) {
    const auto majors = tickets.active_majors(who, name);
    REQUIRE(majors);
    return *majors;
  }
  void update(desk::UpdateAudience to, const std::string& text) {
    REQUIRE(command(member("sam"), major, desk::SendMajorUpdate{.to = to, .text = text}));
  }

  TicketView major;
  TicketView part;
  TicketView other;
};

}  // namespace

TEST_CASE("the teams and the auditor are told who leads, since when, and when the next update is due") {
  Emergency world;
  for (const Caller& who : {world.member("luis"), world.member("sam"), world.auditor()}) {
    const auto majors = world.told(who);
    REQUIRE(majors.size() == 1);
    CHECK(majors.front().ticket == world.major.ticket.id);
    CHECK(majors.front().since == world.clock.now());
    REQUIRE(majors.front().lead);
    CHECK(majors.front().lead->person == desk::PersonName("sam"));
    CHECK(majors.front().updates[0].due == world.clock.now() + desk::kUpdateEvery);
    CHECK_FALSE(majors.front().told);
  }
  CHECK(world.tickets.active_majors(world.stranger(), world.name).error().kind == FailureKind::NotFound);
}

TEST_CASE("an end user is told what requesters are told, on their own ticket, and nothing else") {
  Emergency world;
  world.update(desk::UpdateAudience::Leadership, "between us");
  for (const char* who : {"nora", "erin", "paul"}) CHECK(world.told(world.requester(who)).empty());
  world.update(desk::UpdateAudience::Requesters, "we look for the cause");
  world.update(desk::UpdateAudience::Requesters, "the directory is down");
  world.update(desk::UpdateAudience::Leadership, "between us");
  const auto erin = world.told(world.requester("erin"));
  REQUIRE(erin.size() == 1);
  CHECK(erin.front().ticket == world.part.ticket.id);
  CHECK(erin.front().number == world.part.ticket.facts.number);
  CHECK(erin.front().told->text == "the directory is down");
  CHECK_FALSE(erin.front().since);
  CHECK_FALSE(erin.front().lead);
  CHECK_FALSE(erin.front().updates[0].due);
  CHECK(world.told(world.requester("nora")).front().ticket == world.major.ticket.id);
  CHECK(world.told(world.requester("paul")).empty());
}

TEST_CASE("when it is stood down nobody is told of it any more") {
  Emergency world;
  world.update(desk::UpdateAudience::Requesters, "the directory is down");
  REQUIRE(world.command(world.member("sam"), world.major, desk::StandDown{"over"}));
  CHECK(world.told(world.member("sam")).empty());
  CHECK(world.told(world.requester("erin")).empty());
}

TEST_CASE("a row says of which major incident it is a part, to the teams alone") {
  Emergency world;
  const auto rows = [&](const Caller& who, QueueQuery query = {}) {
    const auto page = world.tickets.queue(who, world.name, QueueView::All, std::move(query));
    REQUIRE(page);
    return *page;
  };
  const auto page = rows(world.member("luis"));
  REQUIRE(page.majors.size() == 1);
  CHECK(page.majors.front().id == world.major.ticket.id);
  QueueQuery only;
  only.major = MajorWork::WithParts;
  CHECK(rows(world.member("luis"), only).rows.size() == 2);
  const auto own = rows(world.requester("erin"), only);
  REQUIRE(own.rows.size() == 1);
  CHECK_FALSE(own.rows.front().part_of);
  CHECK(own.majors.empty());
  // What an end user may not know they cannot ask for either.
  CHECK(rows(world.requester("paul"), only).rows.size() == 1);
}

TEST_CASE("many tickets of one end user that are parts of one incident hide no other incident from them") {
  Emergency world;
  const auto second = world.open(world.requester("erin"));
  REQUIRE(world.command(world.member("dana"), second, desk::DeclareMajor{.scenario = {}, .reason = "and the mail"}));
  REQUIRE(world.command(world.member("sam"), second,
                        desk::SendMajorUpdate{.to = desk::UpdateAudience::Requesters, .text = "the mail is down"}));
  for (std::size_t i = 0; i < kMaxActiveMajors; ++i) {
    const auto one = world.open(world.requester("erin"));
    REQUIRE(world.command(world.member("sam"), one,
                          desk::LinkTicket{.kind = desk::LinkKind::PartOf, .other = world.major.ticket.id}));
  }
  world.update(desk::UpdateAudience::Requesters, "the directory is down");
  std::vector<std::string> texts;
  for (const ActiveMajor& one : world.told(world.requester("erin"))) texts.push_back(one.told->text);
  std::ranges::sort(texts);
  CHECK(texts == std::vector<std::string>{"the directory is down", "the mail is down"});
}
