// The example agreement with what it leaves out: escalations, who decides disputes, and strategic work.
#pragma once

#include "desk/example_agreement.h"

namespace tandem::desk {

// critical: after 5 min the lead, after 30 min dana and priya, after an hour the whole of harbor-it.
// normal: after 2 hours of the clock the lead. high: nothing.
// Disputes: dana and priya together, then nora; a business hour each, on office hours. Two bounces.
// planning.roadmap is strategic: harbor-it, dana, deputy luis.
// Changes: workstation.handling may restart-switch, risk up to medium, and informs harbor-apps. core-banking.handling
// consults helpdesk, mei and a vendor's team that luis answers for, and informs nora. `core-upgrade` is decided by nora
// with otto within 2 business hours, by tess in a deadlock; `restart-node` is small. `quarter end` freezes days 21 and
// 22 after the Monday, but for `restart-node`.
// Decisions: architecture: big, dana with mei, ten business hours, deadlock nora. risk-acceptance: the same, and it
// lapses after three months. purchase: whoever is closest, within a day, deadlock nora. restart: whoever is closest. Of
// the soc's malware work: isolate-host, 250 USD, medium risk; mei answers for it. dana is told, luis consulted.
inline std::shared_ptr<const policy::Policy> governed_agreement() {
  policy::Spec spec = example_agreement()->spec();
  const auto person = [&](std::string_view name) {
    const auto found = std::ranges::find(spec.people, name, &policy::Person::name);
    return policy::PersonIndex{static_cast<std::uint32_t>(found - spec.people.begin())};
  };
  const auto named = [&](std::string_view name) {
    return policy::Addressee{.kind = policy::Addressee::Kind::Person, .team = {}, .person = person(name)};
  };
  const policy::Addressee lead{.kind = policy::Addressee::Kind::Lead, .team = {}, .person = {}};
  const policy::Addressee everybody{.kind = policy::Addressee::Kind::Team, .team = {0}, .person = {}};
  const auto after = [](std::int64_t minutes) {
    return std::vector{policy::TargetTime{.minutes = minutes, .unit = policy::TargetTime::Unit::Real, .text = {}}};
  };
  spec.targets[0].escalation = {
      {.after = after(5), .tell = {lead}, .at = {"agreement.yaml", 70}},
      {.after = after(30), .tell = {named("dana"), named("priya")}, .at = {"agreement.yaml", 71}},
      {.after = after(60), .tell = {everybody}, .at = {"agreement.yaml", 72}}};
  spec.targets[2].escalation = {{.after = after(120), .tell = {lead}, .at = {"agreement.yaml", 73}}};
  spec.governance.clock = {0};
  spec.governance.disputes = {
      .decide_within = {.count = 60, .unit = policy::Term::Unit::BusinessMinute, .text = "1 business hour"},
      .path = {{person("dana"), person("priya")}, {person("nora")}},
      .at = {"agreement.yaml", 80}};
  const auto decision = [&](std::string_view name, bool big) {
    policy::DecisionKind kind;
    kind.name = name;
    kind.big = big;
    if (big) {
      kind.by = person("dana");
      kind.with = {person("mei")};
      kind.within = policy::Term{.count = 600, .unit = policy::Term::Unit::BusinessMinute, .text = "10 business hours"};
      kind.deadlock = person("nora");
    }
    kind.at = {"agreement.yaml", static_cast<std::uint32_t>(100 + spec.governance.decisions.size())};
    return kind;
  };
  spec.governance.decisions.push_back(decision("architecture", /*big=*/true));
  spec.governance.decisions.push_back(decision("risk-acceptance", /*big=*/true));
  spec.governance.decisions.back().expires =
      policy::Term{.count = 3, .unit = policy::Term::Unit::Month, .text = "3 months"};
  spec.governance.decisions.push_back(decision("purchase", /*big=*/false));
  spec.governance.decisions.back().within =
      policy::Term{.count = 1440, .unit = policy::Term::Unit::Minute, .text = "1 day"};
  spec.governance.decisions.back().deadlock = person("nora");
  spec.governance.decisions.push_back(decision("restart", /*big=*/false));
  policy::Activity& malware = *std::ranges::find(spec.activities, "malware.handling", &policy::Activity::name);
  malware.authority = {.may = {"isolate-host"},
                       .spend = policy::Authority::Spend{.hundredths = 25'000, .currency = "USD", .text = "250 USD"},
                       .risk = policy::Risk::Medium};
  malware.consulted_people = {person("luis")};
  malware.informed_people = {person("dana")};
  policy::Activity roadmap;
  roadmap.name = "planning.roadmap";
  roadmap.responsible = {0};
  roadmap.accountable = person("dana");
  roadmap.deputy = person("luis");
  roadmap.strategic = true;
  roadmap.at = roadmap.responsible_at = roadmap.accountable_at = roadmap.deputy_at = {"agreement.yaml", 90};
  spec.activities.push_back(std::move(roadmap));
  // For planned changes.
  policy::Activity& workstations = spec.activities[0];
  workstations.authority = {.may = {"restart-switch"}, .spend = {}, .risk = policy::Risk::Medium};
  workstations.informed_teams = {{1}};
  policy::Activity& banking = spec.activities[2];
  banking.consulted_teams = {{2}, {4}};
  banking.consulted_people = {person("mei")};
  banking.informed_people = {person("nora")};
  policy::DecisionKind upgrade;
  upgrade.name = "core-upgrade";
  upgrade.big = true;
  upgrade.by = person("nora");
  upgrade.with = {person("otto")};
  upgrade.within = policy::Term{.count = 120, .unit = policy::Term::Unit::BusinessMinute, .text = "2 business hours"};
  upgrade.deadlock = person("tess");
  upgrade.at = {"agreement.yaml", 95};
  policy::DecisionKind restart;
  restart.name = "restart-node";
  restart.at = {"agreement.yaml", 96};
  const auto first_decision = static_cast<std::uint32_t>(spec.governance.decisions.size());
  spec.governance.decisions.push_back(std::move(upgrade));
  spec.governance.decisions.push_back(std::move(restart));
  spec.governance.freezes.push_back({.name = "quarter end",
                                     .during = {kMonday + base::hours(24 * 21), kMonday + base::hours(24 * 23)},
                                     .except = {{first_decision + 1}},
                                     .at = {"agreement.yaml", 98}});
  return policy::Policy::make(std::move(spec));
}

}  // namespace tandem::desk
