// What time does to decisions: overdue, reminded, lapsed; and what takes their place.
#include <doctest/doctest.h>

#include "desk/decision_scene.h"
#include "desk/due.h"

using namespace tandem::desk;
namespace base = tandem::base;

namespace {

using Lines = std::vector<std::string>;

base::Duration days(std::int64_t n) {
  return base::hours(24 * n);
}

// Nothing, when there was nothing to do.
std::optional<Names> passes(Scene& scene, base::Instant until) {
  scene.now = until;
  if (scene.does(system_actor(), PassTime{})) return std::nullopt;
  return scene.latest_names();
}

// Accepted by dana on Monday, owned by `owner`, for forty days.
Scene accepted(std::string_view owner) {
  Scene scene = a_decision("risk-acceptance");
  REQUIRE(scene.does(person("mei"), recommends(1)) == std::nullopt);
  REQUIRE(scene.does(person("dana"), recommends(1)) == std::nullopt);
  TakeDecision taken = takes(1);
  taken.risk = AcceptedRisk{.what = "no fixes after March", .treatment = {}};
  taken.until = kMonday + days(40);
  taken.owner = PersonName(owner);
  REQUIRE(scene.does(person("dana"), taken) == std::nullopt);
  return scene;
}

}  // namespace

TEST_CASE("when the time is over the say passes to the agreed person, once, and the silent are waited for no longer") {
  Scene scene = a_decision("architecture");
  REQUIRE(scene.does(person("mei"), recommends(1)) == std::nullopt);
  const base::Instant deadline = *scene.ticket.decision->asked.deadline;
  scene.now = deadline - base::minutes(1);
  CHECK(decision_due(scene.ticket) == deadline);
  const auto names = passes(scene, deadline);
  REQUIRE(names);
  CHECK(std::ranges::count(*names, "decision-passed-on") == 1);
  CHECK(decider_of(scene.ticket) == PersonName("nora"));
  CHECK(scene.ticket.decision->overdue);
  CHECK_FALSE(decision_due(scene.ticket));
  // What one side wrote alone stays sealed, whoever decides now.
  CHECK_FALSE(scene.ticket.decision->opened_at);
  CHECK(scene.does(person("dana"), takes(1)) == RefusalKind::NotADecider);
  REQUIRE(scene.does(person("nora"), takes(1)) == std::nullopt);
  CHECK_FALSE(scene.ticket.decision->opened_at);
}

TEST_CASE("where nobody else is agreed, whoever has the say keeps it and it is overdue") {
  NewDecision question = a_question("restart");
  question.deadline = kMonday + base::hours(1);
  Scene scene = a_decision(question);
  const PersonName before = decider_of(scene.ticket);
  REQUIRE(passes(scene, kMonday + base::hours(1)));
  CHECK(scene.ticket.decision->overdue);
  CHECK(decider_of(scene.ticket) == before);
}

TEST_CASE("the owner is reminded before it lapses and gets it back when it does") {
  Scene scene = accepted("luis");
  CHECK(scene.due() == kMonday + days(30));
  CHECK_FALSE(passes(scene, kMonday + days(30) - base::minutes(1)));
  CHECK(passes(scene, kMonday + days(30)) == Names{"lapse-reminded"});
  CHECK(std::get<LapseReminded>(scene.latest.front().data).told.front().person == PersonName("luis"));
  CHECK_FALSE(passes(scene, kMonday + days(30)));
  CHECK(scene.due() == kMonday + days(40));
  REQUIRE(scene.does(person("mei"), Close{}) == std::nullopt);  // also what is closed lapses
  CHECK(passes(scene, kMonday + days(40)) == Names{"decision-lapsed", "ticket-reopened", "owner-assigned"});
  CHECK(standing_of(scene.ticket) == DecisionStanding::Lapsed);
  CHECK(scene.ticket.state == State::New);
  CHECK(scene.owner().person == PersonName("luis"));
  CHECK(scene.owner().team == TeamName("harbor-it"));
  CHECK(scene.ticket.ownership.accountable == PersonName("luis"));
  // It stays theirs, whoever the agreement would name for its category.
  const Ownership before = scene.ticket.ownership;
  passes(scene, kMonday + days(41));
  CHECK(scene.ticket.ownership == before);
}

TEST_CASE("who was heard before it was decided hears when it lapses") {
  Scene scene = accepted("luis");
  const auto told_of = [](const std::vector<Told>& told) {
    Lines names;
    for (const Told& one : told) names.push_back(fmt::format("{} as {}", one.person.text(), one.as));
    return names;
  };
  REQUIRE(passes(scene, kMonday + days(30)));
  CHECK(told_of(std::get<LapseReminded>(scene.latest.front().data).told) ==
        Lines{"luis as owner", "dana as decided", "mei as accountable"});
  REQUIRE(passes(scene, kMonday + days(40)));
  const Lines told = told_of(std::get<DecisionLapsed>(scene.latest.front().data).told);
  CHECK(told.front() == "luis as owner");
  for (const Told& one : scene.ticket.decision->asked.consulted) {
    CHECK_MESSAGE(
        std::ranges::any_of(told, [&](const std::string& each) { return each.starts_with(one.person.text()); }),
        one.person.text());
  }
}

TEST_CASE("an owner without a team answers for it with the team that has it") {
  Scene scene = accepted("tess");
  const TeamName team = scene.owner().team;
  REQUIRE(passes(scene, kMonday + days(40)));
  CHECK(scene.ticket.ownership.accountable == PersonName("tess"));
  CHECK(scene.owner().team == team);
  CHECK(scene.owner().person.empty());
}

TEST_CASE("a reminder that comes after the end is none: it lapses") {
  Scene scene = accepted("luis");
  CHECK(passes(scene, kMonday + days(50))->front() == "decision-lapsed");
  CHECK_FALSE(decision_due(scene.ticket));
  CHECK_FALSE(scene.ticket.decision->reminded_at);
}

TEST_CASE("a lapse takes back what was handed on meanwhile") {
  Scene scene = accepted("luis");
  REQUIRE(scene.does(person("mei"), Reopen{"something is left to do"}) == std::nullopt);
  REQUIRE(scene.does(person("mei"), OfferHandoff{TeamName("helpdesk"), {}, "yours"}) == std::nullopt);
  const auto names = passes(scene, kMonday + days(40));
  REQUIRE(names);
  CHECK(std::ranges::count(*names, "ticket-reopened") == 0);
  CHECK_FALSE(scene.ticket.handoff);
  CHECK(scene.owner().person == PersonName("luis"));
}

TEST_CASE("what another decision replaces does not lapse, and is done") {
  const DecisionRef by{.ticket = kTicketId, .number = 9};
  Scene scene = accepted("luis");
  CHECK(scene.does(system_actor(), ReplaceDecision{by}) == std::nullopt);
  CHECK(scene.latest_names() == Names{"decision-replaced"});
  CHECK(standing_of(scene.ticket) == DecisionStanding::Replaced);
  CHECK_FALSE(decision_due(scene.ticket));
  CHECK(scene.does(system_actor(), ReplaceDecision{by}) == RefusalKind::NoChange);

  Scene late = accepted("luis");
  REQUIRE(passes(late, kMonday + days(40)));
  CHECK(late.does(system_actor(), ReplaceDecision{by}) == std::nullopt);
  CHECK(late.latest_names() == Names{"decision-replaced", "ticket-resolved"});
  CHECK(standing_of(late.ticket) == DecisionStanding::Replaced);

  Scene open = a_decision("restart");
  CHECK(open.does(system_actor(), ReplaceDecision{by}) == RefusalKind::NotHeard);
}
