#include <fmt/format.h>

#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_self_approval(const Agreement& agreement, Reports& reports) {
  for (const Decision& decision : agreement.decisions) {
    if (!decision.by.good() || decision.by.value.closest) continue;
    const PersonRef& decider = decision.by.value.person;
    const auto is_decider = [&](const PersonRef& who) { return who.index == decider.index; };
    const auto& with = decision.with;
    if (decision.deadlock.good() && is_decider(decision.deadlock.value)) {
      reports
          .add(diag::Kind::SelfApproval, {"decisions", decision.key.value}, decision.deadlock.at,
               fmt::format("`{}` decides `{}` and would also break the deadlock about it", decider.name,
                           decision.key.value))
          .note(decision.by.at, "the decider is named here");
    } else if (with.good() && !with.value.empty() && std::ranges::all_of(with.value, is_decider)) {
      reports
          .add(diag::Kind::SelfApproval, {"decisions", decision.key.value}, with.at,
               fmt::format("`{}` decides `{}` with nobody but themselves", decider.name, decision.key.value))
          .note(decision.by.at, "the decider is named here");
    }
  }
}

}  // namespace tandem::agreement
