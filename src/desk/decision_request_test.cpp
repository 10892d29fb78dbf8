// Asking for a decision, advice, and recommendations that stay sealed until every side has written.
#include "desk/decision_request.h"

#include <doctest/doctest.h>

#include "desk/decision_scene.h"

using namespace tandem::desk;
namespace base = tandem::base;
namespace policy = tandem::policy;

namespace {

std::vector<std::string> people(const std::vector<Told>& told) {
  std::vector<std::string> names;
  for (const Told& one : told) names.push_back(fmt::format("{}:{}", one.person.text(), one.as));
  return names;
}

std::optional<Refusal> refused(const OpenTicket& command, const Actor& actor,
                               std::optional<PastDecision> renews = std::nullopt) {
  const auto policy = governed_agreement();
  auto answer =
      open(command, {.policy = *policy, .now = kMonday, .actor = actor, .workload = {}, .renews = std::move(renews)});
  const auto* refusal = std::get_if<Refusal>(&answer);
  return refusal == nullptr ? std::nullopt : std::optional(*refusal);
}

}  // namespace

TEST_CASE("a decision says who has the say and why, who is asked, which sides recommend and until when") {
  NewDecision question = a_question("architecture");
  question.consult = {PersonName("sam")};
  const Scene scene = a_decision(std::move(question));
  REQUIRE(scene.events.size() == 3);
  const DecisionRequest& decision = *scene.ticket.decision;
  CHECK(decision.asked.by == PersonName("dana"));
  CHECK(decider_of(scene.ticket) == PersonName("dana"));
  CHECK(decision.asked.big);
  CHECK(people(decision.asked.consulted) ==
        std::vector<std::string>{"mei:must-be-heard", "luis:consulted", "sam:asked"});
  CHECK(decision.asked.sides == std::vector{PartyName("harbor"), PartyName("northbeam")});
  // Ten hours of an office that is open from 8 to 18, asked at 10.
  CHECK(decision.asked.deadline == kMonday + base::hours(24));
  CHECK(decision.asked.reasons.front().text == "`architecture` is dana's to decide");
  CHECK(decision.asked.reasons.front().line == 100);
  CHECK(decision.asked_by.person == PersonName("luis"));
  CHECK(scene.ticket.facts.requester.email.empty());
  CHECK(standing_of(scene.ticket) == DecisionStanding::Open);
}

TEST_CASE("where the agreement names nobody, whoever is closest decides, and it moves with the ticket") {
  Scene scene = a_decision("restart");
  const PersonName first = scene.owner().person;
  CHECK(decider_of(scene.ticket) == first);
  CHECK(scene.ticket.decision->asked.reasons.front().text == "`restart` is decided by whoever is closest to the work");
  CHECK(scene.ticket.decision->asked.reasons.size() > 1);  // and why they have it, down to the line
  const PersonName other(first == PersonName("mei") ? "otto" : "mei");
  REQUIRE(scene.does(person(other.text()), Take{}) == std::nullopt);
  CHECK(scene.does(person(first.text()), takes(1)) == RefusalKind::NotADecider);
  CHECK(decider_of(scene.ticket) == other);
}

