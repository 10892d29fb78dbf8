#include "app/tickets.h"

#include "app/test_world.h"

using namespace tandem;
using namespace tandem::app;

namespace {

FailureKind kind_of(const Outcome<TicketView>& outcome) {
  REQUIRE_FALSE(outcome);
  return outcome.error().kind;
}

// Every button of a ticket with the command it stands for.
std::vector<std::pair<bool, desk::Command>> buttons(const TicketView& view, const desk::TeamName& other_team) {
  const std::uint32_t epoch = view.ticket.handoff ? view.ticket.handoff->offer.epoch : 0;
  const desk::PriorityName other_priority(view.ticket.facts.priority.text() == "normal" ? "critical" : "normal");
  return {
      {view.allowed.comment, desk::AddComment{desk::Visibility::Requester, {}, "hello"}},
      {view.allowed.note, desk::AddComment{desk::Visibility::Both, {}, "hello"}},
      {view.allowed.take, desk::Take{}},
      {view.allowed.edit, desk::ChangePriority{other_priority}},
      {view.allowed.handoff, desk::OfferHandoff{other_team, {}, "please"}},
      {view.allowed.accept, desk::AcceptHandoff{epoch}},
      {view.allowed.decline, desk::DeclineHandoff{epoch, "no"}},
      {view.allowed.withdraw, desk::WithdrawHandoff{epoch}},
      {view.allowed.resume, desk::Resume{}},
      {view.allowed.resolve, desk::Resolve{"done"}},
      {view.allowed.reopen, desk::Reopen{"again"}},
      {view.allowed.close, desk::Close{}},
  };
}

}  // namespace

TEST_CASE("an opened ticket has the owner, the accountable name and the reasons of the agreement") {
  TestWorld world;
  const auto view = world.open(world.requester("nora"));
  CHECK(view.ticket.ownership.owner.team.text() == "desk");
  CHECK(view.ticket.ownership.accountable.text() == "sam");
  CHECK(view.ticket.ownership.reasons.empty());  // not the requester's to read
  const auto seen = world.tickets.get(world.member("dana"), world.name, view.ticket.id.text());
  REQUIRE(seen);
  CHECK_FALSE(seen->ticket.ownership.reasons.empty());
  CHECK(seen->ticket.ownership.reasons.front().file == "agreement.yaml");
}

TEST_CASE("numbers count without gaps and find their ticket") {
  TestWorld world;
  const auto dana = world.member("dana");
  CHECK(world.open(dana).ticket.facts.number == 1);
  desk::OpenTicket refused;
  refused.subject = "   ";
  CHECK(kind_of(world.tickets.open(dana, world.name, refused, {})) == FailureKind::Invalid);
  const auto second = world.open(dana);
  CHECK(second.ticket.facts.number == 2);
  for (const char* text : {"2", "HCU-2", "hcu-2"}) {
    const auto found = world.tickets.get(dana, world.name, text);
    REQUIRE(found);
    CHECK(found->ticket.id == second.ticket.id);
  }
  for (const char* text : {"3", "QD-2", "0", "-2", "2x", ""})
    CHECK(kind_of(world.tickets.get(dana, world.name, text)) == FailureKind::NotFound);
}

TEST_CASE("who is no member of the engagement finds nothing in it") {
  TestWorld world;
  const auto view = world.open(world.member("dana"));
  const auto stranger = world.stranger();
  const std::string id = view.ticket.id.text();
  CHECK(kind_of(world.tickets.get(stranger, world.name, id)) == FailureKind::NotFound);
  CHECK(kind_of(world.tickets.open(stranger, world.name, {}, {})) == FailureKind::NotFound);
  CHECK(kind_of(world.command(stranger, view, desk::Take{})) == FailureKind::NotFound);
  CHECK(world.tickets.queue(stranger, world.name, QueueView::All, {}).error().kind == FailureKind::NotFound);
  CHECK(world.tickets.why(stranger, world.name, id).error().kind == FailureKind::NotFound);
  CHECK(world.tickets.history(stranger, world.name, id).error().kind == FailureKind::NotFound);
}

