#include "app/outlook.h"

#include "app/test_world.h"

using namespace tandem;
using namespace tandem::app;

namespace {

class OutlookWorld : public TestWorld {
 public:
  // A Monday, 10:00; `critical` is resolved within 4 hours, day and night.
  TicketView opens_critical() {
    desk::OpenTicket command;
    command.subject = "Locked out";
    command.category = desk::CategoryName("password");
    command.priority = desk::PriorityName("critical");
    auto opened = tickets.open(requester("nora"), name, std::move(command), {});
    REQUIRE(opened);
    return *opened;
  }
  TeamOutlook of_team(const std::string& team, const Caller& caller) {
    const auto view = outlook.of(caller, name);
    REQUIRE(view);
    const auto found = std::ranges::find(view->teams, desk::TeamName(team), &TeamOutlook::team);
    REQUIRE(found != view->teams.end());
    return *found;
  }
  Outlook outlook{store, engagements, clock};
};

}  // namespace

TEST_CASE("without anything resolved there is no pace to go by, and nothing is foretold") {
  OutlookWorld world;
  world.opens_critical();
  const TeamOutlook desk = world.of_team("desk", world.member("dana"));
  CHECK(desk.open == 1);
  CHECK(desk.resolved == 0);
  CHECK(desk.present == 2);
  CHECK(desk.worked == Outlook::kLookBack);
  CHECK(desk.each == std::nullopt);
  CHECK(desk.misses.empty());
}

TEST_CASE("a team that resolves one ticket in a week misses the targets of those that wait") {
  OutlookWorld world;
  const auto first = world.opens_critical();
  REQUIRE(world.command(world.member("sam"), first, desk::Resolve{"done"}));
  const auto second = world.opens_critical();
  world.clock.advance(base::hours(1));
  const TeamOutlook desk = world.of_team("desk", world.member("sam"));
  CHECK(desk.resolved == 1);
  CHECK(desk.each == Outlook::kLookBack);
  REQUIRE(desk.misses.size() == 1);
  CHECK(desk.misses[0].work.ticket == second.ticket.id);
  CHECK(desk.misses[0].work.due == world.clock.now() + base::hours(3));
  CHECK(desk.misses[0].expected == world.clock.now() + Outlook::kLookBack);
  CHECK(world.of_team("harbor-it", world.member("sam")).misses.empty());

  // Missed is missed, and no forecast any more.
  world.clock.advance(base::hours(4));
  CHECK(world.of_team("desk", world.member("sam")).overdue == 1);
  CHECK(world.of_team("desk", world.member("sam")).misses.empty());
}

TEST_CASE("work that has no targets is not foretold, nor does it set the pace") {
  OutlookWorld world;
  REQUIRE(world.command(world.member("sam"), world.opens_critical(), desk::Resolve{"done"}));
  desk::OpenTicket problem;
  problem.subject = "They are locked out again and again";
  problem.kind = desk::TicketKind::Problem;
  problem.category = desk::CategoryName("password");
  problem.priority = desk::PriorityName("critical");
  const auto solved = world.tickets.open(world.member("sam"), world.name, problem, {});
  REQUIRE(solved);
  REQUIRE(world.command(world.member("sam"), *solved, desk::Resolve{"a clock was wrong"}));
  REQUIRE(world.tickets.open(world.member("sam"), world.name, problem, {}));
  world.clock.advance(base::hours(5));
  const TeamOutlook desk = world.of_team("desk", world.member("sam"));
  CHECK(desk.open == 1);
  CHECK(desk.resolved == 1);
  CHECK(desk.overdue == 0);
  CHECK(desk.misses.empty());
}

TEST_CASE("what was resolved before the seven days counts no more") {
  OutlookWorld world;
  const auto first = world.opens_critical();
  REQUIRE(world.command(world.member("sam"), first, desk::Resolve{"done"}));
  world.clock.advance(Outlook::kLookBack - base::seconds(1));
  CHECK(world.of_team("desk", world.auditor()).resolved == 1);
  world.clock.advance(base::seconds(2));
  CHECK(world.of_team("desk", world.auditor()).resolved == 0);
}

TEST_CASE("confidential work takes its time, and is counted for its readers alone") {
  OutlookWorld world;
  world.adopt_with("confidential: {password: {read: [dana, otto]}}\n");
  const auto done = world.opens_critical();
  REQUIRE(world.command(world.member("otto"), done, desk::Resolve{"done"}));
  world.opens_critical();
  world.clock.advance(base::hours(5));
  const std::string team(done.ticket.ownership.owner.team.text());
  const TeamOutlook to_readers = world.of_team(team, world.member("dana"));
  CHECK(to_readers.open == 1);
  CHECK(to_readers.overdue == 1);
  CHECK(to_readers.resolved == 1);
  for (const Caller& caller : {world.member("sam"), world.auditor()}) {
    const TeamOutlook seen = world.of_team(team, caller);
    CHECK(seen.open == 0);
    CHECK(seen.overdue == 0);
    CHECK(seen.resolved == 0);
    CHECK(seen.each == to_readers.each);
    CHECK(seen.misses.empty());
  }
}

TEST_CASE("end users and strangers do not see how the teams keep up") {
  OutlookWorld world;
  const auto asked = world.outlook.of(world.requester("nora"), world.name);
  REQUIRE_FALSE(asked);
  CHECK(asked.error().kind == FailureKind::Forbidden);
  const auto stranger = world.outlook.of(world.stranger(), world.name);
  REQUIRE_FALSE(stranger);
  CHECK(stranger.error().kind == FailureKind::NotFound);
}
