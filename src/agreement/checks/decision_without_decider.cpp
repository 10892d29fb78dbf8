#include <fmt/format.h>

#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_decision_without_decider(const Agreement& agreement, Reports& reports) {
  for (const Decision& decision : agreement.decisions) {
    if (!decision.by.absent()) continue;
    reports
        .add(diag::Kind::DecisionWithoutDecider, {"decisions", decision.key.value}, decision.key.at,
             fmt::format("nobody decides `{}`", decision.key.value))
        .suggest("name the decider: `by: NAME`, or `by: closest`");
  }
}

}  // namespace tandem::agreement
