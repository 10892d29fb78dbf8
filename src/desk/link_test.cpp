// Two tickets that belong together: linking, merging, and taking it back.
#include <doctest/doctest.h>

#include "desk/board.h"

namespace tandem::desk {
namespace {

constexpr std::array kEveryKind{LinkKind::RelatesTo, LinkKind::DuplicateOf,   LinkKind::HasDuplicate,
                                LinkKind::PartOf,    LinkKind::HasPart,       LinkKind::CausedBy,
                                LinkKind::CauseOf,   LinkKind::VendorCaseFor, LinkKind::HasVendorCase,
                                LinkKind::Follows,   LinkKind::FollowedBy};

TEST_CASE("how the other ticket says it is told back by the same rule, and only what is mutual is its own inverse") {
  for (const LinkKind kind : kEveryKind) {
    CHECK(inverse(inverse(kind)) == kind);
    CHECK((inverse(kind) == kind) == (kind == LinkKind::RelatesTo));
  }
}

TEST_CASE("a link is written on both tickets, each in its own words, and so is its end") {
  Board board;
  const TicketId a = board.opens();
  const TicketId b = board.opens();
  REQUIRE(board.does(person("dana"), a, LinkTicket{LinkKind::Follows, b}) == std::nullopt);
  CHECK(board.links(a, b) == Kinds{LinkKind::Follows});
  CHECK(board.links(b, a) == Kinds{LinkKind::FollowedBy});
  CHECK(board.at(b).links.front().number == board.at(a).facts.number);
  CHECK(board.does(person("dana"), a, LinkTicket{LinkKind::Follows, b}) == RefusalKind::NoChange);
  CHECK(board.does(person("dana"), a, UnlinkTicket{LinkKind::RelatesTo, b}) == RefusalKind::NoSuchLink);
  REQUIRE(board.does(person("mei"), b, UnlinkTicket{LinkKind::FollowedBy, a}) == std::nullopt);
  CHECK(board.at(a).links.empty());
  CHECK(board.at(b).links.empty());
}

TEST_CASE("two tickets may stand in several relations, but not in one and its opposite") {
  Board board;
  const TicketId a = board.opens();
  const TicketId b = board.opens();
  REQUIRE(board.does(person("dana"), a, LinkTicket{LinkKind::RelatesTo, b}) == std::nullopt);
  REQUIRE(board.does(person("dana"), a, LinkTicket{LinkKind::PartOf, b}) == std::nullopt);
  CHECK(board.does(person("dana"), a, LinkTicket{LinkKind::HasPart, b}) == RefusalKind::CannotLink);
  CHECK(board.does(person("dana"), b, LinkTicket{LinkKind::PartOf, a}) == RefusalKind::CannotLink);
  CHECK(board.links(b, a) == Kinds{LinkKind::RelatesTo, LinkKind::HasPart});
}

TEST_CASE("parts have one whole, and no chain of parts or followers leads back to its beginning") {
  Board board;
  const TicketId a = board.opens();
  const TicketId b = board.opens();
  const TicketId c = board.opens();
  REQUIRE(board.does(person("dana"), a, LinkTicket{LinkKind::PartOf, b}) == std::nullopt);
  REQUIRE(board.does(person("dana"), b, LinkTicket{LinkKind::PartOf, c}) == std::nullopt);
  CHECK(board.does(person("dana"), c, LinkTicket{LinkKind::PartOf, a}) == RefusalKind::CannotLink);
  CHECK(board.does(person("dana"), a, LinkTicket{LinkKind::HasPart, c}) == RefusalKind::CannotLink);
  CHECK(board.does(person("dana"), a, LinkTicket{LinkKind::PartOf, c}) == RefusalKind::CannotLink);
  CHECK(board.said == "it is part of another ticket already");
  CHECK(board.does(person("dana"), c, LinkTicket{LinkKind::HasPart, a}) == RefusalKind::CannotLink);
}

TEST_CASE("people of the parties link, with tickets that are there, and vendor cases are not linked by hand") {
  Board board;
  const TicketId a = board.opens();
  const TicketId b = board.opens();
  const TicketId none{base::IdBits{.high = 1, .low = 1}};
  CHECK(board.does(person("vic"), a, LinkTicket{LinkKind::RelatesTo, b}) == RefusalKind::NotAMember);
  CHECK(board.does(requester("ann@harbor.example"), a, LinkTicket{LinkKind::RelatesTo, b}) == RefusalKind::NotAMember);
  CHECK(board.does(person("dana"), a, LinkTicket{LinkKind::RelatesTo, none}) == RefusalKind::NoSuchTicket);
  CHECK(board.does(person("dana"), a, LinkTicket{LinkKind::RelatesTo, a}) == RefusalKind::CannotLink);
  CHECK(board.does(person("dana"), a, LinkTicket{LinkKind::VendorCaseFor, b}) == RefusalKind::CannotLink);
  CHECK(board.does(person("dana"), a, LinkTicket{LinkKind::CausedBy, b}) == RefusalKind::CannotLink);
}

TEST_CASE("merging closes the duplicate, and its requester hears what becomes of the survivor") {
  Board board;
  const TicketId a = board.opens();
  const TicketId b = board.opens();
  REQUIRE(board.does(person("sam"), a, MergeTicket{.into = b, .reason = "the same outage"}) == std::nullopt);
  CHECK(board.latest(a) == Names{"ticket-linked", "ticket-merged"});
  CHECK(board.latest(b) == Names{"ticket-linked", "follower-added"});
  CHECK(board.at(a).state == State::Closed);
  CHECK(board.at(a).merged_into == b);
  REQUIRE(board.at(b).followers.size() == 1);
  CHECK(board.at(b).followers.front().name == "Ann Field");
  CHECK(board.at(b).comments.empty());

  REQUIRE(board.does(person("sam"), b, Resolve{"new cable"}) == std::nullopt);
  CHECK(board.latest(a) == Names{"linked-ticket-moved"});
  const auto& moved = std::get<LinkedTicketMoved>(board.events.at(a).back().data);
  CHECK(moved.move == LinkedMove::Resolved);
  CHECK(moved.text == "new cable");
}

TEST_CASE("who asked for a duplicate learns that the survivor is open again, and neither why nor through whom") {
  Board board;
  const TicketId a = board.opens();
  const TicketId b = board.opens(requester("bo@harbor.example"), [] {
    OpenTicket command = a_ticket("workstation", "high");
    command.requester = {.name = "Bo Reyes", .email = "bo@harbor.example", .vip = false};
    return command;
  }());
  REQUIRE(board.does(person("sam"), a, MergeTicket{.into = b, .reason = {}}) == std::nullopt);
  REQUIRE(board.does(person("sam"), b, Resolve{"new cable"}) == std::nullopt);
  REQUIRE(board.does(requester("bo@harbor.example"), b, Reopen{"my payslip is still gone"}) == std::nullopt);
  const Event& heard = board.events.at(a).back();
  CHECK(std::get<LinkedTicketMoved>(heard.data).move == LinkedMove::Reopened);
  CHECK(std::get<LinkedTicketMoved>(heard.data).text.empty());
  CHECK(heard.actor == system_actor());
}

TEST_CASE("a duplicate's clock ends when it is merged") {
  Board board;
  const TicketId a = board.opens();
  const TicketId b = board.opens();
  board.now = board.now + base::hours(1);
  REQUIRE(board.does(person("sam"), a, MergeTicket{.into = b, .reason = {}}) == std::nullopt);
  CHECK(finished_at(board.at(a).segments) == board.now);
  CHECK_FALSE(board.due(a).has_value());
}

TEST_CASE("nothing is merged twice, into itself, into what is merged, or in a circle") {
  Board board;
  const TicketId a = board.opens();
  const TicketId b = board.opens();
  const TicketId c = board.opens();
  CHECK(board.does(person("sam"), a, MergeTicket{.into = a, .reason = {}}) == RefusalKind::CannotLink);
  CHECK(board.does(person("dana"), a, MergeTicket{.into = b, .reason = {}}) == RefusalKind::NotTheOwner);
  REQUIRE(board.does(person("sam"), a, MergeTicket{.into = b, .reason = {}}) == std::nullopt);
  CHECK(board.does(person("sam"), a, MergeTicket{.into = c, .reason = {}}) == RefusalKind::AlreadyMerged);
  CHECK(board.does(person("sam"), c, MergeTicket{.into = a, .reason = {}}) == RefusalKind::AlreadyMerged);
  CHECK(board.does(person("sam"), b, MergeTicket{.into = a, .reason = {}}) == RefusalKind::AlreadyMerged);
  CHECK(board.does(person("sam"), a, UnlinkTicket{LinkKind::DuplicateOf, b}) == RefusalKind::AlreadyMerged);
  CHECK(board.does(person("sam"), b, UnlinkTicket{LinkKind::HasDuplicate, a}) == RefusalKind::AlreadyMerged);
}

TEST_CASE("a duplicate of a duplicate hears of the one that survives both") {
  Board board;
  const TicketId a = board.opens();
  const TicketId b = board.opens();
  const TicketId c = board.opens();
  REQUIRE(board.does(person("sam"), a, MergeTicket{.into = b, .reason = {}}) == std::nullopt);
  REQUIRE(board.does(person("sam"), b, MergeTicket{.into = c, .reason = {}}) == std::nullopt);
  REQUIRE(board.does(person("sam"), c, Resolve{"done"}) == std::nullopt);
  CHECK(board.latest(b) == Names{"linked-ticket-moved"});
  CHECK(board.latest(a) == Names{"linked-ticket-moved"});
}

TEST_CASE("reopening takes the merging back on both tickets") {
  Board board;
  const TicketId a = board.opens();
  const TicketId b = board.opens();
  REQUIRE(board.does(person("sam"), a, MergeTicket{.into = b, .reason = {}}) == std::nullopt);
  REQUIRE(board.does(requester("ann@harbor.example"), a, Reopen{"mine is another"}) == std::nullopt);
  CHECK(board.at(a).state == State::New);
  CHECK_FALSE(board.at(a).merged_into.has_value());
  CHECK(board.at(a).links.empty());
  CHECK(board.at(b).links.empty());
  CHECK(board.at(b).followers.empty());
  REQUIRE(board.does(person("sam"), a, MergeTicket{.into = b, .reason = {}}) == std::nullopt);
}

TEST_CASE("merging ends what was offered and disputed on the duplicate") {
  Board board;
  const TicketId a = board.opens();
  const TicketId b = board.opens();
  REQUIRE(board.does(person("sam"), a, OfferHandoff{TeamName("harbor-it"), {}, "yours"}) == std::nullopt);
  REQUIRE(board.does(person("sam"), a, RaiseDispute{"not ours"}) == std::nullopt);
  REQUIRE(board.does(person("sam"), a, MergeTicket{.into = b, .reason = {}}) == std::nullopt);
  CHECK_FALSE(board.at(a).handoff.has_value());
  CHECK_FALSE(board.at(a).dispute.has_value());
}

TEST_CASE("a new ticket comes out of another, and says out of which of its comments") {
  Board board;
  const TicketId a = board.opens();
  OpenTicket command = a_ticket("workstation", "high");
  command.links = {{.kind = LinkKind::Follows, .other = a}};
  command.from_comment = 2;
  const TicketId b = board.opens(person("sam"), command);
  CHECK(board.at(b).links.front().comment == 2);
  CHECK(board.links(a, b) == Kinds{LinkKind::FollowedBy});
  command.links.push_back({.kind = LinkKind::RelatesTo, .other = a});
  CHECK_FALSE(board.tries_to_open(person("sam"), command).has_value());
  command.links = {{.kind = LinkKind::Follows, .other = TicketId{base::IdBits{.high = 1, .low = 1}}}};
  CHECK_FALSE(board.tries_to_open(person("sam"), command).has_value());
}

TEST_CASE("end users link nothing, also while they open a ticket, and open nothing that is the teams'") {
  Board board;
  const TicketId a = board.opens();
  OpenTicket command = a_ticket("workstation", "high");
  command.links = {{.kind = LinkKind::RelatesTo, .other = a}};
  CHECK_FALSE(board.tries_to_open(requester("ann@harbor.example"), command).has_value());
  command.links.clear();
  command.kind = TicketKind::Task;
  CHECK_FALSE(board.tries_to_open(requester("ann@harbor.example"), command).has_value());
  CHECK(board.tries_to_open(person("sam"), command).has_value());
}

}  // namespace
}  // namespace tandem::desk
