#include <fmt/format.h>

#include "agreement/checks/case.h"
#include "agreement/checks/checks.h"
#include "agreement/escalation_way.h"
#include "proof/escalations.h"

namespace tandem::agreement {
namespace {

// The priorities whose first step is the same step of the text.
struct LateStep {
  WayStep step;
  std::vector<proof::LateEscalation> priorities;
};

std::vector<LateStep> late_steps(const ProofContext& context) {
  std::vector<LateStep> out;
  for (const proof::LateEscalation& each : context.analysis.late_escalations()) {
    const std::string& priority = context.policy.priority(each.priority).priority;
    const WayStep step = escalation_way(context.agreement, priority)[each.step];
    const auto found = std::ranges::find(out, step.text, [](const LateStep& late) { return late.step.text; });
    if (found == out.end()) {
      out.push_back({step, {each}});
    } else {
      found->priorities.push_back(each);
    }
  }
  return out;
}

void report(const ProofContext& context, const LateStep& late, Reports& reports) {
  const policy::Policy& policy = context.policy;
  const proof::LateEscalation& each = late.priorities.front();
  const policy::Target& target = policy.priority(each.priority);
  std::vector<std::string> others;
  for (std::size_t i = 1; i < late.priorities.size(); ++i) {
    others.push_back(policy.priority(late.priorities[i].priority).priority);
  }
  const std::string comes = each.at ? fmt::format("comes {}", when_text(policy, *each.at)) : "never comes";
  auto& finding = reports.add(
      diag::Kind::EscalationAfterTarget, {"escalations", late.step.path->key.value}, late.step.text->after.at,
      fmt::format("the first step for `{}` work {} when it arrives {}, and the response is due {}{}", target.priority,
                  comes, when_text(policy, each.opened), when_text(policy, each.due),
                  others.empty() ? "" : fmt::format(" (it is late for {} too)", listed(others))));
  for (const proof::LateEscalation& one : late.priorities) {
    const policy::Target& of_one = policy.priority(one.priority);
    finding.note(context.agreement.targets[one.priority.value].respond.at,
                 fmt::format("`{}` is to be answered within {}", of_one.priority, of_one.respond->text));
  }
  finding.counterexample = {{"priority", target.priority},
                            {"arrives", when_text(policy, each.opened)},
                            {"due", when_text(policy, each.due)},
                            {"first step", each.at ? when_text(policy, *each.at) : "never"}};
  const bool is_own = late.step.path->key.value == target.priority;
  finding.suggest(is_own ? fmt::format("let it come well within {}", target.respond->text)
                         : fmt::format("give `{}` a path of its own, whose first step comes well within {}",
                                       target.priority, target.respond->text));
}

}  // namespace

void check_escalation_after_target(const ProofContext& context, Reports& reports) {
  for (const LateStep& late : late_steps(context)) report(context, late, reports);
}

}  // namespace tandem::agreement
