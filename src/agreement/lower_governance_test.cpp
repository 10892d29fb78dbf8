// What the parties agreed on deciding, disagreeing and emergencies, as the compiled agreement has it.
#include <doctest/doctest.h>

#include "agreement/compile.h"
#include "diag/render.h"

namespace tandem::agreement {
namespace {

constexpr std::string_view kHead = R"(tandem: 1
engagement: acme
name: Acme
time_zone: America/New_York
effective: 2026-10-01
parties: {acme: {kind: client, name: Acme}, north: {kind: provider, name: North}}
calendars: {office: {mon-fri: "09:00-17:00"}, always: {mon-sun: "00:00-24:00"}}
people: {ann: {party: acme, name: Ann}, bob: {party: north, name: Bob}, eve: {party: acme, name: Eve}}
teams: {it: {party: acme, lead: ann, members: [ann, eve], hours: always}, desk: {party: north, lead: bob, members: [bob], hours: always}}
targets: {high: {clock: always}, normal: {clock: office}, low: {clock: always}}
categories: {other: f.g, plan: s.roadmap}
)";
constexpr std::string_view kMatrix = R"(functions:
  f: {activities: {g: {responsible: it, accountable: ann, deputy: eve}}}
  s: {kind: strategic, activities: {roadmap: {responsible: it, accountable: ann, deputy: eve}}}
)";

std::shared_ptr<const policy::Policy> agreed(std::string_view text, std::string_view matrix = kMatrix) {
  const Compiled compiled = compile_bundle(
      {.root = "a.yaml", .files = {{"a.yaml", std::string(kHead) + std::string(matrix) + std::string(text)}}}, {});
  CAPTURE(diag::render_text(compiled.findings, compiled.sources, diag::Colour::Off));
  REQUIRE(compiled.policy);
  return compiled.policy;
}

std::vector<std::string> names(const policy::Policy& policy, const std::vector<policy::PersonIndex>& people) {
  std::vector<std::string> out;
  for (const policy::PersonIndex person : people) out.push_back(policy.person(person).name);
  return out;
}
using Names = std::vector<std::string>;

TEST_CASE("disputes keep their path, and business time is that of the usual priority's clock") {
  const auto policy = agreed("disputes: {decide_within: 2 business days, path: [[ann, bob], eve]}\n");
  const auto& governance = policy->spec().governance;
  REQUIRE(governance.disputes);
  CHECK(policy->calendar(governance.clock).name == "office");
  CHECK(governance.disputes->decide_within.unit == policy::Term::Unit::BusinessMinute);
  CHECK(governance.disputes->decide_within.count == 2 * 8 * 60);
  CHECK(governance.disputes->decide_within.text == "2 business days");
  REQUIRE(governance.disputes->path.size() == 2);
  CHECK(names(*policy, governance.disputes->path[0]) == Names{"ann", "bob"});
  CHECK(names(*policy, governance.disputes->path[1]) == Names{"eve"});
  CHECK(governance.disputes->at.line == 15);
}

TEST_CASE("kinds of decisions keep who decides, who is heard and how long each may take and holds") {
  const auto policy = agreed(
      "decisions:\n"
      "  risk: {size: big, by: ann, with: [bob], within: 3 days, deadlock: eve, expires: 1 year}\n"
      "  restart: {size: small, by: closest}\n");
  REQUIRE(policy->find_decision("risk"));
  const policy::DecisionKind& risk = policy->decision(*policy->find_decision("risk"));
  CHECK(risk.big);
  CHECK(policy->person(risk.by).name == "ann");
  CHECK(names(*policy, risk.with) == Names{"bob"});
  CHECK(policy->person(risk.deadlock).name == "eve");
  REQUIRE((risk.within && risk.expires));
  CHECK(risk.within->unit == policy::Term::Unit::Minute);
  CHECK(risk.within->count == 3 * 24 * 60);
  CHECK(risk.expires->unit == policy::Term::Unit::Month);
  CHECK(risk.expires->count == 12);
  const policy::DecisionKind& restart = policy->decision(*policy->find_decision("restart"));
  CHECK_FALSE(restart.big);
  CHECK(restart.by.is_none());
  CHECK_FALSE(restart.within);
}

TEST_CASE("scenarios, freezes, confidential categories and critical news are there by name") {
  const auto policy = agreed(
      "decisions: {restart: {size: small, by: closest}}\n"
      "scenarios: {outage: {contain: desk, communicate: ann, recover: desk, decide: {fail-over: bob}, updates: 30 "
      "min},\n"
      "            phishing: {contain: desk, communicate: ann, recover: desk}}\n"
      "freezes: [{name: audit, from: 2026-11-09, to: 2026-11-10, except: [restart]}]\n"
      "confidential: {investigation: {read: [ann]}}\n"
      "communication: {critical: {tell: [it, eve]}}\n");
  const policy::Scenario* outage = policy->find_scenario("outage");
  REQUIRE(outage != nullptr);
  CHECK(policy->team(outage->contain->team).name == "desk");
  CHECK(policy->person(outage->communicate->person).name == "ann");
  CHECK(outage->decide.front().what == "fail-over");
  CHECK(outage->updates == base::minutes(30));
  REQUIRE(policy->find_scenario("phishing") != nullptr);
  CHECK_FALSE(policy->find_scenario("phishing")->updates);
  const policy::Freeze& freeze = policy->spec().governance.freezes.front();
  CHECK(freeze.during == base::Interval{*base::parse_rfc3339("2026-11-09T00:00:00-05:00"),
                                        *base::parse_rfc3339("2026-11-11T00:00:00-05:00")});
  CHECK(freeze.except == std::vector{*policy->find_decision("restart")});
  REQUIRE(policy->find_confidential("investigation") != nullptr);
  CHECK(names(*policy, policy->find_confidential("investigation")->read) == Names{"ann"});
  CHECK(policy->find_confidential("other") == nullptr);
  REQUIRE(policy->spec().governance.critical_news);
  CHECK(names(*policy, policy->spec().governance.critical_news->people) == Names{"eve"});
}

TEST_CASE("an activity knows whether it is strategic and what its team may do without asking") {
  const auto policy = agreed("",
                             "functions:\n"
                             "  f: {activities: {g: {responsible: it, accountable: ann, deputy: eve,\n"
                             "      may: [isolate-host], limits: {spend: 250.50 USD per month, risk: medium}}}}\n"
                             "  s: {kind: strategic, activities: {roadmap: {responsible: it, accountable: ann}}}\n");
  const policy::Activity& routine = policy->spec().activities[0];
  CHECK_FALSE(routine.strategic);
  CHECK(routine.authority.may == std::vector<std::string>{"isolate-host"});
  REQUIRE(routine.authority.spend);
  CHECK(routine.authority.spend->hundredths == 25'050);
  CHECK(routine.authority.spend->text == "250.50 USD per month");
  CHECK(routine.authority.risk == policy::Risk::Medium);
  CHECK(policy->spec().activities[1].strategic);
}

}  // namespace
}  // namespace tandem::agreement
