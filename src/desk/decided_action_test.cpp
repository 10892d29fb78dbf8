// Actions that were decided before they were done.
#include <doctest/doctest.h>

#include "desk/board.h"
#include "desk/governed_agreement.h"

namespace tandem::desk {
namespace {

// A ticket of the soc with a decision that was asked for its sake, and taken.
struct Decided {
  Decided() {
    ticket = board.opens("malware");
    OpenTicket asks = a_ticket("malware");
    asks.kind = TicketKind::Decision;
    asks.decision = NewDecision{.kind = DecisionKindName("restart"),
                                .question = "may we?",
                                .options = {{.name = "yes",
                                             .words = {},
                                             .cost = Cost{.hundredths = 10'000, .currency = "USD"},
                                             .risk = RiskLevel::Medium,
                                             .action = "isolate-host"},
                                            {.name = "no", .words = {}, .cost = {}, .risk = {}, .action = {}}},
                                .evidence = {},
                                .deadline = {},
                                .consult = {},
                                .renews = {}};
    decision = board.opens(person("luis"), asks);
    REQUIRE(board.does(person("mei"), decision, LinkTicket{LinkKind::RelatesTo, ticket}) == std::nullopt);
  }
  void take(std::uint32_t option) {
    TakeDecision taken;
    taken.option = option;
    taken.reason = "it spreads";
    REQUIRE(board.does(person(decider_of(board.at(decision)).text()), decision, taken) == std::nullopt);
  }
  [[nodiscard]] RecordAction action(std::uint64_t hundredths) const {
    return {.name = "isolate-host",
            .on = "PC-12",
            .done_at = board.now,
            .cost = Cost{.hundredths = hundredths, .currency = "USD"},
            .risk = RiskLevel::Medium,
            .reason = {},
            .decided_by = decision};
  }

  Board board{governed_agreement()};
  TicketId ticket{base::IdBits{}};
  TicketId decision{base::IdBits{}};
};

TEST_CASE("what was decided is done as it was decided, by whoever does it") {
  Decided scene;
  CHECK(scene.board.does(person("sam"), scene.ticket, scene.action(100)) == RefusalKind::MustBeAsked);
  scene.take(1);
  REQUIRE(scene.board.does(person("sam"), scene.ticket, scene.action(6'000)) == std::nullopt);
  const DoneAction& done = scene.board.at(scene.ticket).actions.front();
  CHECK(done.recorded.was_allowed());
  CHECK(done.recorded.because == "a decision allows it");
  REQUIRE(done.recorded.decided_by);
  CHECK(done.recorded.decided_by->ticket == scene.decision);
  // No more than was decided, in all.
  CHECK(scene.board.does(person("sam"), scene.ticket, scene.action(4'001)) == RefusalKind::MustBeAsked);
  CHECK(scene.board.does(person("sam"), scene.ticket, scene.action(4'000)) == std::nullopt);
  RecordAction other = scene.action(0);
  other.name = "disable-account";
  CHECK(scene.board.does(person("sam"), scene.ticket, other) == RefusalKind::MustBeAsked);
  other = scene.action(0);
  other.risk = RiskLevel::High;
  CHECK(scene.board.does(person("sam"), scene.ticket, other) == RefusalKind::MustBeAsked);
  other.risk.reset();  // saying nothing of it is no way around
  CHECK(scene.board.does(person("sam"), scene.ticket, other) == RefusalKind::MustBeAsked);
}

TEST_CASE("a decision against it allows nothing, and neither does one that is about something else") {
  Decided scene;
  scene.take(2);
  CHECK(scene.board.does(person("sam"), scene.ticket, scene.action(0)) == RefusalKind::MustBeAsked);
  Decided unlinked;
  unlinked.take(1);
  REQUIRE(unlinked.board.does(person("mei"), unlinked.decision, UnlinkTicket{LinkKind::RelatesTo, unlinked.ticket}) ==
          std::nullopt);
  CHECK(unlinked.board.does(person("sam"), unlinked.ticket, unlinked.action(0)) == RefusalKind::MustBeAsked);
  RecordAction lost = unlinked.action(0);
  lost.decided_by = TicketId(base::IdBits{.high = 99, .low = 99});
  CHECK(unlinked.board.does(person("sam"), unlinked.ticket, lost) == RefusalKind::NoSuchTicket);
}

}  // namespace
}  // namespace tandem::desk
