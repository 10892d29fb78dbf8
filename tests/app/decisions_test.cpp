// Decisions through the use cases: renewal across two tickets, and time.
#include "app/decision_log.h"
#include "app/ledgers.h"
#include "test_world.h"

namespace tandem::app {
namespace {

class Decisions {
 public:
  TicketView ask(std::optional<desk::TicketId> renews = std::nullopt, std::string kind = "risk-acceptance") {
    auto opened = try_to_ask(renews, std::move(kind));
    REQUIRE(opened);
    return *opened;
  }
  Outcome<TicketView> try_to_ask(std::optional<desk::TicketId> renews, std::string kind = "risk-acceptance",
                                 const char* who = "otto") {
    desk::OpenTicket command;
    command.subject = "Old firewall";
    command.kind = desk::TicketKind::Decision;
    command.decision.emplace();
    command.decision->kind = desk::DecisionKindName(std::move(kind));
    command.decision->question = "Keep it?";
    command.decision->options.resize(2);
    command.decision->options[0].name = "keep it";
    command.decision->options[1].name = "replace it";
    command.decision->renews = renews;
    return world.tickets.open(world.member(who), world.name, std::move(command), {});
  }
  TicketView decide(const TicketView& ticket) {
    for (const char* person : {"sam", "dana"}) {
      desk::Recommend recommend;
      recommend.option = 1;
      recommend.text = "keep it";
      REQUIRE(world.command(world.member(person), ticket, recommend));
    }
    desk::TakeDecision taken;
    taken.option = 1;
    taken.reason = "cheaper";
    taken.owner = desk::PersonName("luis");
    taken.risk = desk::AcceptedRisk{.what = "no fixes", .treatment = {}};
    auto decided = world.command(world.member("dana"), ticket, taken);
    REQUIRE(decided);
    return *decided;
  }
  TicketView read(const TicketView& ticket) {
    auto view = world.tickets.get(world.member("dana"), world.name, ticket.ticket.id.text());
    REQUIRE(view);
    return *view;
  }
  // Does whatever is due by then, as the timekeeper does.
  void pass(base::Duration time) {
    world.clock.advance(time);
    const auto all = world.store.due_until(world.clock.now(), 100);
    REQUIRE(all);
    for (const DueTicket& due : *all)
      REQUIRE(world.tickets.pass_time(world.name, std::array{due.ticket}, world.clock.now()));
  }
  desk::DecisionStanding standing(const TicketView& ticket) { return desk::standing_of(read(ticket).ticket); }

  TestWorld world;
};

base::Duration days(std::int64_t n) {
  return base::hours(24 * n);
}

}  // namespace

TEST_CASE("a renewed decision takes the place of the old one when it is taken, in the same step") {
  Decisions desk;
  const TicketView old = desk.decide(desk.ask());
  const TicketView fresh = desk.ask(old.ticket.id);
  CHECK(desk.standing(old) == desk::DecisionStanding::Decided);
  desk.decide(fresh);
  CHECK(desk.standing(old) == desk::DecisionStanding::Replaced);
  CHECK(desk.read(old).ticket.decision->replaced_by->ticket == fresh.ticket.id);
  // The old one lapses no more; the new one does.
  desk.pass(days(200));
  CHECK(desk.standing(old) == desk::DecisionStanding::Replaced);
  CHECK(desk.standing(fresh) == desk::DecisionStanding::Lapsed);
}

TEST_CASE("what lapsed is renewed, and its ticket is done then") {
  Decisions desk;
  const TicketView old = desk.decide(desk.ask());
  desk.pass(days(200));
  CHECK(desk.standing(old) == desk::DecisionStanding::Lapsed);
  CHECK(desk::is_open(desk.read(old).ticket.state));
  CHECK(desk.read(old).ticket.ownership.owner.person == desk::PersonName("luis"));
  const TicketView fresh = desk.ask(old.ticket.id);
  desk.decide(fresh);
  CHECK(desk.standing(old) == desk::DecisionStanding::Replaced);
  CHECK_FALSE(desk::is_open(desk.read(old).ticket.state));
  CHECK(desk.try_to_ask(old.ticket.id).error().fields.front().pointer == "/decision/renews");
}

TEST_CASE("of two decisions that renew one, the first that is taken has its place") {
  Decisions desk;
  const TicketView old = desk.decide(desk.ask());
  const TicketView first = desk.ask(old.ticket.id);
  const TicketView second = desk.ask(old.ticket.id);
  desk.decide(second);
  desk.decide(first);
  CHECK(desk.read(old).ticket.decision->replaced_by->ticket == second.ticket.id);
  CHECK(desk.standing(first) == desk::DecisionStanding::Decided);
}

TEST_CASE("only a decision of the same kind that was taken is renewed") {
  Decisions desk;
  const TicketView open = desk.ask();
  CHECK_FALSE(desk.try_to_ask(open.ticket.id));
  CHECK_FALSE(desk.try_to_ask(desk::TicketId(base::IdBits{.high = 9, .low = 9})));
  CHECK_FALSE(desk.try_to_ask(desk.decide(open).ticket.id, "restart-server"));
  CHECK_FALSE(desk.try_to_ask(desk.world.open(desk.world.member("sam")).ticket.id));
}

TEST_CASE("nobody renews a confidential decision that they may not read, and nothing names it to them") {
  Decisions desk;
  const TicketView old = desk.decide(desk.ask());
  desk.world.adopt_with("confidential: {inquiry: {read: [dana, otto]}}\n");
  const TicketView fresh = desk.ask(old.ticket.id);
  desk.decide(fresh);
  REQUIRE(desk.standing(old) == desk::DecisionStanding::Replaced);
  REQUIRE(desk.world.command(desk.world.member("dana"), old, desk::Reopen{"it is about people"}));
  REQUIRE(desk.world.command(desk.world.member("dana"), old, desk::ChangeCategory{desk::CategoryName("inquiry")}));

  const auto refused = desk.try_to_ask(old.ticket.id, "risk-acceptance", "sam");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().fields.front().message == "there is no such decision");

