// Use cases on tickets that belong together: two tickets in one transaction, and time.
#include "app/test_world.h"
#include "app/timekeeper.h"

using namespace tandem;
using namespace tandem::app;

namespace {

desk::Ticket stored(TestWorld& world, const TicketView& view) {
  return *world.store.ticket(world.name, view.ticket.id).value();
}

TEST_CASE("a merging is written on both tickets in one go, and the live feed tells of both") {
  TestWorld world;
  const auto duplicate = world.open(world.requester("nora"));
  const auto survivor = world.open(world.requester("erin"));
  std::vector<std::vector<desk::TicketId>> told;
  world.store.observe([&](std::span<const Change> changes) {
    auto& tickets = told.emplace_back();
    for (const Change& change : changes) tickets.push_back(change.ticket);
  });
  const auto merged =
      world.command(world.member("sam"), duplicate, desk::MergeTicket{.into = survivor.ticket.id, .reason = {}});
  REQUIRE(merged);
  REQUIRE(told.size() == 1);
  CHECK(std::set(told.front().begin(), told.front().end()) == std::set{duplicate.ticket.id, survivor.ticket.id});
  CHECK(merged->links.size() == 1);
  CHECK(stored(world, survivor).followers.front().name == "nora");
}

TEST_CASE("each ticket of a step tells its own people: who asked for a duplicate hears of the survivor") {
  TestWorld world;
  const auto duplicate = world.open(world.requester("nora"));
  const auto survivor = world.open(world.requester("erin"));
  REQUIRE(world.command(world.member("sam"), duplicate, desk::MergeTicket{.into = survivor.ticket.id, .reason = {}}));
  REQUIRE(world.command(world.member("sam"), survivor, desk::Resolve{"the directory is back"}));
  const auto heard = [&](const std::string& who) {
    const auto records =
        world.store.notices({.engagement = world.name, .readers = {{.person = {}, .email = who + "@example.example"}}});
    REQUIRE(records);
    std::vector<std::pair<desk::TicketId, desk::NoticeKind>> all;
    for (const NoticeRecord& one : *records) all.emplace_back(one.ticket, one.notice.kind);
    return all;
  };
  using Heard = std::vector<std::pair<desk::TicketId, desk::NoticeKind>>;
  CHECK(heard("nora") ==
        Heard{{duplicate.ticket.id, desk::NoticeKind::Linked}, {duplicate.ticket.id, desk::NoticeKind::Linked}});
  CHECK(heard("erin") == Heard{{survivor.ticket.id, desk::NoticeKind::Resolved}});
}

TEST_CASE("of several commands one is refused: neither ticket has changed") {
  TestWorld world;
  const auto a = world.open(world.requester("nora"));
  const auto b = world.open(world.requester("nora"));
  const std::array<desk::Command, 2> commands{desk::LinkTicket{.kind = desk::LinkKind::RelatesTo, .other = b.ticket.id},
                                              desk::RecordRootCause{"none"}};
  const auto refused = world.tickets.commands(world.member("sam"), world.name, a.ticket.id.text(), commands, {});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().refusal == desk::RefusalKind::WrongKind);
  CHECK(stored(world, a).links.empty());
  CHECK(stored(world, b).links.empty());
}

TEST_CASE(
    "what resolves a ticket and puts a step under it in the same transaction is refused whole, either way round") {
  TestWorld world;
  const auto whole = world.open(world.requester("nora"));
  desk::OpenTicket task;
  task.kind = desk::TicketKind::Task;
  task.subject = "Move the mailbox";
  task.category = desk::CategoryName("password");
  const auto step = world.tickets.open(world.member("sam"), world.name, task, {});
  REQUIRE(step);
  const desk::Command resolve = desk::Resolve{"done"};
  const desk::Command link = desk::LinkTicket{.kind = desk::LinkKind::HasPart, .other = step->ticket.id};
  for (const auto& [commands, refusal] : {std::pair{std::array{resolve, link}, desk::RefusalKind::CannotLink},
                                          std::pair{std::array{link, resolve}, desk::RefusalKind::StepsOpen}}) {
    const auto refused = world.tickets.commands(world.member("sam"), world.name, whole.ticket.id.text(), commands, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().refusal == refusal);
    CHECK(stored(world, whole).state == desk::State::New);
    CHECK(stored(world, *step).links.empty());
  }
}

TEST_CASE("the owed updates of a major incident are watched by the timekeeper, until it is stood down") {
  TestWorld world;
  Timekeeper timekeeper(world.store, world.engagements, world.tickets, world.clock);
  const auto view = world.open(world.requester("nora"));
  REQUIRE(world.command(world.member("dana"), view, desk::DeclareMajor{.scenario = {}, .reason = "all are out"}));
  auto next = timekeeper.run_due();
  REQUIRE((next && *next));
  CHECK(**next == world.clock.now() + desk::kUpdateEvery);
  world.clock.advance(desk::kUpdateEvery);
  next = timekeeper.run_due();
  REQUIRE((next && *next));
  CHECK(**next == world.clock.now() + desk::kUpdateGrace);
  CHECK(stored(world, view).major->updates[0].step == 1);
  REQUIRE(world.command(world.member("sam"), view, desk::StandDown{"over"}));
  world.clock.advance(base::hours(1));
  REQUIRE(timekeeper.run_due());
  CHECK_FALSE(stored(world, view).major->updates[0].due);
}

TEST_CASE("the timeline of a major incident names who has a part as people know them, and leaves people's words") {
  TestWorld world;
  auto view = world.open(world.requester("nora"));
  const auto give = [&](std::string_view to) {
    return world.command(
        world.member("dana"), view,
        desk::GiveMajorRole{
            .role = desk::MajorRole::Communicate, .person = desk::PersonName(to), .decides = {}, .reason = "moved"});
  };
  constexpr std::string_view kNoted = "`otto` has the part `recover`: so he says";
  REQUIRE(world.command(world.member("dana"), view, desk::DeclareMajor{.scenario = {}, .reason = "all are out"}));
  REQUIRE(give("dana"));
  world.clock.advance(base::minutes(1));
  REQUIRE(world.command(world.member("dana"), view, desk::NoteInTimeline{std::string(kNoted)}));
  world.clock.advance(base::minutes(1));
  REQUIRE(give("luis"));
  const auto seen = world.tickets.get(world.member("sam"), world.name, view.ticket.id.text());
  REQUIRE(seen);
  std::vector<std::string> texts;
  for (const auto& entry : seen->ticket.major->timeline) texts.push_back(entry.text);
  CHECK(texts == std::vector<std::string>{"all are out", "Dana Whitfield tells how it stands: moved",
                                          std::string(kNoted),
                                          "Luis Ortega tells how it stands, in the place of Dana Whitfield: moved"});
}

TEST_CASE("a ticket of another engagement is not there to be linked with") {
  TestWorld world;
  const auto view = world.open(world.requester("nora"));
  const auto none = world.tickets.find_ticket(world.stranger(), world.name, view.ticket.id.text());
  REQUIRE_FALSE(none);
  CHECK(none.error().kind == FailureKind::NotFound);
  const desk::TicketId elsewhere(base::IdBits{.high = 3, .low = 3});
  const auto refused = world.command(world.member("sam"), view, desk::LinkTicket{.kind = {}, .other = elsewhere});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().refusal == desk::RefusalKind::NoSuchTicket);
}

}  // namespace
