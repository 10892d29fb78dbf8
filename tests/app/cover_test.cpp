// Cover is arranged before somebody goes: the task that the desk opens for leave, and how it settles.
#include "app/cover_keeper.h"
#include "app/leave_world.h"
#include "app/timekeeper.h"

using namespace tandem;
using namespace tandem::app;

namespace {

// The desk is sam, who leads it, and otto; somebody of it is there at every hour.
struct CoverWorld : LeaveWorld {
  CoverWorld() : timekeeper(store, engagements, tickets, clock), keeper(store, tickets) {
    timekeeper.after_changes([this](const Engagement& one, base::Instant now) { return keeper.keep(one, now); });
    pass();
  }
  void pass() {
    const auto next = timekeeper.run_due();
    REQUIRE_MESSAGE(next.has_value(), (next ? std::string() : next.error().message));
  }
  void pass_to(std::string_view when) {
    clock.set(at(when));
    pass();
  }
  std::vector<QueueRow> queue() {
    QueueQuery query;
    query.order = QueueOrder::Newest;
    const auto page = tickets.queue(member("dana"), name, QueueView::All, query);
    REQUIRE(page);
    return page->rows;
  }
  desk::Ticket task(std::uint64_t number) {
    const auto view = tickets.get(member("dana"), name, std::to_string(number));
    REQUIRE(view);
    return view->ticket;
  }
  std::optional<CoverInSight> cover_of(LeaveId id) {
    const auto entries =
        leave.list(member("dana"), name, {.between = {}, .person = {}, .history = LeaveHistory::Whole});
    REQUIRE(entries);
    const auto found =
        std::ranges::find_if(*entries, [&](const LeaveEntry& entry) { return entry.record && entry.record->id == id; });
    REQUIRE(found != entries->end());
    return found->cover;
  }
  std::size_t count_of(std::uint64_t number, std::string_view event) {
    const auto lines = tickets.history(member("dana"), name, std::to_string(number));
    REQUIRE(lines);
    return static_cast<std::size_t>(std::ranges::count_if(
        *lines, [&](const HistoryLine& line) { return desk::name_of(line.event.data) == event; }));
  }
  LeaveId goes(std::string_view who, std::string from, std::string to) {
    const auto recorded = leave.record(CommandLine{}, name, of(who, std::move(from), std::move(to)), {});
    REQUIRE(recorded);
    pass();
    return recorded->entry.record->id;
  }

  Timekeeper timekeeper;
  CoverKeeper keeper;
};

}  // namespace

TEST_CASE("leave that uncovers something is a task for whoever is next, once, and both know each other") {
  CoverWorld world;
  const LeaveId ottos = world.goes("otto", "2026-10-20", "2026-10-21");
  CHECK(world.queue().empty());  // sam is there
  const LeaveId sams = world.goes("sam", "2026-10-20", "2026-10-20");
  const auto rows = world.queue();
  REQUIRE(rows.size() == 1);
  CHECK(rows.front().subject == "Arrange cover for Sam Okafor on 2026-10-20");
  // Sam leads the team and is the one who goes; otto is the deputy.
  CHECK(rows.front().owner.person == desk::PersonName("otto"));
  const desk::Ticket task = world.task(1);
  CHECK(task.ownership.accountable == desk::PersonName("otto"));
  REQUIRE(task.cover);
  CHECK(task.cover->wanted.leave.leave == sams);
  CHECK(task.cover->wanted.leave.begins == at("2026-10-20T04:00:00Z"));
  std::vector<std::string> uncovered;
  for (const desk::Uncovered& one : task.cover->wanted.uncovered)
    uncovered.push_back(fmt::format("{} {}", one.kind, one.subject));
  // The desk covers for the client's own team when that is closed.
  CHECK(uncovered ==
        std::vector<std::string>{"nobody-there harbor-it", "nobody-there desk", "nobody-answers help-desk.routine"});
  // The end of the day before it begins, by the hours of the desk, which never closes.
  REQUIRE(task.due);
  CHECK(task.due->at == at("2026-10-20T04:00:00Z"));
  CHECK_FALSE(world.cover_of(ottos));
  const auto cover = world.cover_of(sams);
  REQUIRE(cover);
  CHECK(cover->standing == CoverStanding::Wanted);
  CHECK(cover->number == "HCU-1");
  CHECK(cover->with == desk::PersonName("otto"));
}

TEST_CASE("whatever is looked at again, and by whom, there is one task for a leave") {
  CoverWorld world;
  world.goes("otto", "2026-10-20", "2026-10-21");
  world.goes("sam", "2026-10-20", "2026-10-20");
  world.pass();
  CoverKeeper another(world.store, world.tickets);
  Timekeeper timekeeper(world.store, world.engagements, world.tickets, world.clock);
  timekeeper.after_changes([&](const Engagement& one, base::Instant now) { return another.keep(one, now); });
  REQUIRE(timekeeper.run_due());
  world.goes("dana", "2026-11-02", "2026-11-03");  // luis is there
  CHECK(world.queue().size() == 1);
  CHECK(world.count_of(1, "cover-wanted") == 1);
}