TEST_CASE("what cannot be asked is refused by its place") {
  const OpenTicket good = a_decision_ticket(a_question("architecture"));
  CHECK_FALSE(refused(good, person("luis")));
  CHECK_FALSE(refused(good, person("tess")));
  for (const Actor& nobody : {requester("ann@harbor.example"), system_actor(), import_actor("mei"), person("vic")})
    CHECK(refused(good, nobody)->kind == RefusalKind::NotAMember);
  struct Wrong {
    const char* field;
    RefusalKind kind;
    void (*spoil)(OpenTicket&);
  };
  const std::vector<Wrong> wrongs{
      {"decision", RefusalKind::BadDecision, [](OpenTicket& c) { c.decision.reset(); }},
      {"decision", RefusalKind::BadDecision, [](OpenTicket& c) { c.kind = TicketKind::Incident; }},
      {"decision/kind", RefusalKind::UnknownDecision, [](OpenTicket& c) { c.decision->kind = DecisionKindName("x"); }},
      {"decision/question", RefusalKind::EmptyText, [](OpenTicket& c) { c.decision->question = " "; }},
      {"decision/options", RefusalKind::BadDecision, [](OpenTicket& c) { c.decision->options.pop_back(); }},
      {"decision/options", RefusalKind::BadDecision, [](OpenTicket& c) { c.decision->options.resize(21); }},
      {"decision/options", RefusalKind::EmptyText, [](OpenTicket& c) { c.decision->options.front().name = ""; }},
      {"decision/options", RefusalKind::BadDecision,
       [](OpenTicket& c) { c.decision->options.back().cost->currency = "$"; }},
      {"decision/consult", RefusalKind::UnknownPerson, [](OpenTicket& c) { c.decision->consult = {PersonName("x")}; }},
      {"decision/consult", RefusalKind::UnknownPerson,
       [](OpenTicket& c) { c.decision->consult = {PersonName("vic")}; }},
      {"decision/consult", RefusalKind::BadDecision,
       [](OpenTicket& c) { c.decision->consult.assign(51, PersonName("sam")); }},
      {"decision/deadline", RefusalKind::BadDecision, [](OpenTicket& c) { c.decision->deadline = kMonday; }},
      {"decision/deadline", RefusalKind::BadDecision,
       [](OpenTicket& c) { c.decision->deadline = kMonday + base::hours(25); }},
      {"decision/renews", RefusalKind::BadDecision, [](OpenTicket& c) { c.decision->renews = kTicketId; }}};
  for (const Wrong& wrong : wrongs) {
    OpenTicket command = good;
    wrong.spoil(command);
    const auto refusal = refused(command, person("luis"));
    CAPTURE(wrong.field);
    REQUIRE(refusal);
    CHECK(refusal->kind == wrong.kind);
    CHECK(refusal->field == wrong.field);
  }
  OpenTicket earlier = good;
  earlier.decision->deadline = kMonday + base::hours(2);
  CHECK(a_decision(*earlier.decision).ticket.decision->asked.deadline == kMonday + base::hours(2));
}

TEST_CASE("only what was decided, of the same kind, is renewed, and once") {
  OpenTicket command = a_decision_ticket(a_question("risk-acceptance"));
  command.decision->renews = kTicketId;
  PastDecision past{.ref = {.ticket = kTicketId, .number = 4},
                    .kind = DecisionKindName("risk-acceptance"),
                    .standing = DecisionStanding::Lapsed};
  CHECK_FALSE(refused(command, person("luis"), past));
  past.standing = DecisionStanding::Decided;
  CHECK_FALSE(refused(command, person("luis"), past));
  for (const auto standing : {DecisionStanding::Open, DecisionStanding::Dropped, DecisionStanding::Replaced}) {
    past.standing = standing;
    CHECK(refused(command, person("luis"), past)->field == "decision/renews");
  }
  past.standing = DecisionStanding::Lapsed;
  past.kind = DecisionKindName("architecture");
  CHECK(refused(command, person("luis"), past)->field == "decision/renews");
}

TEST_CASE("who was asked gives advice, and the latest of each is kept") {
  Scene scene = a_decision("architecture");
  CHECK(scene.does(person("mei"), GiveAdvice{"replace it"}) == std::nullopt);
  CHECK(scene.does(person("luis"), GiveAdvice{"keep it"}) == std::nullopt);
  CHECK(scene.does(person("mei"), GiveAdvice{"replace it in May"}) == std::nullopt);
  CHECK(scene.does(person("dana"), GiveAdvice{"as I say"}) == RefusalKind::NotAMember);
  CHECK(scene.does(person("mei"), GiveAdvice{" "}) == RefusalKind::EmptyText);
  REQUIRE(scene.ticket.decision->advice.size() == 2);
  CHECK(scene.ticket.decision->advice.front().text == "replace it in May");
}

TEST_CASE("the recommendations open together, in the step in which the last side writes") {
  Scene scene = a_decision("architecture");
  CHECK(scene.does(person("mei"), recommends(1)) == std::nullopt);
  CHECK(scene.latest_names() == Names{"recommendation-sealed"});
  CHECK(scene.does(person("mei"), recommends(2, "on second thoughts")) == std::nullopt);
  CHECK(scene.latest_names() == Names{"recommendation-sealed"});
  CHECK_FALSE(scene.ticket.decision->opened_at);
  CHECK(scene.ticket.decision->is_written_by(PartyName("northbeam")));
  CHECK(scene.does(person("dana"), recommends(2)) == std::nullopt);
  CHECK(scene.latest_names() == Names{"recommendation-sealed", "recommendations-opened"});
  CHECK(scene.ticket.decision->opened_at == scene.now);
  const auto& opened = std::get<RecommendationsOpened>(scene.latest.back().data).recommendations;
  REQUIRE(opened.size() == 2);
  CHECK(opened.front().text == "on second thoughts");
  CHECK(scene.does(person("mei"), recommends(1)) == RefusalKind::NoChange);
}