TEST_CASE("a requester sees, answers and reopens their own tickets and no others") {
  TestWorld world;
  const auto nora = world.requester("nora");
  const auto own = world.open(nora);
  const auto other = world.open(world.requester("theo"));
  CHECK(kind_of(world.tickets.get(nora, world.name, other.ticket.id.text())) == FailureKind::NotFound);
  CHECK(kind_of(world.command(nora, other, desk::AddComment{desk::Visibility::Requester, {}, "hi"})) ==
        FailureKind::NotFound);
  CHECK(world.command(nora, own, desk::AddComment{desk::Visibility::Requester, {}, "hi"}));
  CHECK(kind_of(world.command(nora, own, desk::AddComment{desk::Visibility::Both, {}, "hi"})) ==
        FailureKind::Forbidden);
  CHECK(kind_of(world.command(nora, own, desk::Take{})) == FailureKind::Forbidden);
  CHECK(world.tickets.why(nora, world.name, own.ticket.id.text()).error().kind == FailureKind::Forbidden);

  QueueQuery everything;
  const auto queue = world.tickets.queue(nora, world.name, QueueView::All, everything);
  REQUIRE(queue);
  REQUIRE(queue->rows.size() == 1);
  CHECK(queue->rows.front().id == own.ticket.id);
}

TEST_CASE("a requester's list says nothing of what goes on between the teams") {
  TestWorld world;
  const auto nora = world.requester("nora");
  const auto sam = world.member("sam");
  const auto own = world.open(nora);
  REQUIRE(world.command(sam, own, desk::AddComment{desk::Visibility::Both, {}, "a difficult customer"}));
  REQUIRE(world.command(sam, own, desk::OfferHandoff{desk::TeamName("harbor-it"), {}, "yours"}));
  const auto row_of = [&](const Caller& caller) {
    return world.tickets.queue(caller, world.name, QueueView::All, {})->rows.at(0);
  };
  CHECK(row_of(sam).handoff_to.text() == "harbor-it");
  CHECK(row_of(sam).public_comments == 1);
  CHECK(row_of(nora).handoff_to.empty());
  CHECK_FALSE(row_of(nora).handoff_pending);
  CHECK(row_of(nora).public_comments == 0);
  // A team's list holds what it is offered as well, so that asking for one would tell.
  const auto count_of_team = [&](const Caller& caller, std::string team) {
    QueueQuery query;
    query.teams = {desk::TeamName(std::move(team))};
    return world.tickets.queue(caller, world.name, QueueView::All, query)->rows.size();
  };
  CHECK(count_of_team(sam, "harbor-it") == 1);
  CHECK(count_of_team(nora, "harbor-it") == 0);
  CHECK(count_of_team(nora, "desk") == 1);
}

TEST_CASE("whoever has no address has no tickets of their own") {
  TestWorld world;
  Caller nobody = world.requester("nora");
  nobody.email.clear();
  static_cast<void>(world.open(world.requester("theo")));
  CHECK(world.tickets.queue(nobody, world.name, QueueView::All, {})->rows.empty());
}

TEST_CASE("the number with its prefix lists that ticket and no other, bare digits are a word like any") {
  TestWorld world;
  const auto dana = world.member("dana");
  for (int i = 0; i < 11; ++i) static_cast<void>(world.open(dana));
  const auto numbers = [&](const Caller& caller, std::string search) {
    QueueQuery query;
    query.search = std::move(search);
    const auto page = world.tickets.queue(caller, world.name, QueueView::All, query);
    REQUIRE(page);
    std::vector<std::uint64_t> found;
    for (const QueueRow& row : page->rows) found.push_back(row.number);
    return found;
  };
  CHECK(numbers(dana, "HCU-1") == std::vector<std::uint64_t>{1});
  CHECK(numbers(dana, " hcu-11 ") == std::vector<std::uint64_t>{11});
  CHECK(numbers(dana, "HCU-12").empty());
  CHECK(numbers(dana, "1") == std::vector<std::uint64_t>{11, 10, 1});
  CHECK(numbers(world.requester("nora"), "HCU-1").empty());
}

