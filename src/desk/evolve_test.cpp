#include <doctest/doctest.h>

#include "desk/scene.h"

using namespace tandem::desk;
using tandem::base::ErrorCode;

namespace {

// The message with which the event is refused; the ticket must be as before.
std::string refused(Scene& scene, EventData data) {
  const Ticket before = scene.ticket;
  const auto done = evolve(scene.ticket, {.at = scene.now, .actor = system_actor(), .data = std::move(data)});
  REQUIRE_FALSE(done.has_value());
  CHECK(done.error().code == ErrorCode::Corrupt);
  CHECK(scene.ticket == before);
  return done.error().message;
}

}  // namespace

TEST_CASE("a history begins with the opening and an owner") {
  const Scene scene("workstation");
  const auto headless = replay(kTicketId, std::span(scene.events).subspan(1));
  REQUIRE_FALSE(headless.has_value());
  CHECK(headless.error().message ==
        "the history of ticket 0000000000000g000000000002 contradicts itself at its event 1 "
        "(`owner-assigned`): a history begins with `ticket-opened`");
  auto ticket = begin(kTicketId, scene.events[0]);
  REQUIRE(ticket.has_value());
  CHECK_FALSE(evolve(*ticket, {.at = scene.now, .actor = system_actor(), .data = WorkStarted{}}).has_value());
  CHECK_FALSE(evolve(*ticket, {.at = scene.now, .actor = system_actor(), .data = OwnerAssigned{}}).has_value());
  CHECK(evolve(*ticket, scene.events[1]).has_value());
  CHECK(*ticket == scene.ticket);
}

TEST_CASE("events that contradict the ticket are reported and change nothing") {
  Scene scene("workstation", "normal");
  CHECK(refused(scene, TicketOpened{}).ends_with("the ticket is already opened"));
  CHECK(refused(scene, OwnerAssigned{}).ends_with("no team owns the ticket"));
  CHECK(refused(scene, CommentAdded{.comment = 2, .visibility = Visibility::Both, .team = {}, .text = "x"})
            .ends_with("comment 2 stands where comment 1 belongs"));
  CHECK(refused(scene, PriorityChanged{PriorityName("high"), PriorityName("normal")})
            .ends_with("the priority was `normal`, not `high`"));
  CHECK(refused(scene, CategoryChanged{CategoryName("other"), CategoryName("malware")})
            .ends_with("the category was `workstation`, not `other`"));
  CHECK(refused(scene, HandoffAccepted{1}).ends_with("the hand-off 1 is not pending"));
  CHECK(refused(scene, HandoffExpired{0, {}}).ends_with("the hand-off 0 is not pending"));
  CHECK(refused(scene, TicketReopened{}).ends_with("the ticket is open already"));
  HandoffOffered skipped;
  skipped.epoch = 2;
  CHECK(refused(scene, skipped).ends_with("hand-off 2 stands where hand-off 1 belongs"));
}

TEST_CASE("nothing moves under a pending hand-off") {
  Scene scene("workstation");
  REQUIRE(scene.does(person("priya"), OfferHandoff{TeamName("soc"), {}, "looks bad"}) == std::nullopt);
  Ownership elsewhere = scene.ticket.ownership;
  elsewhere.owner.team = TeamName("harbor-it");
  CHECK(
      refused(scene, OwnerAssigned{AssignmentCause::Recorded, elsewhere}).ends_with("while the hand-off 1 is pending"));
  CHECK(refused(scene, TicketResolved{}).ends_with("the hand-off 1 would be left pending"));
  CHECK(refused(scene, TicketClosed{}).ends_with("the hand-off 1 would be left pending"));
  HandoffOffered second;
  second.epoch = 2;
  CHECK(refused(scene, second).ends_with("the hand-off 1 is still pending"));
}

TEST_CASE("what is resolved is not worked on") {
  Scene scene("workstation");
  REQUIRE(scene.does(person("priya"), Resolve{"done"}) == std::nullopt);
  CHECK(refused(scene, WorkStarted{}).ends_with("the ticket is resolved"));
  CHECK(refused(scene, WaitStarted{}).ends_with("the ticket is resolved"));
  CHECK(refused(scene, TicketResolved{}).ends_with("the ticket is resolved"));
  REQUIRE(scene.does(person("priya"), Close{}) == std::nullopt);
  CHECK(refused(scene, TicketClosed{}).ends_with("the ticket is closed"));
}
