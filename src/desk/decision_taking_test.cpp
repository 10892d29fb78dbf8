// Taking a decision: who, after whom, within which limits, and what it allows.
#include <doctest/doctest.h>

#include "desk/decision_scene.h"

using namespace tandem::desk;
namespace base = tandem::base;

namespace {

// Both sides agree, and mei, who must be heard, wrote one of the recommendations.
Scene agreed(std::string_view kind) {
  Scene scene = a_decision(kind);
  REQUIRE(scene.does(person("mei"), recommends(2)) == std::nullopt);
  REQUIRE(scene.does(person("dana"), recommends(2)) == std::nullopt);
  return scene;
}

NewDecision priced(std::optional<Cost> cost, std::optional<RiskLevel> risk = {}, std::string action = {}) {
  NewDecision question = a_question("purchase");
  question.options.front() = {
      .name = "buy", .words = {}, .cost = std::move(cost), .risk = risk, .action = std::move(action)};
  return question;
}

// What comes of it when whoever is closest takes the first option.
std::vector<std::string_view> closest_takes(const NewDecision& question, std::string_view category = "malware") {
  Scene scene = a_decision(question, category);
  REQUIRE(scene.does(person(decider_of(scene.ticket).text()), takes(1)) == std::nullopt);
  return scene.latest_names();
}

const Names kTaken{"decision-taken", "ticket-resolved"};
const Names kPassedOn{"decision-passed-on"};

}  // namespace

TEST_CASE("the decider takes an option with a reason, everybody concerned is told, and the ticket is done") {
  Scene scene = agreed("architecture");
  CHECK(scene.does(person("nora"), takes(2)) == RefusalKind::NotADecider);
  CHECK(scene.does(person("mei"), takes(2)) == RefusalKind::NotADecider);
  CHECK(scene.does(import_actor("dana"), takes(2)) == RefusalKind::NotADecider);
  CHECK(scene.does(person("dana"), takes(3)) == RefusalKind::BadDecision);
  TakeDecision without_reason = takes(2);
  without_reason.reason = "";
  CHECK(scene.does(person("dana"), without_reason) == RefusalKind::EmptyText);
  REQUIRE(scene.does(person("dana"), takes(2)) == std::nullopt);
  CHECK(scene.latest_names() == kTaken);
  const DecisionRequest::Outcome& outcome = *scene.ticket.decision->outcome;
  CHECK(outcome.taken.option == 2);
  CHECK(outcome.by.person == PersonName("dana"));
  CHECK(outcome.taken.owner == PersonName("dana"));
  CHECK_FALSE(outcome.taken.lapses_at);
  CHECK(std::ranges::find(outcome.taken.told, PersonName("luis"), &Told::person) != outcome.taken.told.end());
  CHECK(scene.ticket.state == State::Resolved);
  CHECK(standing_of(scene.ticket) == DecisionStanding::Decided);
  CHECK(scene.does(person("dana"), takes(1)) == RefusalKind::AlreadyDecided);
  CHECK(scene.does(person("mei"), GiveAdvice{"too late"}) == RefusalKind::AlreadyDecided);
}

TEST_CASE("a big decision waits for every side, and for whom must be heard, until its time is over") {
  Scene scene = a_decision("architecture");
  CHECK(scene.does(person("dana"), takes(1)) == RefusalKind::NotHeard);
  CHECK(scene.said == "mei must be heard first, until the time is over");
  REQUIRE(scene.does(person("mei"), GiveAdvice{"keep it"}) == std::nullopt);
  CHECK(scene.does(person("dana"), takes(1)) == RefusalKind::NotHeard);
  CHECK(scene.said == "`harbor`, `northbeam` must recommend first, until the time is over");
  REQUIRE(scene.does(person("priya"), recommends(1)) == std::nullopt);
  CHECK(scene.does(person("dana"), takes(1)) == RefusalKind::NotHeard);
  REQUIRE(scene.does(person("dana"), recommends(1)) == std::nullopt);
  CHECK(scene.does(person("dana"), takes(1)) == std::nullopt);
}

TEST_CASE("what a sealed recommendation says does not count as heard before it is open") {
  Scene scene = a_decision("architecture");
  REQUIRE(scene.does(person("mei"), recommends(1)) == std::nullopt);
  CHECK(scene.does(person("dana"), takes(1)) == RefusalKind::NotHeard);
  CHECK(scene.said == "mei must be heard first, until the time is over");
}

