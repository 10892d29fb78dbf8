#include <fmt/format.h>

#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_escalation_without_end(const Agreement& agreement, Reports& reports) {
  for (const EscalationPath& path : agreement.escalations) {
    if (!path.steps.good()) continue;
    const auto& steps = path.steps.value;
    if (!steps.empty()) {
      const EscalationStep& last = steps.back();
      // A path that goes on in another ends where that one does.
      if (!last.then.absent() || !last.tell.good()) continue;
      const auto names_person = [](const Addressee& one) { return !one.named.person.is_none(); };
      if (std::ranges::any_of(last.tell.value, names_person)) continue;
    }
    reports
        .add(diag::Kind::EscalationWithoutEnd, {"escalations", path.key.value},
             steps.empty() ? path.key.at : steps.back().at,
             fmt::format("the last step of `{}` names no person: nobody is the end of it", path.key.value))
        .suggest("let the last step tell a person by name");
  }
}

}  // namespace tandem::agreement
