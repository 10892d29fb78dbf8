#include "app/calendar_keys.h"
#include "app/calendar_view.h"
#include "app/feed.h"
#include "app/leave_world.h"
#include "app/team_hours.h"
#include "app/timekeeper.h"

using namespace tandem;
using namespace tandem::app;

TEST_CASE("a team is staffed when its policy says so, at every instant") {
  LeaveWorld world;
  world.record(world.member("sam"), of("sam", "2026-10-05 12:00", "2026-10-05 15:00"));
  world.record(world.member("sam"), of("otto", "2026-10-05 14:00", "2026-10-06"));
  world.record(world.member("dana"), of("dana", "2026-10-06", "2026-10-06"));
  world.record(world.member("dana"), of("luis", "2026-10-06 09:00", "2026-10-06 10:30"));
  const policy::Policy& policy = world.policy();
  const base::Interval part{at("2026-10-04T00:00:00Z"), at("2026-10-09T00:00:00Z")};
  for (std::uint32_t i = 0; i < policy.spec().teams.size(); ++i) {
    const auto staffed = staffed_hours(policy, policy::TeamIndex{i}, part);
    std::size_t switches = 0;
    for (base::Instant t = part.from; t < part.to; t = t + base::minutes(15)) {
      const bool within = staffed.contains(t);
      REQUIRE(within == policy.is_open(policy::TeamIndex{i}, t));
      switches += within ? 1 : 0;
    }
    CHECK(switches > 0);
  }
}

TEST_CASE("what another process recorded is taken up by the timekeeper, and told once") {
  LeaveWorld world;
  Engagements server(world.store, world.clock);
  REQUIRE(server.load());
  std::vector<std::string> told;
  server.observe_leave([&](const desk::EngagementName& engagement) { told.push_back(engagement.text()); });
  Timekeeper timekeeper(world.store, server, world.tickets, world.clock);
  timekeeper.every(base::minutes(1), "leave", [&] { return server.take_up_leave(); });
  const auto is_present = [&] {
    const auto now = server.find(world.name);
    return now->policy->is_present(*now->policy->find_person("dana"), at("2026-10-06T14:00:00Z"));
  };
  REQUIRE(timekeeper.run_due());
  world.record(world.member("dana"), of("dana", "2026-10-06", "2026-10-06"));
  const auto next = timekeeper.run_due();
  REQUIRE(next);
  CHECK(*next == world.clock.now() + base::minutes(1));
  CHECK(is_present());
  world.clock.advance(base::minutes(1));
  REQUIRE(timekeeper.run_due());
  CHECK_FALSE(is_present());
  CHECK(told == std::vector<std::string>{"harbor-cu"});
  world.clock.advance(base::minutes(1));
  REQUIRE(timekeeper.run_due());
  CHECK(told.size() == 1);
}

TEST_CASE("a chore that fails is tried again when it is due, and holds up nothing") {
  TestWorld world;
  Timekeeper timekeeper(world.store, world.engagements, world.tickets, world.clock);
  int tries = 0;
  timekeeper.every(base::hours(1), "broken", [&]() -> base::Result<void> {
    ++tries;
    return base::fail(base::ErrorCode::Io, "no");
  });
  for (const int expected : {1, 1, 2}) {
    const auto next = timekeeper.run_due();
    REQUIRE(next);
    CHECK(tries == expected);
    world.clock.advance(base::minutes(30));
  }
}

TEST_CASE("whoever listens is woken when the calendar of their engagement changes") {
  LeaveWorld world;
  Feed feed(world.store, world.engagements);
  world.engagements.observe_leave([&](const desk::EngagementName& engagement) { feed.calendar_changed(engagement); });
  int woken = 0;
  int others = 0;
  const auto mine = feed.subscribe(world.name, [&] { ++woken; });
  const auto other = feed.subscribe(desk::EngagementName("another-one"), [&] { ++others; });
  CHECK(feed.calendar_generation(world.name) == 0);
  const auto recorded = world.record(world.member("dana"), of("dana", "2026-10-06", "2026-10-06"));
  CHECK(woken == 1);
  REQUIRE(world.leave.remove(world.member("dana"), world.name, recorded.entry.record->id));
  CHECK(woken == 2);
  CHECK(others == 0);
  CHECK(feed.calendar_generation(world.name) == 2);
}