  const DecisionLog log(desk.world.store, desk.world.engagements);
  const auto told = [&](const Caller& caller) {
    const auto view = desk.world.tickets.get(caller, desk.world.name, fresh.ticket.id.text());
    const auto lines = desk.world.tickets.history(caller, desk.world.name, fresh.ticket.id.text());
    const auto page = log.list(caller, desk.world.name, {});
    REQUIRE(view);
    REQUIRE(lines);
    REQUIRE(page);
    const auto row = std::ranges::find(page->rows, fresh.ticket.id, &DecisionRow::id);
    REQUIRE(row != page->rows.end());
    REQUIRE(view->ticket.decision->asked.renews);
    const bool is_said = std::ranges::any_of(*lines, [](const HistoryLine& line) { return line.text.contains("#1"); });
    return std::array{view->ticket.decision->asked.renews->number, row->renews, std::uint64_t{is_said ? 1U : 0U}};
  };
  CHECK(told(desk.world.member("dana")) == std::array<std::uint64_t, 3>{1, 1, 1});
  CHECK(told(desk.world.member("sam")) == std::array<std::uint64_t, 3>{0, 0, 0});
  CHECK(told(desk.world.auditor()) == std::array<std::uint64_t, 3>{0, 0, 0});
}

TEST_CASE("nobody but the desk itself replaces a decision, and an end user neither asks nor sees one") {
  Decisions desk;
  const TicketView decided = desk.decide(desk.ask());
  CHECK(desk.world.command(desk.world.member("dana"), decided, desk::ReplaceDecision{}).error().kind ==
        FailureKind::Forbidden);
  CHECK(desk.world.tickets.get(desk.world.requester("otto"), desk.world.name, decided.ticket.id.text()).error().kind ==
        FailureKind::NotFound);
  CHECK(desk.world.tickets.queue(desk.world.requester("otto"), desk.world.name, QueueView::All, {})->rows.empty());
  const DecisionLog log(desk.world.store, desk.world.engagements);
  CHECK(log.list(desk.world.requester("otto"), desk.world.name, {}).error().kind == FailureKind::Forbidden);
  CHECK(log.list(desk.world.stranger(), desk.world.name, {}).error().kind == FailureKind::NotFound);
  CHECK(log.list(desk.world.auditor(), desk.world.name, {})->rows.size() == 1);
}

TEST_CASE("the owner is reminded by the clock, and an overdue decision goes to whom the agreement names") {
  Decisions desk;
  const TicketView waiting = desk.ask();
  const TicketView decided = desk.decide(desk.ask());
  desk.pass(days(8));
  CHECK(desk::decider_of(desk.read(waiting).ticket) == desk::PersonName("luis"));
  CHECK_FALSE(desk.read(decided).ticket.decision->reminded_at);
  desk.pass(days(165));
  CHECK(desk.read(decided).ticket.decision->reminded_at);
  CHECK(desk.standing(decided) == desk::DecisionStanding::Decided);
}

TEST_CASE("the buttons of a decision are those of its people") {
  Decisions desk;
  const TicketView ticket = desk.ask();
  const auto allowed = [&](const Caller& who) {
    return desk.world.tickets.get(who, desk.world.name, ticket.ticket.id.text())->allowed;
  };
  CHECK(allowed(desk.world.member("sam")).advise);
  CHECK(allowed(desk.world.member("sam")).recommend);
  CHECK_FALSE(allowed(desk.world.member("otto")).recommend);
  CHECK_FALSE(allowed(desk.world.member("dana")).advise);
  CHECK_FALSE(allowed(desk.world.member("dana")).decide);
  CHECK_FALSE(allowed(desk.world.auditor()).recommend);
}

TEST_CASE("what is sealed is withheld from an export until it is open") {
  Decisions desk;
  const TicketView ticket = desk.ask();
  const auto withheld = [&] {
    std::size_t count = 0;
    const auto rows = desk.world.store.ledger_rows(desk.world.name, 0, 100);
    REQUIRE(rows);
    for (const LedgerRow& row : *rows) {
      const auto sealed = is_withheld(desk.world.store, desk.world.name, *row.event);
      REQUIRE(sealed);
      CHECK((!*sealed || row.event->record.contains("keep it, says sam")));
      count += *sealed ? 1U : 0U;
    }
    return count;
  };
  desk::Recommend recommend;
  recommend.option = 1;
  recommend.text = "keep it, says sam";
  REQUIRE(desk.world.command(desk.world.member("sam"), ticket, recommend));
  // A comment that looks like one is none.
  REQUIRE(desk.world.command(desk.world.member("sam"), ticket,
                             desk::AddComment{desk::Visibility::Both, {}, R"("kind":"recommendation-sealed")"}));
  CHECK(withheld() == 1);
  recommend.text = "so would I";
  REQUIRE(desk.world.command(desk.world.member("dana"), ticket, recommend));
  CHECK(withheld() == 0);
}

}  // namespace tandem::app