TEST_CASE("an auditor reads and never writes") {
  TestWorld world;
  const auto view = world.open(world.member("dana"));
  const auto ada = world.auditor();
  CHECK(world.tickets.get(ada, world.name, view.ticket.id.text()));
  CHECK(kind_of(world.tickets.open(ada, world.name, {}, {})) == FailureKind::Forbidden);
  const auto seen = *world.tickets.get(ada, world.name, view.ticket.id.text());
  for (const auto& [offered, command] : buttons(seen, desk::TeamName("harbor-it"))) {
    CHECK_FALSE(offered);
    CHECK(kind_of(world.command(ada, view, command)) == FailureKind::Forbidden);
  }
}

TEST_CASE("a team's own note is counted for the others and never shown") {
  TestWorld world;
  const auto dana = world.member("dana");
  const auto sam = world.member("sam");
  const auto view = world.open(dana);
  REQUIRE(world.command(sam, view, desk::AddComment{desk::Visibility::Team, desk::TeamName("desk"), "between us"}));
  const auto for_dana = world.tickets.get(dana, world.name, view.ticket.id.text());
  REQUIRE(for_dana);
  CHECK(for_dana->hidden_notes == 1);
  REQUIRE(for_dana->ticket.comments.size() == 1);
  CHECK(for_dana->ticket.comments.front().text.empty());
  const auto for_otto = world.tickets.get(world.member("otto"), world.name, view.ticket.id.text());
  CHECK(for_otto->hidden_notes == 0);
  CHECK(for_otto->ticket.comments.front().text == "between us");
  const auto for_auditor = world.tickets.get(world.auditor(), world.name, view.ticket.id.text());
  CHECK(for_auditor->hidden_notes == 1);
  const auto history = world.tickets.history(dana, world.name, view.ticket.id.text());
  for (const HistoryLine& line : *history) CHECK(line.text.find("between us") == std::string::npos);
}

TEST_CASE("buttons are offered exactly when the command is accepted") {
  TestWorld world;
  const std::vector<Caller> callers{world.member("dana"), world.member("luis"), world.member("sam"),
                                    world.member("otto"), world.requester("nora")};
  std::vector<TicketView> stages;
  stages.push_back(world.open(world.requester("nora")));
  stages.push_back(world.open(world.requester("nora"), "banking"));
  stages.push_back(world.open(world.requester("nora")));
  REQUIRE(
      world.command(world.member("sam"), stages.back(), desk::OfferHandoff{desk::TeamName("harbor-it"), {}, "yours?"}));
  stages.push_back(world.open(world.requester("nora")));
  REQUIRE(world.command(world.member("sam"), stages.back(), desk::Resolve{"done"}));
  stages.push_back(world.open(world.requester("nora")));
  REQUIRE(world.command(world.member("sam"), stages.back(), desk::Wait{desk::WaitingOn::Vendor}));

  for (const TicketView& stage : stages) {
    for (const Caller& caller : callers) {
      const auto view = *world.tickets.get(caller, world.name, stage.ticket.id.text());
      const desk::TeamName other(view.ticket.ownership.owner.team.text() == "desk" ? "harbor-it" : "desk");
      for (const auto& [offered, command] : buttons(view, other)) {
        CAPTURE(caller.display);
        CAPTURE(desk::name_of(command));
        CAPTURE(std::string(desk::to_text(view.ticket.state)));
        // The desk is asked on a copy: nothing is written, so that each button is tried on the same ticket.
        const auto& membership = *caller.membership(world.name);
        const auto engagement = world.engagements.find(world.name);
        const auto full = world.store.ticket(world.name, stage.ticket.id);
        REQUIRE(full);
        const auto decision = desk::decide(**full, command,
                                           {.policy = *engagement->policy,
                                            .now = world.clock.now(),
                                            .actor = actor_of(caller, membership, *engagement->policy),
                                            .workload = {}});
        CHECK(offered == (may_command(membership, command) && std::holds_alternative<desk::Events>(decision)));
      }
    }
  }
}