TEST_CASE("the calendar shows when teams are open and short of people, and who is away") {
  LeaveWorld world;
  world.record(world.member("dana"), of("dana", "2026-10-05 12:00", "2026-10-06"));
  world.record(world.member("dana"), of("luis", "2026-10-06", "2026-10-06", "moving house"));
  using namespace std::chrono;
  const auto read = [&](const Caller& who, year_month_day from, year_month_day to) {
    return read_calendar(who, world.engagements, world.name, from, to, world.clock.now());
  };
  const auto view = read(world.member("luis"), 2026y / October / 5, 2026y / October / 6);
  REQUIRE(view);
  CHECK(view->part == base::Interval{at("2026-10-05T04:00:00Z"), at("2026-10-07T04:00:00Z")});
  REQUIRE(view->teams.size() == 2);
  const TeamCalendar& harbor = view->teams[0];
  const base::Interval monday{at("2026-10-05T12:00:00Z"), at("2026-10-05T21:00:00Z")};
  const base::Interval tuesday{at("2026-10-06T12:00:00Z"), at("2026-10-06T21:00:00Z")};
  CHECK(harbor.open == calendar::IntervalSet({monday, tuesday}));
  CHECK(harbor.short_of_people == calendar::IntervalSet(tuesday));
  CHECK(harbor.shifts.empty());
  CHECK(harbor.is_open_now);
  CHECK(harbor.present_now == std::vector{desk::PersonName("dana"), desk::PersonName("luis")});
  REQUIRE(view->people.size() == 4);
  CHECK(view->people[1].person == desk::PersonName("luis"));
  CHECK(view->people[1].may_record);
  CHECK_FALSE(view->people[0].may_record);
  REQUIRE(view->people[1].leave.size() == 1);
  CHECK(view->people[1].leave[0].record->note == "moving house");
  CHECK(view->people[1].leave[0].may_remove);
  CHECK_FALSE(view->people[0].leave.at(0).may_remove);

  CHECK(read(world.auditor(), 2026y / October / 5, 2026y / October / 6));
  CHECK(read(world.requester("nora"), 2026y / October / 5, 2026y / October / 6).error().kind == FailureKind::Forbidden);
  CHECK(read(world.stranger(), 2026y / October / 5, 2026y / October / 6).error().kind == FailureKind::NotFound);
  CHECK(read(world.auditor(), 2026y / October / 6, 2026y / October / 5).error().kind == FailureKind::Invalid);
  CHECK(read(world.auditor(), 2026y / October / 1, 2027y / January / 8));
  CHECK(read(world.auditor(), 2026y / October / 1, 2027y / January / 9).error().kind == FailureKind::Invalid);
}

TEST_CASE("a calendar key reads one engagement as one account until it is revoked") {
  LeaveWorld world;
  auto account = world.accounts.create("dana@harbor.example", "Dana", base::Secret("a long password"));
  REQUIRE(account);
  REQUIRE(world.accounts.join("dana@harbor.example", world.name, Role::Member, desk::PersonName("dana")));
  const Caller dana = *world.accounts.caller_of_account(account->id);
  CalendarKeys keys(world.store, world.accounts, world.clock, world.ids);
  const auto made = keys.create(dana, world.name, "phone");
  REQUIRE(made);
  const auto opened = keys.open(world.name, made->key.reveal());
  REQUIRE(opened);
  CHECK(opened->caller.account == account->id);
  CHECK(keys.open(desk::EngagementName("another-one"), made->key.reveal()).error().kind ==
        FailureKind::Unauthenticated);
  CHECK(keys.open(world.name, "guess").error().kind == FailureKind::Unauthenticated);
  CHECK(keys.list(dana, world.name)->size() == 1);
  CHECK(keys.create(dana, world.name, "").error().kind == FailureKind::Invalid);
  CHECK(keys.create(dana, world.name, std::string(101, 'x')).error().kind == FailureKind::Invalid);
  CHECK(keys.create(world.requester("nora"), world.name, "phone").error().kind == FailureKind::Forbidden);
  CHECK(keys.create(world.stranger(), world.name, "phone").error().kind == FailureKind::NotFound);

  CHECK(keys.revoke(world.member("sam"), world.name, made->record.id).error().kind == FailureKind::NotFound);
  REQUIRE(keys.revoke(dana, world.name, made->record.id));
  CHECK(keys.open(world.name, made->key.reveal()).error().kind == FailureKind::Unauthenticated);
  for (std::size_t i = 0; i < kMaxCalendarKeys; ++i) REQUIRE(keys.create(dana, world.name, "phone"));
  CHECK(keys.create(dana, world.name, "phone").error().kind == FailureKind::Invalid);
}
