// The cause behind tickets that recur.
#include <doctest/doctest.h>

#include "desk/board.h"

namespace tandem::desk {
namespace {

TEST_CASE("a problem groups tickets, and nothing but a problem is their cause") {
  Board board;
  const TicketId a = board.opens();
  const TicketId b = board.opens();
  const TicketId problem = board.opens_problem({{LinkKind::CauseOf, a}});
  CHECK(board.at(problem).problem.has_value());
  CHECK(board.links(a, problem) == Kinds{LinkKind::CausedBy});
  REQUIRE(board.does(person("dana"), b, LinkTicket{LinkKind::CausedBy, problem}) == std::nullopt);
  CHECK(board.links(problem, b) == Kinds{LinkKind::CauseOf});
  CHECK(board.does(person("dana"), a, LinkTicket{LinkKind::CauseOf, b}) == RefusalKind::CannotLink);
  const TicketId other = board.opens_problem();
  CHECK(board.does(person("dana"), problem, LinkTicket{LinkKind::CausedBy, other}) == RefusalKind::CannotLink);
}

TEST_CASE("a known error is told to the tickets it is the cause of") {
  Board board;
  const TicketId a = board.opens();
  const TicketId problem = board.opens_problem({{LinkKind::CauseOf, a}});
  CHECK(board.does(person("dana"), problem, DeclareKnownError{"restart it"}) == RefusalKind::NotTheOwner);
  CHECK(board.does(person("sam"), a, DeclareKnownError{"restart it"}) == RefusalKind::WrongKind);
  REQUIRE(board.does(person("sam"), problem, RecordRootCause{"it leaks"}) == std::nullopt);
  REQUIRE(board.does(person("sam"), problem, DeclareKnownError{"restart it"}) == std::nullopt);
  CHECK(board.at(problem).problem->root_cause == "it leaks");
  CHECK(board.at(problem).problem->workaround == "restart it");
  CHECK(board.at(problem).problem->known_since == board.now);
  const auto& moved = std::get<LinkedTicketMoved>(board.events.at(a).back().data);
  CHECK(moved.move == LinkedMove::Workaround);
  CHECK(moved.text == "restart it");
  CHECK(board.does(person("sam"), problem, DeclareKnownError{"restart it"}) == RefusalKind::NoChange);
}

TEST_CASE("what waits on a problem goes on when it is resolved, and nothing else does") {
  Board board;
  const TicketId waits = board.opens();
  const TicketId asks = board.opens();
  const TicketId done = board.opens();
  const TicketId problem =
      board.opens_problem({{LinkKind::CauseOf, waits}, {LinkKind::CauseOf, asks}, {LinkKind::CauseOf, done}});
  REQUIRE(board.does(person("sam"), waits, Wait{WaitingOn::Problem}) == std::nullopt);
  REQUIRE(board.does(person("sam"), asks, Wait{WaitingOn::Requester}) == std::nullopt);
  REQUIRE(board.does(person("sam"), done, Resolve{"went away"}) == std::nullopt);
  REQUIRE(board.does(person("sam"), problem, Resolve{"new firmware"}) == std::nullopt);
  CHECK(board.latest(waits) == Names{"linked-ticket-moved", "work-started"});
  CHECK(board.latest(asks) == Names{"linked-ticket-moved"});
  CHECK(board.latest(done).empty());
}

}  // namespace
}  // namespace tandem::desk
