// Actions that were decided before they were done.
#include <doctest/doctest.h>

#include "desk/board.h"
#include "desk/governed_agreement.h"
#include "desk/rules.h"

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
  void take(std::uint32_t option, std::optional<base::Instant> until = {}) {
    TakeDecision taken;
    taken.option = option;
    taken.until = until;
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
  // Another decision would not help: this one, linked.
  CHECK(unlinked.board.said == "the decision is not linked with this ticket: link the two first");
  REQUIRE(unlinked.board.does(person("mei"), unlinked.ticket, LinkTicket{LinkKind::Follows, unlinked.decision}) ==
          std::nullopt);
  CHECK(unlinked.board.does(person("sam"), unlinked.ticket, unlinked.action(0)) == std::nullopt);
  RecordAction lost = unlinked.action(0);
  lost.decided_by = TicketId(base::IdBits{.high = 99, .low = 99});
  CHECK(unlinked.board.does(person("sam"), unlinked.ticket, lost) == RefusalKind::NoSuchTicket);
}

TEST_CASE("what is done on the decision's own ticket needs no link, and is held against what was decided there") {
  Decided scene;
  scene.take(1);
  REQUIRE(scene.board.does(person("sam"), scene.decision, scene.action(6'000)) == std::nullopt);
  const Ticket& own = scene.board.at(scene.decision);
  REQUIRE(own.actions.size() == 1);
  CHECK(own.actions.front().recorded.was_allowed());
  CHECK(own.decision->uses.size() == 1);
  CHECK(left_of(*own.decision)->hundredths == 4'000);
  CHECK(scene.board.does(person("sam"), scene.decision, scene.action(4'001)) == RefusalKind::MustBeAsked);
  CHECK(scene.board.does(person("sam"), scene.ticket, scene.action(4'000)) == std::nullopt);
  CHECK(scene.board.does(person("sam"), scene.decision, scene.action(1)) == RefusalKind::MustBeAsked);
}

TEST_CASE("a decision allows nothing that was done before it was taken") {
  Decided scene;
  const base::Instant asked = scene.board.now;
  scene.board.now = asked + base::hours(2) + base::seconds(30);
  scene.take(1);
  RecordAction early = scene.action(0);
  early.done_at = asked + base::hours(1);
  CHECK(scene.board.does(person("sam"), scene.ticket, early) == RefusalKind::MustBeAsked);
  CHECK(scene.board.said.starts_with("it was done before that was decided, at "));
  CHECK(scene.board.said.contains(" (America/New_York): "));
  // Told all the same, it was done without authority.
  early.reason = "it spread";
  REQUIRE(scene.board.does(person("sam"), scene.ticket, early) == std::nullopt);
  CHECK_FALSE(scene.board.at(scene.ticket).actions.back().recorded.was_allowed());
  CHECK_FALSE(scene.board.at(scene.ticket).actions.back().recorded.decided_by);
  CHECK(scene.board.at(scene.decision).decision->uses.empty());
  // People say minutes.
  RecordAction same_minute = scene.action(0);
  same_minute.done_at = asked + base::hours(2);
  CHECK(scene.board.does(person("sam"), scene.ticket, same_minute) == std::nullopt);
}

TEST_CASE("what was decided for a time allows what was done in that time, and nothing later") {
  Decided scene;
  scene.take(1, scene.board.now + base::hours(4));
  RecordAction in_time = scene.action(0);
  in_time.done_at = scene.board.now + base::hours(4) - base::minutes(1);
  // At its end, whether the desk has looked by then or not.
  scene.board.now = scene.board.now + base::hours(4);
  REQUIRE(standing_of(scene.board.at(scene.decision)) == DecisionStanding::Decided);
  CHECK(scene.board.does(person("sam"), scene.ticket, scene.action(0)) == RefusalKind::MustBeAsked);
  CHECK(scene.board.said.starts_with("what was decided there held until "));
  CHECK(scene.board.said.contains(" (America/New_York): "));
  REQUIRE(scene.board.does(system_actor(), scene.decision, PassTime{}) == std::nullopt);
  REQUIRE(standing_of(scene.board.at(scene.decision)) == DecisionStanding::Lapsed);
  CHECK(scene.board.does(person("sam"), scene.ticket, scene.action(0)) == RefusalKind::MustBeAsked);
  CHECK(scene.board.does(person("sam"), scene.ticket, in_time) == std::nullopt);
}

TEST_CASE("what another decision replaced allows what was done before it was") {
  Decided scene;
  scene.take(1);
  const RecordAction before = scene.action(0);
  scene.board.now = scene.board.now + base::hours(4);
  REQUIRE(scene.board.does(system_actor(), scene.decision,
                           ReplaceDecision{{.ticket = TicketId(base::IdBits{.high = 7, .low = 90}), .number = 90}}) ==
          std::nullopt);
  CHECK(scene.board.does(person("sam"), scene.ticket, scene.action(0)) == RefusalKind::MustBeAsked);
  CHECK(scene.board.does(person("sam"), scene.ticket, before) == std::nullopt);
}

TEST_CASE("a cost that was decided is spent once, whichever tickets it is spent on") {
  Decided scene;
  scene.take(1);
  const TicketId second = scene.board.opens("malware");
  REQUIRE(scene.board.does(person("mei"), scene.decision, LinkTicket{LinkKind::RelatesTo, second}) == std::nullopt);
  REQUIRE(scene.board.does(person("sam"), scene.ticket, scene.action(6'000)) == std::nullopt);
  CHECK(scene.board.latest(scene.ticket).front() == "action-recorded");
  CHECK(scene.board.latest(scene.decision) == Names{"decision-used"});
  CHECK(scene.board.does(person("sam"), second, scene.action(4'001)) == RefusalKind::MustBeAsked);
  CHECK(scene.board.said.starts_with(
      "it costs 40.01 USD, 100.01 USD with what was done under the decision before: 100.00 USD was decided"));
  REQUIRE(scene.board.does(person("otto"), second, scene.action(4'000)) == std::nullopt);
  CHECK(scene.board.does(person("sam"), scene.ticket, scene.action(1)) == RefusalKind::MustBeAsked);

  const Ticket& decision = scene.board.at(scene.decision);
  REQUIRE(decision.decision->uses.size() == 2);
  const DecisionRequest::Use& use = decision.decision->uses.back();
  CHECK(use.used.ticket == second);
  CHECK(use.used.number == scene.board.at(second).facts.number);
  CHECK(use.used.action == 1);
  CHECK(use.used.cost == Cost{.hundredths = 4'000, .currency = "USD"});
  CHECK(use.by == person("otto"));
  CHECK(left_of(*decision.decision) == Cost{.hundredths = 0, .currency = "USD"});
  CHECK(*replay(decision.id, scene.board.events.at(decision.id)) == decision);
  // Taking the link away takes back nothing that was spent.
  REQUIRE(scene.board.does(person("mei"), scene.decision, UnlinkTicket{LinkKind::RelatesTo, second}) == std::nullopt);
  CHECK(scene.board.does(person("sam"), scene.ticket, scene.action(1)) == RefusalKind::MustBeAsked);
}

TEST_CASE("a decision that hears twice of an action knows it once") {
  Decided scene;
  scene.take(1);
  REQUIRE(scene.board.does(person("sam"), scene.ticket, scene.action(6'000)) == std::nullopt);
  const auto all = ripples(scene.board.at(scene.ticket), scene.board.events.at(scene.ticket));
  const auto used = std::ranges::find(all, News::What::Used, [](const Ripple& one) { return one.news.what; });
  REQUIRE(used != all.end());
  CHECK(used->to == scene.decision);
  const Circumstances circumstances{
      .policy = scene.board.policy(), .now = scene.board.now, .actor = person("sam"), .workload = {}};
  CHECK(hear(scene.board.at(scene.decision), used->news, circumstances).empty());
  CHECK(hear(scene.board.at(scene.ticket), used->news, circumstances).empty());
}

TEST_CASE("a blank around its words is no other action") {
  Decided scene;
  scene.take(1);
  RecordAction action = scene.action(0);
  action.name = "  isolate-host\t";
  action.on = " PC-12 ";
  action.reason = "  ";
  REQUIRE(scene.board.does(person("sam"), scene.ticket, action) == std::nullopt);
  const ActionRecorded& done = scene.board.at(scene.ticket).actions.back().recorded;
  CHECK(done.name == "isolate-host");
  CHECK(done.on == "PC-12");
  CHECK(done.was_allowed());
}

}  // namespace
}  // namespace tandem::desk
