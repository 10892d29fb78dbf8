#include "app/timekeeper.h"

#include "app/test_world.h"

using namespace tandem;
using namespace tandem::app;

TEST_CASE("a hand-off nobody accepts returns to the giver when its time is over") {
  TestWorld world;
  Timekeeper timekeeper(world.store, world.engagements, world.tickets, world.clock);
  const auto opened_at = world.clock.now();
  const auto view = world.open(world.requester("nora"));
  const auto owner = view.ticket.ownership.owner;
  REQUIRE(world.command(world.member("sam"), view, desk::OfferHandoff{desk::TeamName("harbor-it"), {}, "yours?"}));

  const auto due = timekeeper.run_due();
  REQUIRE(due);
  CHECK(*due == world.clock.now() + base::minutes(30));
  world.clock.advance(base::minutes(30) - base::seconds(1));
  REQUIRE(timekeeper.run_due());
  CHECK(world.store.ticket(world.name, view.ticket.id).value()->handoff);

  world.clock.advance(base::seconds(1));
  REQUIRE(timekeeper.run_due());
  CHECK(**world.store.next_due() == opened_at + base::hours(3));  // 75 % of the time to answer
  const auto ticket = world.store.ticket(world.name, view.ticket.id).value();
  CHECK_FALSE(ticket->handoff);
  CHECK(ticket->ownership.owner == owner);
  const auto late = world.command(world.member("dana"), view, desk::AcceptHandoff{1});
  REQUIRE_FALSE(late);
  CHECK(late.error().refusal == desk::RefusalKind::NoSuchHandoff);
}

TEST_CASE("many hand-offs due at once all expire") {
  TestWorld world;
  Timekeeper timekeeper(world.store, world.engagements, world.tickets, world.clock);
  for (int i = 0; i < 450; ++i) {
    const auto view = world.open(world.requester("nora"));
    REQUIRE(world.command(world.member("sam"), view, desk::OfferHandoff{desk::TeamName("harbor-it"), {}, "yours?"}));
  }
  world.clock.advance(base::hours(1));
  REQUIRE(timekeeper.run_due());
  CHECK(**world.store.next_due() == world.clock.now() + base::hours(2));  // 75 % of the time to answer
}

TEST_CASE("when the client's team goes home, the cover has what nobody has begun, and the team has it back next day") {
  TestWorld world;
  Timekeeper timekeeper(world.store, world.engagements, world.tickets, world.clock);
  const auto owner_of = [&](const TicketView& view) {
    return world.store.ticket(world.name, view.ticket.id).value()->ownership.owner.team;
  };
  const auto view = world.open(world.requester("nora"), "banking");
  REQUIRE(owner_of(view) == desk::TeamName("harbor-it"));
  const auto passes_to = [&](std::string_view when) {
    const base::Instant until = *base::parse_rfc3339(when);
    auto next = timekeeper.run_due();
    while (next && *next && **next <= until) {
      world.clock.set(**next);
      next = timekeeper.run_due();
    }
    REQUIRE(world.clock.now() == until);  // it was woken then, and not before it
  };
  passes_to("2026-10-05T17:00:00-04:00");  // closing
  CHECK(owner_of(view) == desk::TeamName("desk"));
  passes_to("2026-10-06T08:00:00-04:00");
  CHECK(owner_of(view) == desk::TeamName("harbor-it"));
}

TEST_CASE("one engagement that is not loaded holds up neither the others nor the chores") {
  TestWorld world;
  Engagements nothing_loaded(world.store, world.clock);
  Tickets tickets(world.store, nothing_loaded, world.clock, world.ids);
  Timekeeper timekeeper(world.store, world.engagements, tickets, world.clock);
  int done = 0;
  timekeeper.every(base::minutes(1), "chore", [&]() -> base::Result<void> {
    ++done;
    return {};
  });
  const auto view = world.open(world.requester("nora"));
  REQUIRE(world.command(world.member("sam"), view, desk::OfferHandoff{desk::TeamName("harbor-it"), {}, "yours?"}));
  world.clock.advance(base::hours(1));
  const auto ran = timekeeper.run_due();
  REQUIRE_FALSE(ran.has_value());
  CHECK(ran.error().code == base::ErrorCode::NotFound);
  CHECK(done == 1);
}