TEST_CASE("whoever is closest decides within what the activity's team may do alone") {
  CHECK(closest_takes(priced({})) == kTaken);
  CHECK(closest_takes(priced(Cost{25'000, "USD"})) == kTaken);
  CHECK(closest_takes(priced(Cost{25'001, "USD"})) == kPassedOn);
  CHECK(closest_takes(priced(Cost{1, "EUR"})) == kPassedOn);
  CHECK(closest_takes(priced(Cost{0, "EUR"})) == kTaken);
  CHECK(closest_takes(priced({}, RiskLevel::Medium)) == kTaken);
  CHECK(closest_takes(priced({}, RiskLevel::High)) == kPassedOn);
  CHECK(closest_takes(priced({}, {}, "isolate-host")) == kTaken);
  CHECK(closest_takes(priced({}, {}, "wipe-host")) == kPassedOn);
  // Nothing is agreed about what workstations may cost.
  CHECK(closest_takes(priced(Cost{25'001, "USD"}), "workstation") == kTaken);
}

TEST_CASE("above that it is asked of somebody with authority, with what was proposed and why") {
  Scene scene = a_decision(priced(Cost{30'000, "USD"}));
  const Actor closest = person(decider_of(scene.ticket).text());
  REQUIRE(scene.does(closest, takes(1)) == std::nullopt);
  const auto& passed = std::get<DecisionPassedOn>(scene.latest.front().data);
  CHECK(passed.why == PassedOnBecause::Authority);
  CHECK(passed.to == PersonName("nora"));  // mei answers for it and is the provider's
  CHECK(passed.option == 1);
  CHECK(passed.reason == "the cheaper way for now");
  CHECK(passed.limit == "it costs 300.00 USD: `soc` may spend 250 USD alone");
  CHECK(passed.line == 31);
  CHECK(scene.ticket.state == State::New);
  CHECK(scene.does(closest, takes(2)) == RefusalKind::NotADecider);
  CHECK(scene.does(person("nora"), takes(1)) == std::nullopt);
}

TEST_CASE("where nobody is named above, the one who answers for the work is asked, and they cannot ask themselves") {
  NewDecision question = priced(Cost{30'000, "USD"});
  question.kind = DecisionKindName("restart");
  Scene scene = a_decision(question);
  REQUIRE(scene.does(person("otto"), Take{}) == std::nullopt);
  REQUIRE(scene.does(person("otto"), takes(1)) == std::nullopt);
  CHECK(std::get<DecisionPassedOn>(scene.latest.front().data).to == PersonName("mei"));
  CHECK(scene.does(person("mei"), takes(1)) == std::nullopt);
  Scene alone = a_decision(question);
  REQUIRE(alone.does(person("mei"), Take{}) == std::nullopt);
  CHECK(alone.does(person("mei"), takes(1)) == RefusalKind::AboveAuthority);
}

TEST_CASE("a person of the client whom the kind names is not bound by what the provider may do alone") {
  Scene scene = agreed("architecture");
  REQUIRE(scene.does(person("dana"), takes(2)) == std::nullopt);
  CHECK(scene.latest_names() == kTaken);
}

TEST_CASE("a risk is accepted with its owner and until a day, as long as is agreed at most") {
  Scene scene = agreed("risk-acceptance");
  TakeDecision taken = takes(1);
  taken.risk = AcceptedRisk{.what = "no fixes after March", .treatment = "an own network"};
  taken.owner = PersonName("luis");
  taken.until = kMonday + base::hours(24 * 93);
  CHECK(scene.does(person("dana"), taken) == RefusalKind::BadDecision);  // 92 days are three months here
  CHECK(scene.field == "until");
  taken.until = kMonday;
  CHECK(scene.does(person("dana"), taken) == RefusalKind::BadDecision);
  taken.until.reset();
  taken.owner = PersonName("vic");
  CHECK(scene.does(person("dana"), taken) == RefusalKind::UnknownPerson);
  taken.owner = PersonName("luis");
  taken.risk->what = "";
  CHECK(scene.does(person("dana"), taken) == RefusalKind::EmptyText);
  CHECK(scene.field == "risk/what");
  taken.risk->what = "no fixes after March";
  REQUIRE(scene.does(person("dana"), taken) == std::nullopt);
  const DecisionTaken& kept = scene.ticket.decision->outcome->taken;
  CHECK(kept.owner == PersonName("luis"));
  CHECK(kept.lapses_at == base::parse_rfc3339("2027-01-05T15:00:00Z"));  // ten o'clock in winter
  CHECK(kept.remind_at == *kept.lapses_at - base::hours(24 * 14));
}

TEST_CASE("what lapses is never allowed without an end, and only by whom the agreement names") {
  Scene scene = agreed("architecture");
  TakeDecision taken = takes(2);
  taken.exception = PolicyException{.policy = "patching within 14 days", .scope = "FW01"};
  CHECK(scene.does(person("dana"), taken) == RefusalKind::BadDecision);
  CHECK(scene.field == "until");
  taken.until = kMonday + base::hours(24 * 8);
  REQUIRE(scene.does(person("dana"), taken) == std::nullopt);
  // A quarter of a short term, not a fortnight.
  CHECK(scene.ticket.decision->outcome->taken.remind_at == kMonday + base::hours(24 * 6));

  Scene small = a_decision("purchase");
  taken.option = 1;
  taken.until = kMonday + base::hours(24);
  NewDecision harmless = priced({});
  Scene closest = a_decision(harmless);
  CHECK(closest.does(person(decider_of(closest.ticket).text()), taken) == RefusalKind::AboveAuthority);
  taken.exception.reset();
  CHECK(closest.does(person(decider_of(closest.ticket).text()), taken) == std::nullopt);
}

TEST_CASE("deciding ends what was pending") {
  Scene scene = a_decision(priced({}));
  const Actor closest = person(decider_of(scene.ticket).text());
  REQUIRE(scene.does(closest, OfferHandoff{TeamName("helpdesk"), {}, "yours?"}) == std::nullopt);
  REQUIRE(scene.does(closest, takes(1)) == std::nullopt);
  CHECK(scene.latest_names() == Names{"handoff-withdrawn", "decision-taken", "ticket-resolved"});
}
