#include <fmt/format.h>

#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_scenario_missing(const Agreement& agreement, Reports& reports) {
  constexpr std::array<std::string_view, 6> kScenarios = {"ransomware",  "phishing",  "account-takeover",
                                                          "lost-device", "data-leak", "outage"};
  const auto is_security = [](const Function& function) { return function.security.good() && function.security.value; };
  const Section section = agreement.section("scenarios");
  if (section.presence == Presence::Wrong || std::ranges::none_of(agreement.functions, is_security)) return;
  for (const std::string_view name : kScenarios) {
    const auto is_planned = [&](const Scenario& scenario) { return scenario.key.value == name; };
    if (std::ranges::any_of(agreement.scenarios, is_planned)) continue;
    reports
        .add(diag::Kind::ScenarioMissing, {"scenarios", std::string(name)}, section.at,
             fmt::format("the scenario `{}` is not planned", name))
        .suggest(fmt::format("plan it: `{}: {{contain: TEAM, communicate: PERSON, recover: TEAM}}`", name));
  }
}

}  // namespace tandem::agreement