TEST_CASE("a repeated request under one key happens once and is answered the same") {
  TestWorld world;
  const auto dana = world.member("dana");
  desk::OpenTicket command;
  command.subject = "Only once";
  const CommandOptions once{.if_version = {},
                            .idempotency = Idempotency{.key = "k1", .request = crypto::sha256("request")}};
  const auto first = world.tickets.open(dana, world.name, command, once);
  REQUIRE(first);
  REQUIRE(world.command(world.member("sam"), *first, desk::Take{}));
  const auto again = world.tickets.open(dana, world.name, command, once);
  REQUIRE(again);
  CHECK(again->ticket.id == first->ticket.id);
  CHECK(again->ticket.version == first->ticket.version);
  const CommandOptions other{.if_version = {},
                             .idempotency = Idempotency{.key = "k1", .request = crypto::sha256("another")}};
  CHECK(kind_of(world.tickets.open(dana, world.name, command, other)) == FailureKind::IdempotencyMismatch);
  CHECK(world.open(dana).ticket.facts.number == 2);
  // Another account's key is another key.
  CHECK(world.tickets.open(world.member("luis"), world.name, command, once)->ticket.facts.number == 3);
}

TEST_CASE("a refused request is not remembered: repaired, it may use its key again") {
  TestWorld world;
  const auto dana = world.member("dana");
  const CommandOptions once{.if_version = {},
                            .idempotency = Idempotency{.key = "k", .request = crypto::sha256("request")}};
  desk::OpenTicket command;
  command.subject = "x";
  command.category = desk::CategoryName("pasword");
  CHECK(kind_of(world.tickets.open(dana, world.name, command, once)) == FailureKind::Invalid);
  command.category = desk::CategoryName("password");
  CHECK(world.tickets.open(dana, world.name, command, once));
}

TEST_CASE("a change based on an old version is stale and changes nothing") {
  TestWorld world;
  const auto dana = world.member("dana");
  const auto view = world.open(dana);
  const auto changed = world.command(dana, view, desk::ChangePriority{desk::PriorityName("critical")},
                                     {.if_version = view.ticket.version, .idempotency = {}});
  REQUIRE(changed);
  CHECK(kind_of(world.command(dana, view, desk::ChangePriority{desk::PriorityName("normal")},
                              {.if_version = view.ticket.version, .idempotency = {}})) == FailureKind::Stale);
  CHECK(world.tickets.get(dana, world.name, view.ticket.id.text())->ticket.version == changed->ticket.version);
}

TEST_CASE("an edit of two fields happens whole or not at all") {
  TestWorld world;
  const auto dana = world.member("dana");
  const auto view = world.open(dana);
  const std::vector<desk::Command> half{desk::ChangePriority{desk::PriorityName("critical")},
                                        desk::ChangeCategory{desk::CategoryName("nonsense")}};
  CHECK(kind_of(world.tickets.commands(dana, world.name, view.ticket.id.text(), half, {})) == FailureKind::Invalid);
  CHECK(world.tickets.get(dana, world.name, view.ticket.id.text())->ticket.facts.priority.text() == "normal");
  const std::vector<desk::Command> whole{desk::ChangePriority{desk::PriorityName("critical")},
                                         desk::ChangeCategory{desk::CategoryName("banking")}};
  const auto edited = world.tickets.commands(dana, world.name, view.ticket.id.text(), whole, {});
  REQUIRE(edited);
  CHECK(edited->ticket.facts.priority.text() == "critical");
  CHECK(edited->ticket.ownership.owner.team.text() == "harbor-it");
}

TEST_CASE("the queue of mine and of my team holds what is offered to me as well") {
  TestWorld world;
  const auto view = world.open(world.requester("nora"));
  const auto luis = world.member("luis");
  CHECK(world.tickets.queue(luis, world.name, QueueView::Team, {})->rows.empty());
  REQUIRE(world.command(world.member("sam"), view,
                        desk::OfferHandoff{desk::TeamName("harbor-it"), desk::PersonName("luis"), "your login"}));
  CHECK(world.tickets.queue(luis, world.name, QueueView::Team, {})->rows.size() == 1);
  CHECK(world.tickets.queue(luis, world.name, QueueView::Mine, {})->rows.size() == 1);
  CHECK(world.tickets.queue(world.member("dana"), world.name, QueueView::Mine, {})->rows.empty());
}