TEST_CASE("who has the task is reminded once, a week before") {
  CoverWorld world;
  world.goes("otto", "2026-10-20", "2026-10-21");
  world.goes("sam", "2026-10-20", "2026-10-20");
  world.pass_to("2026-10-13T03:59:00Z");
  CHECK(world.count_of(1, "cover-reminded") == 0);
  world.pass_to("2026-10-13T04:00:00Z");
  CHECK(world.count_of(1, "cover-reminded") == 1);
  world.pass_to("2026-10-16T04:00:00Z");
  CHECK(world.count_of(1, "cover-reminded") == 1);
}

TEST_CASE("what was arranged is told with the leave") {
  CoverWorld world;
  world.goes("otto", "2026-10-20", "2026-10-21");
  const LeaveId sams = world.goes("sam", "2026-10-20", "2026-10-20");
  const auto arranged = world.tickets.command(
      world.member("otto"), world.name, "1",
      desk::ArrangeCover{.text = "the client's own team takes calls", .by = desk::PersonName("luis")}, {});
  REQUIRE(arranged);
  world.pass();
  const auto cover = world.cover_of(sams);
  REQUIRE(cover);
  CHECK(cover->standing == CoverStanding::Arranged);
  CHECK(cover->arranged == "the client's own team takes calls");
  CHECK(cover->by == desk::PersonName("luis"));
  CHECK(world.task(1).state == desk::State::Resolved);
}

TEST_CASE("it settles by itself when the leave is removed, changed or over, and when somebody else stays") {
  CoverWorld world;
  const LeaveId ottos = world.goes("otto", "2026-10-20", "2026-10-21");
  const LeaveId sams = world.goes("sam", "2026-10-20", "2026-10-20");
  SUBCASE("removed") {
    REQUIRE(world.leave.remove(world.member("sam"), world.name, sams));
    world.pass();
    CHECK(world.task(1).not_needed == "the leave of Sam Okafor was removed");
  }
  SUBCASE("changed to days on which nobody is missed") {
    REQUIRE(world.leave.change(world.member("sam"), world.name, sams, of("sam", "2026-10-27", "2026-10-27")));
    world.pass();
    CHECK(world.task(1).not_needed == "the leave of Sam Okafor was removed");
    CHECK(world.queue().size() == 1);
  }
  SUBCASE("over") {
    world.pass_to("2026-10-21T04:00:00Z");
    CHECK(world.task(1).not_needed == "the leave of Sam Okafor is over");
  }
  SUBCASE("the other stays") {
    REQUIRE(world.leave.remove(world.member("sam"), world.name, ottos));
    world.pass();
    CHECK(world.task(1).not_needed == "the leave of Sam Okafor uncovers nothing any more");
    // And goes after all: now it is their leave that is missed.
    world.goes("otto", "2026-10-20", "2026-10-21");
    REQUIRE(world.queue().size() == 2);
    CHECK(world.queue().front().subject == "Arrange cover for Otto Lind from 2026-10-20 to 2026-10-21");
    CHECK(world.queue().front().owner.person == desk::PersonName("sam"));
  }
  CHECK(world.task(1).state == desk::State::Closed);
  const auto cover = world.cover_of(sams);
  REQUIRE(cover);
  CHECK(cover->standing == CoverStanding::Settled);
}

TEST_CASE("where its task cannot be closed yet, leave that uncovers nothing any more asks for nothing") {
  CoverWorld world;
  const LeaveId ottos = world.goes("otto", "2026-10-20", "2026-10-21");
  const LeaveId sams = world.goes("sam", "2026-10-20", "2026-10-20");
  REQUIRE(world.tickets.command(world.member("otto"), world.name, "1",
                                desk::DeclareMajor{.scenario = {}, .reason = "nobody at all"}, {}));
  REQUIRE(world.leave.remove(world.member("sam"), world.name, ottos));
  world.pass();
  CHECK(world.task(1).cover->wanted.uncovered.empty());
  CHECK(desk::is_open(world.task(1).state));
  REQUIRE(world.cover_of(sams));
  CHECK(world.cover_of(sams)->standing == CoverStanding::Settled);
  REQUIRE(world.tickets.command(world.member("otto"), world.name, "1", desk::StandDown{"they stay"}, {}));
  REQUIRE(world.tickets.command(world.member("otto"), world.name, "1", desk::ReviewMajor{"ask earlier"}, {}));
  world.pass();
  CHECK(world.task(1).state == desk::State::Closed);
  CHECK(world.task(1).not_needed == "the leave of Sam Okafor uncovers nothing any more");
}

TEST_CASE("leave that is told afterwards asks nobody") {
  CoverWorld world;
  world.goes("otto", "2026-09-28", "2026-09-29");
  world.goes("sam", "2026-09-28", "2026-09-29");
  CHECK(world.queue().empty());
}