TEST_CASE("where the sides differ the say passes to the agreed person, and all are told") {
  Scene scene = a_decision("architecture");
  REQUIRE(scene.does(person("mei"), recommends(1)) == std::nullopt);
  REQUIRE(scene.does(person("dana"), recommends(2)) == std::nullopt);
  CHECK(scene.latest_names() == Names{"recommendation-sealed", "recommendations-opened", "decision-passed-on"});
  CHECK(decider_of(scene.ticket) == PersonName("nora"));
  const auto& passed = std::get<DecisionPassedOn>(scene.latest.back().data);
  CHECK(passed.why == PassedOnBecause::Disagreement);
  CHECK(passed.line == 100);
  // And not dana, who wrote what made it so.
  CHECK(people(passed.told) == std::vector<std::string>{"nora:deadlock", "luis:asked", "mei:must-be-heard"});
  CHECK(scene.does(person("dana"), takes(1)) == RefusalKind::NotADecider);
  CHECK(scene.does(person("nora"), takes(1)) == std::nullopt);
}

TEST_CASE("who is asked or leads recommends for their side, and nobody else") {
  Scene scene = a_decision("architecture");
  CHECK(scene.does(person("priya"), recommends(1)) == std::nullopt);  // leads the helpdesk
  CHECK(scene.does(person("tess"), recommends(1)) == RefusalKind::NotAMember);
  CHECK(scene.does(person("vic"), recommends(1)) == RefusalKind::NotAMember);
  CHECK(scene.does(import_actor("mei"), recommends(1)) == RefusalKind::NotAMember);
  CHECK(scene.does(person("dana"), recommends(0)) == RefusalKind::BadDecision);
  CHECK(scene.does(person("dana"), recommends(3)) == RefusalKind::BadDecision);
  CHECK(scene.does(person("dana"), recommends(1, " ")) == RefusalKind::EmptyText);
  CHECK(scene.field == "text");
}

TEST_CASE("nothing of a decision is done to what is none") {
  Scene scene("malware");
  CHECK(scene.does(person("mei"), GiveAdvice{"?"}) == RefusalKind::NoSuchDecision);
  CHECK(scene.does(person("mei"), recommends(1)) == RefusalKind::NoSuchDecision);
  CHECK(scene.does(person("mei"), takes(1)) == RefusalKind::NoSuchDecision);
  CHECK(scene.does(system_actor(), ReplaceDecision{}) == RefusalKind::NoSuchDecision);
  CHECK(scene.does(person("mei"), ReplaceDecision{}) == RefusalKind::NotAMember);
}

TEST_CASE("a decision that ends without one is dropped, and goes on where it is reopened") {
  Scene scene = a_decision("restart");
  const Actor owner = person(scene.owner().person.text());
  REQUIRE(scene.does(owner, Resolve{"no longer needed"}) == std::nullopt);
  CHECK(standing_of(scene.ticket) == DecisionStanding::Dropped);
  CHECK(scene.does(owner, takes(1)) == RefusalKind::NotOpen);
  REQUIRE(scene.does(owner, Reopen{"needed after all"}) == std::nullopt);
  CHECK(standing_of(scene.ticket) == DecisionStanding::Open);
}

TEST_CASE("history that opens what was not sealed, or too early, is noticed") {
  Scene scene = a_decision("architecture");
  REQUIRE(scene.does(person("mei"), recommends(1)) == std::nullopt);
  Ticket ticket = scene.ticket;
  const auto opens = [&](std::vector<Recommendation> all) {
    Ticket copy = ticket;
    return evolve(copy, {.at = kMonday,
                         .actor = person("mei"),
                         .data = RecommendationsOpened{.recommendations = std::move(all)}})
        .has_value();
  };
  const Recommendation of_mei = ticket.decision->recommendations.front().recommendation;
  CHECK_FALSE(opens({of_mei}));
  REQUIRE(evolve(ticket, {.at = kMonday,
                          .actor = person("dana"),
                          .data = RecommendationSealed{PartyName("harbor"), 1, "so would I", "salt"}}));
  Recommendation of_dana = ticket.decision->recommendations.back().recommendation;
  CHECK(opens({of_mei, of_dana}));
  of_dana.option = 2;
  CHECK_FALSE(opens({of_mei, of_dana}));
}
