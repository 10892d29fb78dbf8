// A program of its own, because it replaces the global allocator with one that counts.
#include <doctest/doctest.h>

#include "desk/clock_scene.h"
#include "support/counting_allocator.h"

using namespace tandem;
using namespace tandem::desk;
using base::hours;

TEST_CASE("a reading allocates nothing without a trace") {
  Versions versions = usual_agreement();
  versions.push_back({.from = kMonday + hours(30), .version = 2, .policy = agreement(2, usual_targets)});
  const AgreementHistory history(versions);
  const Ticket ticket = timed({{.from = kMonday},
                               {.from = kMonday + hours(1), .state = State::Waiting, .on = WaitingOn::Requester},
                               {.from = kMonday + hours(20), .team = "a-team-with-a-name-that-is-stored-elsewhere"},
                               {.from = kMonday + hours(40), .priority = "high"}});
  const std::size_t before = allocations;
  for (std::int64_t hour = 0; hour < 200; ++hour) {
    static_cast<void>(read_clock(TargetKind::Respond, ticket, history, kMonday + hours(hour)));
    static_cast<void>(read_clock(TargetKind::Resolve, ticket, history, kMonday + hours(hour)));
  }
  CHECK(allocations == before);
  ClockTrace trace;
  static_cast<void>(read_clock(TargetKind::Resolve, ticket, history, kMonday + hours(50), &trace));
  CHECK(allocations > before);
}