TEST_CASE("why tells the decision and what the agreement would say now") {
  TestWorld world;
  const auto view = world.open(world.requester("nora"), "banking");
  CHECK(view.ticket.ownership.owner.team.text() == "harbor-it");
  world.clock.set(*base::parse_rfc3339("2026-10-06T01:00:00Z"));  // 21:00 in New York
  const auto why = world.tickets.why(world.member("sam"), world.name, view.ticket.id.text());
  REQUIRE(why);
  CHECK(why->view.ticket.ownership.owner.team.text() == "harbor-it");
  CHECK(why->cause == desk::AssignmentCause::Opened);
  CHECK(why->now.owner.team.text() == "desk");
  CHECK(why->now.accountable.text() == "dana");
}

TEST_CASE("a ticket tells what its clocks show now, by the agreement of then, and whose time it took") {
  TestWorld world;  // a Monday, 10:00; the office is open from 08:00 to 17:00
  const auto dana = world.member("dana");
  const auto opened = world.open(dana, "banking");
  REQUIRE(opened.targets.size() == 2);
  CHECK(opened.as_of == world.clock.now());
  CHECK(opened.targets[0].reading.due == world.clock.now() + base::hours(4));

  world.clock.advance(base::hours(1));
  REQUIRE(world.command(dana, opened, desk::Take{}));
  world.clock.advance(base::hours(1));
  REQUIRE(world.command(dana, opened, desk::Wait{desk::WaitingOn::Vendor}));
  world.clock.advance(base::hours(3));
  const auto waiting = world.tickets.get(dana, world.name, opened.ticket.id.text());
  REQUIRE(waiting);
  CHECK(waiting->targets[0].reading.state == desk::ClockState::Met);
  CHECK(waiting->targets[1].reading.state == desk::ClockState::Paused);
  CHECK(waiting->targets[1].reading.elapsed == base::hours(2));
  CHECK(waiting->targets[1].reasons.back().text == "paused 3 h while waiting on the vendor");
  REQUIRE(waiting->charges.size() == 2);
  CHECK(waiting->charges[0].team == desk::TeamName("harbor-it"));
  CHECK(waiting->charges[0].open == base::hours(2));
  CHECK(waiting->charges[1].ball == desk::Ball::Vendor);
  CHECK(waiting->charges[1].percent == 60);

  // From now on the office closes at 12:00: what was counted stays, and less is left of each day.
  std::string shorter(kSmallAgreement);
  shorter.replace(shorter.find("17:00"), 5, "12:00");
  REQUIRE(
      world.engagements.adopt({.root = "agreement.yaml", .files = {{"agreement.yaml", shorter}}}, world.clock.now()));
  REQUIRE(world.command(dana, opened, desk::Resume{}));
  world.clock.advance(base::hours(17));  // Tuesday 08:00
  const auto later = world.tickets.get(dana, world.name, opened.ticket.id.text());
  CHECK(later->targets[1].reading.elapsed == base::hours(2));
  world.clock.advance(base::hours(1));
  CHECK(world.tickets.get(dana, world.name, opened.ticket.id.text())->targets[1].reading.elapsed == base::hours(3));
}

TEST_CASE("an end user is told when it is due, and not why, nor whose time it took") {
  TestWorld world;
  const auto joan = world.requester("joan");
  const auto opened = world.open(joan);
  for (const auto& view : {opened, *world.tickets.get(joan, world.name, opened.ticket.id.text())}) {
    REQUIRE(view.targets.size() == 2);
    CHECK(view.targets[1].reading.due.has_value());
    CHECK(view.targets[1].reasons.empty());
    CHECK(view.targets[1].warnings.empty());
    CHECK(view.ticket.segments.empty());
    CHECK(view.charges.empty());
  }
  world.clock.advance(base::minutes(5));
  const auto sam = world.tickets.get(world.member("sam"), world.name, opened.ticket.id.text());
  CHECK_FALSE(sam->targets[1].reasons.empty());
  CHECK_FALSE(sam->targets[1].warnings.empty());
  CHECK(sam->ticket.segments.size() == 1);
  CHECK(sam->charges.size() == 1);
}
