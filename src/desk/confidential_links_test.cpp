// Confidential work that other work is linked with: nothing of it leaves its readers through a link.
#include <doctest/doctest.h>

#include "desk/board.h"
#include "desk/confidential.h"
#include "desk/confidential_agreement.h"

namespace tandem::desk {
namespace {

// `open` is helpdesk's, and anybody's to read; `secret` is soc's, and luis and mei read it.
struct Linked : Board {
  Linked() : Board(confidential_agreement()), open(opens("workstation")), secret(opens("malware")) {}
  TicketId open;
  TicketId secret;
};

TEST_CASE("a duplicate of confidential work hears what became of it, and none of its words") {
  Linked board;
  REQUIRE(board.does(person("sam"), board.open, MergeTicket{.into = board.secret, .reason = {}}) == std::nullopt);
  REQUIRE(board.does(person("mei"), board.secret, Resolve{"the money is back"}) == std::nullopt);
  const auto& moved = std::get<LinkedTicketMoved>(board.events.at(board.open).back().data);
  CHECK(moved.move == LinkedMove::Resolved);
  CHECK(moved.text.empty());
}

TEST_CASE("parts of a confidential major incident are resolved with it, and told none of its news") {
  Linked board;
  REQUIRE(board.does(person("mei"), board.secret, DeclareMajor{.scenario = {}, .reason = "theft"}) == std::nullopt);
  REQUIRE(board.does(person("sam"), board.open, LinkTicket{LinkKind::PartOf, board.secret}) == std::nullopt);
  REQUIRE(board.does(person("mei"), board.secret, SendMajorUpdate{UpdateAudience::Requesters, "we know who"}) ==
          std::nullopt);
  CHECK(board.at(board.open).comments.empty());
  REQUIRE(board.does(person("mei"), board.secret, StandDown{"over"}) == std::nullopt);
  REQUIRE(board.does(person("mei"), board.secret, Resolve{"the money is back"}) == std::nullopt);
  CHECK(board.at(board.open).state == State::Resolved);
  CHECK(std::get<TicketResolved>(board.events.at(board.open).back().data).note.empty());
}

TEST_CASE("of a confidential major incident its readers are told, and they alone have a part in it") {
  Linked board;
  REQUIRE(board.does(person("mei"), board.secret, DeclareMajor{.scenario = {}, .reason = "theft"}) == std::nullopt);
  const auto& declared = board.at(board.secret).major->declared;
  for (const Told& one : declared.told)
    CHECK(may_read(board.at(board.secret).facts.category, one.person, board.policy()));
  // Who declares it is the other reader.
  REQUIRE(declared.told.size() == 1);
  CHECK(declared.told.front().person == PersonName("luis"));
  REQUIRE(declared.posts.size() == 1);
  CHECK(declared.posts.front().person == PersonName("mei"));
  const auto give = [&](std::string_view who) {
    return board.does(
        person("mei"), board.secret,
        GiveMajorRole{.role = MajorRole::Recover, .person = PersonName(who), .decides = {}, .reason = {}});
  };
  CHECK(give("otto") == RefusalKind::NotAReader);
  CHECK(give("luis") == std::nullopt);
}

TEST_CASE("a vendor case for confidential work is kept by somebody who may read it") {
  Linked board;
  OpenTicket command = Board::a_vendor_case(board.secret);
  command.category = CategoryName("malware");
  const TicketId id = board.opens(person("mei"), std::move(command));
  const Ownership& ownership = board.at(id).ownership;
  CHECK(may_read(CategoryName("malware"), ownership.owner.person, board.policy()));
  CHECK(may_read(CategoryName("malware"), ownership.accountable, board.policy()));
}

}  // namespace
}  // namespace tandem::desk
