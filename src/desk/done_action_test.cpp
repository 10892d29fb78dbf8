#include "desk/done_action.h"

#include <doctest/doctest.h>

#include "desk/asked_readers.h"
#include "desk/governed_agreement.h"
#include "desk/notice.h"
#include "desk/scene.h"

using namespace tandem::desk;
namespace base = tandem::base;
namespace policy = tandem::policy;

namespace {

// The soc may isolate-host, 250 USD, medium risk; mei answers for it, dana is told, luis consulted.
RecordAction isolated(std::uint64_t hundredths = 0, RiskLevel risk = RiskLevel::Low) {
  return {.name = "isolate-host",
          .on = "PC-12",
          .done_at = kMonday,
          .cost = Cost{.hundredths = hundredths, .currency = "USD"},
          .risk = risk,
          .reason = {},
          .decided_by = {}};
}
RecordAction disabled(std::string reason = {}) {
  RecordAction action = isolated();
  action.name = "disable-account";
  action.on = "ann";
  action.reason = std::move(reason);
  return action;
}
Scene malware() {
  return Scene(governed_agreement(), a_ticket("malware"), kMonday);
}
std::vector<std::string> names_of(const std::vector<Told>& told) {
  std::vector<std::string> names;
  for (const Told& one : told) names.push_back(fmt::format("{} as {}", one.person.text(), one.as));
  return names;
}
const ActionRecorded& recorded(const Scene& scene) {
  return std::get<ActionRecorded>(scene.latest.front().data);
}
using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("what the agreement lets a team do alone is kept with its line, and the other side is told afterwards") {
  Scene scene = malware();
  const Ticket before = scene.ticket;
  REQUIRE(scene.does(person("otto"), isolated()) == std::nullopt);
  CHECK(scene.latest_names() == Names{"action-recorded"});
  const ActionRecorded& done = recorded(scene);
  CHECK(done.action == 1);
  CHECK(done.was_allowed());
  CHECK(done.team == TeamName("soc"));
  CHECK(done.activity == ActivityName("malware.handling"));
  CHECK(done.because == "`soc` may do `isolate-host` alone");
  CHECK(done.file == "agreement.yaml");
  CHECK(done.line == 31);
  CHECK(done.agreement_version == 3);
  CHECK(done.asked.empty());
  CHECK(names_of(done.told) == Lines{"mei as accountable", "luis as consulted", "dana as informed"});
  Lines told;
  for (const Notice& one :
       notices({.before = &before, .after = scene.ticket, .events = scene.latest, .policy = scene.policy()}))
    told.push_back(fmt::format("{} {}", one.to.person.text(), to_text(one.kind)));
  CHECK(told == Lines{"mei done-alone", "luis done-alone", "dana done-alone"});
  REQUIRE(scene.ticket.actions.size() == 1);
  CHECK(scene.ticket.actions.front().by == person("otto"));
  CHECK(scene.ticket.actions.front().version == scene.ticket.version);
  CHECK_FALSE(scene.ticket.actions.front().is_open());
  // Who acts has noticed.
  CHECK(scene.ticket.escalation.acknowledged_by == "otto");
}

TEST_CASE("what goes beyond is refused before the fact, with whom to ask and how") {
  Scene scene = malware();
  CHECK(scene.does(person("otto"), disabled()) == RefusalKind::MustBeAsked);
  CHECK(scene.said ==
        "`disable-account` is not among what `soc` may do alone: ask nora by a decision of kind `purchase`; if it "
        "has been done already, say why");
  CHECK(scene.does(person("otto"), isolated(25'001)) == RefusalKind::MustBeAsked);
  CHECK(scene.said.starts_with("it costs 250.01 USD: `soc` may spend 250 USD alone"));
  CHECK(scene.does(person("otto"), isolated(0, RiskLevel::High)) == RefusalKind::MustBeAsked);
  CHECK(scene.said.starts_with("its risk is high: `soc` may take medium alone"));
  RecordAction foreign = isolated(100);
  foreign.cost->currency = "EUR";
  CHECK(scene.does(person("otto"), foreign) == RefusalKind::MustBeAsked);
  // It is the team's authority: others have none about this.
  CHECK(scene.does(person("sam"), isolated()) == RefusalKind::MustBeAsked);
  CHECK(scene.said.starts_with("only `soc` does something alone about `malware.handling`, and sam is not of it"));
  CHECK(scene.does(person("dana"), isolated()) == RefusalKind::MustBeAsked);
  CHECK(scene.ticket.actions.empty());
  CHECK(scene.does(person("otto"), isolated(25'000, RiskLevel::Medium)) == std::nullopt);
}

TEST_CASE("nobody is sent to ask somebody who may decide no more than they may themselves") {
  // Where the kind has no deadlock either, mei, who answers for it, is of the provider and bound by the same limits.
  policy::Spec spec = governed_agreement()->spec();
  for (policy::DecisionKind& kind : spec.governance.decisions) {
    if (!kind.big) kind.deadlock = policy::PersonIndex::none();
  }
  Scene scene(policy::Policy::make(spec), a_ticket("malware"), kMonday);
  CHECK(scene.does(person("otto"), disabled()) == RefusalKind::MustBeAsked);
  CHECK(scene.said.contains("ask dana by a decision of kind `architecture`"));
  spec.governance.decisions.clear();
  spec.governance.freezes.clear();
  Scene without(policy::Policy::make(std::move(spec)), a_ticket("malware"), kMonday);
  CHECK(without.does(person("otto"), disabled()) == RefusalKind::MustBeAsked);
  CHECK(without.said.contains(": ask luis; if it has been done already"));
}

TEST_CASE("what was spent alone on a ticket is added up") {
  Scene scene = malware();
  REQUIRE(scene.does(person("otto"), isolated(20'000)) == std::nullopt);
  CHECK(scene.does(person("mei"), isolated(5'001)) == RefusalKind::MustBeAsked);
  CHECK(scene.said.starts_with("it costs 50.01 USD, 250.01 USD with what was spent before: `soc` may spend 250 USD"));
  CHECK(scene.does(person("mei"), isolated(5'000)) == std::nullopt);
  CHECK(scene.does(person("mei"), isolated()) == std::nullopt);
  CHECK(scene.does(person("mei"), isolated(1)) == RefusalKind::MustBeAsked);
}

TEST_CASE("what was done without authority waits for the other side, and stays open until it is acknowledged") {
  Scene scene = malware();
  REQUIRE(scene.does(person("otto"), disabled("money was going out")) == std::nullopt);
  const ActionRecorded done = recorded(scene);
  CHECK_FALSE(done.was_allowed());
  CHECK(done.because == "`disable-account` is not among what `soc` may do alone");
  CHECK(done.reason == "money was going out");
  CHECK(done.asked == PersonName("luis"));
  CHECK(names_of(done.told) == Lines{"luis as asked", "mei as accountable", "dana as informed"});
  CHECK(scene.ticket.actions.front().is_open());
  // Nobody of the side that did it, and nobody in place of who is there.
  const AnswerAction acknowledges{.action = 1, .answer = ActionAnswer::Acknowledge, .words = {}};
  CHECK(scene.does(person("mei"), acknowledges) == RefusalKind::NotADecider);
  CHECK(scene.does(person("dana"), acknowledges) == RefusalKind::NotADecider);
  CHECK(scene.said == "luis answers for the other side");
  CHECK(scene.does(requester("ann@harbor.example"), acknowledges) == RefusalKind::NotAMember);
  AnswerAction disputes{.action = 1, .answer = ActionAnswer::Dispute, .words = {}};
  CHECK(scene.does(person("luis"), disputes) == RefusalKind::EmptyText);
  disputes.words = "you could have called";
  const Ticket before = scene.ticket;
  REQUIRE(scene.does(person("luis"), disputes) == std::nullopt);
  CHECK(scene.ticket.actions.front().is_open());
  const auto told =
      notices({.before = &before, .after = scene.ticket, .events = scene.latest, .policy = scene.policy()});
  REQUIRE(told.size() == 2);
  CHECK(told.front().to.person == PersonName("otto"));
  CHECK(told.front().kind == NoticeKind::Decided);
  CHECK(told.back().to.person == PersonName("mei"));
  CHECK(scene.does(person("luis"), disputes) == RefusalKind::NoChange);
  REQUIRE(scene.does(person("luis"), acknowledges) == std::nullopt);
  CHECK_FALSE(scene.ticket.actions.front().is_open());
  CHECK(scene.does(person("luis"), disputes) == RefusalKind::NoChange);
}

TEST_CASE("whoever leads a team of the other side answers while the one who is asked is gone") {
  policy::Spec spec = governed_agreement()->spec();
  policy::Person& luis = *std::ranges::find(spec.people, "luis", &policy::Person::name);
  luis.leave = {{kMonday + base::hours(1), kMonday + base::hours(48)}};
  luis.leave_at = {policy::TextPlace{"leave.yaml", 9}};
  Scene scene(policy::Policy::make(std::move(spec)), a_ticket("malware"), kMonday);
  REQUIRE(scene.does(person("otto"), disabled("money was going out")) == std::nullopt);
  REQUIRE(recorded(scene).asked == PersonName("luis"));
  const AnswerAction acknowledges{.action = 1, .answer = ActionAnswer::Acknowledge, .words = {}};
  CHECK(scene.does(person("nora"), acknowledges) == RefusalKind::NotADecider);
  scene.now = kMonday + base::hours(2);
  CHECK(scene.does(person("priya"), acknowledges) == RefusalKind::NotADecider);
  CHECK(scene.does(person("nora"), acknowledges) == std::nullopt);
}

namespace {

const AnswerAction kAcknowledges{.action = 1, .answer = ActionAnswer::Acknowledge, .words = {}};

// Done by otto of northbeam without authority; luis of harbor is asked.
Scene waiting_for_luis() {
  Scene scene = malware();
  REQUIRE(scene.does(person("otto"), disabled("money was going out")) == std::nullopt);
  REQUIRE(recorded(scene).asked == PersonName("luis"));
  return scene;
}

policy::Person& person_in(policy::Spec& spec, std::string_view name) {
  return *std::ranges::find(spec.people, name, &policy::Person::name);
}

}  // namespace

TEST_CASE("who is asked and has gone over to the side that did it answers no longer: who leads on their side does") {
  Scene scene = waiting_for_luis();
  policy::Spec spec = scene.policy().spec();
  person_in(spec, "luis").party = {1};  // northbeam
  for (policy::Team& team : spec.teams) {
    if (team.party.value == 0) std::erase_if(team.members, [](policy::PersonIndex one) { return one.value == 1; });
  }
  scene.comes_into_force(policy::Policy::make(std::move(spec)));
  CHECK(scene.does(person("luis"), kAcknowledges) == RefusalKind::NotADecider);
  CHECK(scene.said == "whoever leads a team of the other side answers for it");
  CHECK(scene.does(person("mei"), kAcknowledges) == RefusalKind::NotADecider);
  CHECK(scene.does(person("nora"), kAcknowledges) == std::nullopt);
}

TEST_CASE("a party that is renamed keeps its side, and whoever is asked on the other one") {
  Scene asked = waiting_for_luis();
  policy::Spec spec = asked.policy().spec();
  spec.parties[0].name = "harbor-cu";
  asked.comes_into_force(policy::Policy::make(spec));
  CHECK(asked.does(person("mei"), kAcknowledges) == RefusalKind::NotADecider);
  CHECK(asked.does(person("luis"), kAcknowledges) == std::nullopt);

  // And who did it: without the agreement of that time, by where they are now.
  Scene did = waiting_for_luis();
  spec.parties[1].name = "northwind";
  did.comes_into_force(policy::Policy::make(spec));
  CHECK(did.does(person("mei"), kAcknowledges) == RefusalKind::NotADecider);
  CHECK(did.does(person("luis"), kAcknowledges) == std::nullopt);
}

TEST_CASE(
    "of confidential work somebody on the other side who may read it is asked, whatever the parties are called now") {
  Scene scene = waiting_for_luis();
  policy::Spec spec = scene.policy().spec();
  spec.parties[1].name = "northwind";
  const auto index_of = [&](std::string_view name) {
    return policy::PersonIndex{static_cast<std::uint32_t>(&person_in(spec, name) - spec.people.data())};
  };
  spec.governance.confidential = {
      {.name = scene.ticket.facts.category.text(), .read = {index_of("mei"), index_of("dana")}, .at = {}}};
  scene.comes_into_force(policy::Policy::make(std::move(spec)));
  const auto asking = asking_readers(scene.ticket, scene.policy(), scene.now, /*history=*/nullptr);
  REQUIRE(asking);
  CHECK(asking->actions.front().recorded.asked.text() == "dana");
}

TEST_CASE("what a side did stays that side's when the party is renamed and who did it goes over") {
  Scene scene = waiting_for_luis();
  policy::Spec spec = scene.policy().spec();
  spec.parties[1].name = "northwind";
  person_in(spec, "otto").party = {0};  // harbor
  for (policy::Team& team : spec.teams)
    std::erase_if(team.members, [&](policy::PersonIndex one) { return spec.people[one.value].name == "otto"; });
  const auto later = policy::Policy::make(std::move(spec));
  const std::vector<AgreementInForce> versions{
      {.from = kMonday - base::hours(1), .version = 3, .policy = governed_agreement()},
      {.from = kMonday + base::hours(1), .version = 4, .policy = later}};
  const AgreementHistory history(versions);
  scene.history = &history;
  scene.now = kMonday + base::hours(2);
  scene.comes_into_force(later);
  CHECK(scene.does(person("mei"), kAcknowledges) == RefusalKind::NotADecider);
  CHECK(scene.does(person("luis"), kAcknowledges) == std::nullopt);
}

TEST_CASE("where nobody of the other side leads, everybody of it answers while the one who is asked is gone") {
  Scene scene = waiting_for_luis();
  policy::Spec spec = scene.policy().spec();
  person_in(spec, "luis").name = "former-luis";
  for (policy::Team& team : spec.teams) {
    if (team.party.value == 0) team.lead = policy::PersonIndex::none();
  }
  scene.comes_into_force(policy::Policy::make(std::move(spec)));
  CHECK(scene.does(person("mei"), kAcknowledges) == RefusalKind::NotADecider);
  CHECK(scene.does(person("nora"), kAcknowledges) == std::nullopt);
}

TEST_CASE("what was allowed needs no answer, and what is not there has none") {
  Scene scene = malware();
  REQUIRE(scene.does(person("otto"), isolated()) == std::nullopt);
  const auto answers = [](std::uint32_t action) {
    return AnswerAction{.action = action, .answer = ActionAnswer::Acknowledge, .words = {}};
  };
  CHECK(scene.does(person("luis"), answers(1)) == RefusalKind::NoSuchAction);
  CHECK(scene.does(person("luis"), answers(0)) == RefusalKind::NoSuchAction);
  CHECK(scene.does(person("luis"), answers(2)) == RefusalKind::NoSuchAction);
}

TEST_CASE("a person of the client who answers for the work asks nobody") {
  Scene scene(governed_agreement(), a_ticket("core-banking"), kMonday);
  RecordAction action = isolated(1'000'000, RiskLevel::High);
  action.name = "fail over";
  CHECK(scene.does(person("luis"), action) == RefusalKind::MustBeAsked);
  REQUIRE(scene.does(person("dana"), action) == std::nullopt);
  CHECK(recorded(scene).because == "whoever answers for `core-banking.handling` asks nobody");
  CHECK(recorded(scene).line == 32);
  // The provider is told: whom the activity consults.
  CHECK(names_of(recorded(scene).told) == Lines{"mei as consulted", "priya as helpdesk", "nora as informed"});
}

TEST_CASE("somebody of the other side is told in any case") {
  // Nobody of the client has a part in this activity but for whom it informs: harbor-apps.
  policy::Spec spec = governed_agreement()->spec();
  spec.activities[0].informed_teams.clear();
  Scene scene(policy::Policy::make(std::move(spec)), a_ticket("workstation"), kMonday);
  RecordAction action = isolated();
  action.name = "restart-switch";
  REQUIRE(scene.does(person("sam"), action) == std::nullopt);
  // Who decides disputes, of the client's side.
  CHECK(names_of(recorded(scene).told) == Lines{"priya as accountable", "dana as other-side"});
}

TEST_CASE("an action has a time that was, words and a risk where the agreement limits it") {
  Scene scene = malware();
  RecordAction action = isolated();
  action.done_at = scene.now + base::minutes(1);
  CHECK(scene.does(person("otto"), action) == RefusalKind::WrongTime);
  action.done_at = scene.now - kOldestAction - base::minutes(1);
  CHECK(scene.does(person("otto"), action) == RefusalKind::WrongTime);
  action = isolated();
  action.name.clear();
  CHECK(scene.does(person("otto"), action) == RefusalKind::EmptyText);
  action = isolated();
  action.risk.reset();
  CHECK(scene.does(person("otto"), action) == RefusalKind::BadAction);
  CHECK(scene.field == "risk");
  action = isolated(100);
  action.cost->currency = "usd";
  CHECK(scene.does(person("otto"), action) == RefusalKind::BadAction);
  CHECK(scene.field == "cost");
  CHECK(scene.does(person("otto"), isolated(kMaxCost + 1)) == RefusalKind::BadAction);
  CHECK(scene.field == "cost");
  CHECK(scene.does(requester("ann@harbor.example"), isolated()) == RefusalKind::NotAMember);
  CHECK(scene.does(person("vic"), isolated()) == RefusalKind::NotAMember);
  CHECK(scene.does(system_actor(), isolated()) == RefusalKind::NotAMember);
  REQUIRE(scene.does(person("mei"), Take{}) == std::nullopt);
  REQUIRE(scene.does(person("mei"), Resolve{"clean"}) == std::nullopt);
  CHECK(scene.does(person("otto"), isolated()) == std::nullopt);
  REQUIRE(scene.does(person("mei"), Close{}) == std::nullopt);
  CHECK(scene.does(person("otto"), isolated()) == RefusalKind::NotOpen);
}

TEST_CASE("a scenario's category gives its team authority on a major incident about it") {
  policy::Spec spec = governed_agreement()->spec();
  spec.governance.scenarios.push_back({.name = "malware",
                                       .contain = {},
                                       .communicate = {},
                                       .recover = {},
                                       .decide = {},
                                       .at = {"agreement.yaml", 110}});
  Scene scene(policy::Policy::make(std::move(spec)), a_ticket("workstation"), kMonday);
  CHECK(scene.does(person("mei"), isolated()) == RefusalKind::MustBeAsked);
  REQUIRE(scene.does(person("dana"), DeclareMajor{.scenario = "malware", .reason = "it spreads"}) == std::nullopt);
  REQUIRE(scene.does(person("mei"), isolated()) == std::nullopt);
  CHECK(recorded(scene).activity == ActivityName("malware.handling"));
  // Whose ticket it is goes on by its own activity.
  RecordAction restarts = isolated();
  restarts.name = "restart-switch";
  REQUIRE(scene.does(person("sam"), restarts) == std::nullopt);
  CHECK(recorded(scene).activity == ActivityName("workstation.handling"));
}

TEST_CASE("whom the scenario has contain a major incident may do what their team may, whatever ticket it is") {
  policy::Spec spec = governed_agreement()->spec();
  spec.governance.scenarios.push_back({.name = "ransomware",
                                       .contain = policy::Post{.team = {3}, .person = {}},
                                       .communicate = {},
                                       .recover = policy::Post{.team = {2}, .person = {}},
                                       .decide = {},
                                       .at = {"agreement.yaml", 110}});
  Scene scene(policy::Policy::make(std::move(spec)), a_ticket("workstation"), kMonday);
  REQUIRE(scene.does(person("dana"), DeclareMajor{.scenario = "ransomware", .reason = "it spreads"}) == std::nullopt);
  REQUIRE(scene.does(person("mei"), isolated()) == std::nullopt);
  CHECK(recorded(scene).activity == ActivityName("malware.handling"));
  CHECK(recorded(scene).line == 31);
  CHECK(scene.does(person("mei"), disabled()) == RefusalKind::MustBeAsked);
  CHECK(scene.does(person("sam"), isolated()) == RefusalKind::MustBeAsked);
  CHECK(scene.does(person("dana"), isolated()) == RefusalKind::MustBeAsked);
}

TEST_CASE("what may be done alone is told before it is done") {
  Scene scene = malware();
  const auto boundaries = [&](const Actor& actor) {
    return boundaries_of(scene.ticket, {.policy = scene.policy(), .now = scene.now, .actor = actor, .workload = {}});
  };
  const Boundaries otto = boundaries(person("otto"));
  CHECK(otto.is_theirs);
  CHECK(otto.binds);
  CHECK(otto.may == Lines{"isolate-host"});
  CHECK(otto.spend == "250 USD");
  CHECK(otto.spent.empty());
  CHECK(otto.risk == RiskLevel::Medium);
  CHECK(otto.line == 31);
  CHECK(otto.ask == PersonName("nora"));
  CHECK(otto.decide == DecisionKindName("purchase"));
  CHECK(names_of(otto.told) == Lines{"mei as accountable", "luis as consulted", "dana as informed"});
  REQUIRE(scene.does(person("otto"), isolated(12'050)) == std::nullopt);
  CHECK(boundaries(person("mei")).spent == "120.50 USD");
  const Boundaries sam = boundaries(person("sam"));
  CHECK_FALSE(sam.is_theirs);
  CHECK(sam.may.empty());
  CHECK_FALSE(boundaries(requester("ann@harbor.example")).is_theirs);
}
