#include <fmt/format.h>

#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_scenario_step_unowned(const Agreement& agreement, Reports& reports) {
  for (const Scenario& scenario : agreement.scenarios) {
    std::vector<std::string_view> missing;
    if (scenario.contain.absent()) missing.push_back("contain");
    if (scenario.communicate.absent()) missing.push_back("communicate");
    if (scenario.recover.absent()) missing.push_back("recover");
    if (missing.empty()) continue;
    reports
        .add(diag::Kind::ScenarioStepUnowned, {"scenarios", scenario.key.value}, scenario.key.at,
             fmt::format("nobody takes the {} `{}` of `{}`", missing.size() == 1 ? "step" : "steps",
                         fmt::join(missing, "` and `"), scenario.key.value))
        .suggest(fmt::format("name a team or a person: `{}: NAME`", missing.front()));
  }
}

}  // namespace tandem::agreement
