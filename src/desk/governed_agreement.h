// The example agreement with what it leaves out: escalations, who decides disputes, and strategic work.
#pragma once

#include "desk/example_agreement.h"

namespace tandem::desk {

// critical: after 5 min the lead, after 30 min dana and priya, after an hour the whole of harbor-it.
// normal: after 2 hours of the clock the lead. high: nothing.
// Disputes: dana and priya together, then nora; a business hour each, on office hours. Two bounces.
// planning.roadmap is strategic: harbor-it, dana, deputy luis.
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
  policy::Activity roadmap;
  roadmap.name = "planning.roadmap";
  roadmap.responsible = {0};
  roadmap.accountable = person("dana");
  roadmap.deputy = person("luis");
  roadmap.strategic = true;
  roadmap.at = roadmap.responsible_at = roadmap.accountable_at = roadmap.deputy_at = {"agreement.yaml", 90};
  spec.activities.push_back(std::move(roadmap));
  return policy::Policy::make(std::move(spec));
}

}  // namespace tandem::desk
