#include "app/feed.h"

#include "app/test_world.h"

using namespace tandem;
using namespace tandem::app;

TEST_CASE("subscribers of an engagement are woken by its commits, and read what they may see") {
  TestWorld world;
  Feed feed(world.store, world.engagements);
  world.store.observe([&](std::span<const Change> changes) { feed.committed(changes); });
  int woken = 0;
  int woken_elsewhere = 0;
  auto subscription = feed.subscribe(world.name, [&] { ++woken; });
  const auto elsewhere = feed.subscribe(desk::EngagementName("another-one"), [&] { ++woken_elsewhere; });

  const auto nora = world.requester("nora");
  const auto own = world.open(nora);
  const auto other = world.open(world.requester("theo"));
  CHECK(woken == 2);
  CHECK(woken_elsewhere == 0);

  const auto for_sam = feed.changes(world.member("sam"), world.name, 0, 100);
  REQUIRE(for_sam);
  CHECK(for_sam->changes.size() == 4);  // two tickets, opened and assigned
  CHECK(for_sam->changes.front().kind == "ticket-opened");
  CHECK(for_sam->changes.front().number == own.ticket.facts.number);
  CHECK_FALSE(for_sam->more);

  const auto for_nora = feed.changes(nora, world.name, 0, 100);
  REQUIRE(for_nora);
  CHECK(for_nora->changes.size() == 2);
  CHECK(for_nora->read_until == for_sam->read_until);
  for (const LiveChange& change : for_nora->changes) CHECK(change.ticket == own.ticket.id);

  const auto rest = feed.changes(world.member("sam"), world.name, for_sam->changes[1].position, 1);
  REQUIRE(rest);
  CHECK(rest->changes.size() == 1);
  CHECK(rest->changes.front().ticket == other.ticket.id);
  CHECK(rest->more);
  CHECK(feed.changes(world.stranger(), world.name, 0, 100).error().kind == FailureKind::NotFound);

  // What happens elsewhere is read over once and not again.
  const auto nothing_new = feed.changes(world.member("sam"), world.name, for_sam->read_until, 100);
  REQUIRE(nothing_new);
  CHECK(nothing_new->changes.empty());
  CHECK(nothing_new->read_until == *world.store.last_position());

  subscription.reset();
  world.open(nora);
  CHECK(woken == 2);
}
