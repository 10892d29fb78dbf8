#include <fmt/format.h>

#include "agreement/checks/case.h"
#include "agreement/checks/checks.h"
#include "agreement/escalation_way.h"

namespace tandem::agreement {

void check_escalation_after_target(const ProofContext& context, Reports& reports) {
  const policy::Policy& policy = context.policy;
  for (const proof::LateEscalation& each : context.analysis.late_escalations()) {
    const policy::Target& target = policy.priority(each.priority);
    const TargetText& text = context.agreement.targets[each.priority.value];
    const WayStep step = escalation_way(context.agreement, target.priority)[each.step];
    const std::string comes = each.at ? fmt::format("comes {}", when_text(policy, *each.at)) : "never comes";
    auto& finding =
        reports.add(diag::Kind::EscalationAfterTarget, {"escalations", step.path->key.value}, step.text->after.at,
                    fmt::format("the first step for `{}` work {} when it arrives {}, and the response is due {}",
                                target.priority, comes, when_text(policy, each.opened), when_text(policy, each.due)));
    finding.note(text.respond.at,
                 fmt::format("`{}` is to be answered within {}", target.priority, target.respond->text));
    const bool is_own = step.path->key.value == target.priority;
    finding.counterexample = {{"priority", target.priority},
                              {"arrives", when_text(policy, each.opened)},
                              {"due", when_text(policy, each.due)},
                              {"first step", each.at ? when_text(policy, *each.at) : "never"}};
    finding.suggest(is_own ? fmt::format("let it come well within {}", target.respond->text)
                           : fmt::format("give `{}` a path of its own, whose first step comes well within {}",
                                         target.priority, target.respond->text));
  }
}

}  // namespace tandem::agreement
