// The desk's real transition functions, explored in every order of what people, time, leave, versions and crashes may
// do within bounds. What is promised of each state and step is in promises.h; docs/assurance.md tells what is covered.
// The deep ones take minutes and have a command of their own: protocol_test --no-skip -tc='deep*'.
#include <doctest/doctest.h>

#include <chrono>

#include "protocol/alphabets.h"
#include "protocol/explorer.h"

using namespace tandem;
using namespace tandem::protocol;

namespace {

constexpr std::size_t kMostStates = 2'000'000;

void holds(Setup setup, std::size_t at_least) {
  const auto begun = std::chrono::steady_clock::now();
  const auto found = explore(DeskWorld(std::move(setup)), kMostStates);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
  CHECK_MESSAGE(found.wrong.empty(), found.told());
  CHECK(found.complete);
  CHECK(found.states >= at_least);
  MESSAGE(fmt::format("{} states, {} moves, {:.1f} s", found.states, found.moves, took.count()));
}

}  // namespace

TEST_CASE("hand-offs: offers, answers to any of them at any time, leave") {
  holds({.items = {incident(1)},
         .minutes = {0, 20, 40, 60},
         .asks = together({handoffs(3), work(), end()}),
         .leavers = {kBob},
         .leaves = 2},
        1'000);
}

TEST_CASE("hand-offs to one person, who may leave") {
  holds({.items = {incident(1)},
         .asks = together({handoffs(2), named_handoffs(2), end()}),
         .leavers = {kCid, kBob},
         .leaves = 3},
        1'000);
}

TEST_CASE("within a team: taking, assigning, giving back; hours, shifts and leave begin and end") {
  holds({.items = {incident(1)},
         .minutes = {0, 25, 40, 70, 24 * 60 - 30},
         .asks = together({team(), work(), end(), reopening(1)}),
         .leavers = {kBob, kBen},
         .leaves = 2},
        1'000);
}

TEST_CASE("categories, priorities and strategic implications change, with an offer pending") {
  holds({.items = {incident(1)},
         .minutes = {0, 40, 70},
         .asks = together({facts(), handoffs(1), work(), end()}),
         .leavers = {kBob},
         .leaves = 1},
        1'000);
}

TEST_CASE("disputes: raised, ruled on, taken back, moved on by time; and what bounces") {
  holds({.items = {incident(1)}, .minutes = {0, 35, 70}, .asks = together({disputes(), handoffs(3), end()})}, 10'000);
}

TEST_CASE("disputes while categories and priorities change") {
  holds({.items = {incident(1)}, .minutes = {0, 35, 70}, .asks = together({disputes(), facts(), handoffs(1), end()})},
        1'000);
}

TEST_CASE("a version of the agreement without the team that has it comes into force and goes again") {
  holds({.items = {incident(1)},
         .minutes = {0, 35},
         .asks = together({handoffs(1), disputes(), work(), end()}),
         .versions = 2},
        10'000);
}

TEST_CASE("a version of the agreement without the team that has it comes into force, and stays") {
  holds({.items = {incident(1)},
         .minutes = {0, 35},
         .asks = together({handoffs(1), work(), end(), reopening(1)}),
         .versions = 1},
        1'000);
}

TEST_CASE("somebody who is asked to rule leaves the agreement, and comes back") {
  holds({.items = {incident(1)},
         .minutes = {0, 35, 70},
         .asks = together({handoffs(1), disputes(), end()}),
         .versions = 2,
         .texts = {kFirst, kWithoutBob}},
        1'000);
}

TEST_CASE("strategic work and duties of the day when another version comes into force") {
  holds({.items = {incident(1)},
         .minutes = {0, 40, 70},
         .asks = together({facts(), team(), work(), end()}),
         .versions = 2},
        1'000);
}

TEST_CASE("two items do not disturb one another") {
  holds({.items = {incident(1), incident(2)},
         .minutes = {0, 40},
         .asks = together({handoffs(1), end()}),
         .leavers = {kBob},
         .leaves = 1},
        1'000);
}

TEST_CASE("two items that are merged, taken apart, offered and reopened") {
  holds({.items = {incident(1), incident(2)},
         .minutes = {0, 40},
         .asks = together({merging(), links(desk::LinkKind::DuplicateOf), handoffs(1), end(), reopening(1)})},
        1'000);
}

TEST_CASE("two items, one part of the other, which may be a major incident") {
  holds({.items = {incident(1), incident(2)},
         .minutes = {0, 70, 90},
         .asks = together({of_first(links(desk::LinkKind::HasPart)), of_first(major()), end()})},
        1'000);
}

TEST_CASE("a vendor case and the ticket that it is for") {
  holds({.items = {incident(1), vendor_case_for(0)},
         .minutes = {0, 20, 24 * 60},
         .asks = together({vendor_case(), of_first(work()), of_first(handoffs(1)), end(), of_first(reopening(1))})},
        1'000);
}

TEST_CASE("a planned change") {
  holds({.items = {planned(desk::ChangeKind::Normal)},
         .minutes = {0, 15, 45, 70},
         .asks = together({change(), handoffs(1), end()}),
         .leavers = {kBob},
         .leaves = 1},
        1'000);
}

TEST_CASE("an emergency, and its review") {
  holds({.items = {planned(desk::ChangeKind::Emergency)},
         .minutes = {0, 45, 6 * 24 * 60},
         .asks = together({change(), end()})},
        100);
}

TEST_CASE("what both sides decide") {
  holds({.items = {question()}, .minutes = {0, 20, 50}, .asks = together({decision(), end()})}, 1'000);
}

// Skipped for their length alone: they take minutes and have a command of their own (docs/assurance.md).
TEST_CASE("deep: disputes at every moment, with all bounces and leave" * doctest::skip()) {
  holds({.items = {incident(1)},
         .minutes = {0, 20, 40, 70},
         .asks = together({disputes(), handoffs(3), end()}),
         .leavers = {kBob},
         .leaves = 1},
        10'000);
}

TEST_CASE("deep: a version without the team that has it, at every moment, with leave" * doctest::skip()) {
  holds({.items = {incident(1)},
         .minutes = {0, 35, 70},
         .asks = together({handoffs(2), disputes(), work(), end()}),
         .leavers = {kBob},
         .leaves = 1,
         .versions = 2},
        10'000);
}

TEST_CASE("deep: what both sides decide, handed on and reopened" * doctest::skip()) {
  holds(
      {.items = {question()}, .minutes = {0, 20, 50}, .asks = together({decision(), handoffs(1), end(), reopening(1)})},
      10'000);
}
