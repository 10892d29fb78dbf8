#include <fmt/format.h>

#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_decision_without_deadlock(const Agreement& agreement, Reports& reports) {
  for (const Decision& decision : agreement.decisions) {
    const bool big = decision.size.good() && decision.size.value == DecisionSize::Big;
    if (!big || decision.with.value.empty() || !decision.deadlock.absent()) continue;
    reports
        .add(diag::Kind::DecisionWithoutDeadlock, {"decisions", decision.key.value}, decision.key.at,
             fmt::format("`{}` is decided together, and nobody decides when they disagree", decision.key.value))
        .suggest("name who has the last word: `deadlock: NAME`");
  }
}

}  // namespace tandem::agreement
