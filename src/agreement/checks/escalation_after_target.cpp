#include <fmt/format.h>

#include "agreement/checks/case.h"
#include "agreement/checks/checks.h"
#include "agreement/escalation_way.h"
#include "proof/escalations.h"

namespace tandem::agreement {
namespace {

// The priorities that begin with the same path: their own, or else `default`.
struct LatePath {
  const EscalationPath* path = nullptr;
  std::vector<proof::LateEscalation> priorities;
};

const EscalationPath* begins_with(const Agreement& agreement, const std::string& priority) {
  const auto named = [&](std::string_view name) {
    return std::ranges::find(agreement.escalations, name, [](const EscalationPath& path) { return path.key.value; });
  };
  const auto own = named(priority);
  return &*(own != agreement.escalations.end() ? own : named("default"));
}

std::vector<LatePath> late_paths(const ProofContext& context) {
  std::vector<LatePath> out;
  for (const proof::LateEscalation& each : context.analysis.late_escalations()) {
    const EscalationPath* path = begins_with(context.agreement, context.policy.priority(each.priority).priority);
    const auto found = std::ranges::find(out, path, &LatePath::path);
    if (found == out.end()) {
      out.push_back({path, {each}});
    } else {
      found->priorities.push_back(each);
    }
  }
  return out;
}

void report(const ProofContext& context, const LatePath& late, Reports& reports) {
  const policy::Policy& policy = context.policy;
  const proof::LateEscalation& each = late.priorities.front();
  const policy::Target& target = policy.priority(each.priority);
  const WayStep step = escalation_way(context.agreement, target.priority)[each.step];
  std::vector<std::string> others;
  for (std::size_t i = 1; i < late.priorities.size(); ++i) {
    others.push_back(policy.priority(late.priorities[i].priority).priority);
  }
  const std::string comes = each.at ? fmt::format("comes {}", when_text(policy, *each.at)) : "never comes";
  auto& finding = reports.add(
      diag::Kind::EscalationAfterTarget, {"escalations", step.path->key.value}, step.text->after.at,
      fmt::format("the first step for `{}` work {} when it arrives {}, and the response is due {} ({} in {}{})",
                  target.priority, comes, when_text(policy, each.opened), when_text(policy, each.due),
                  arrivals_text(each.openings), context.horizon.words,
                  others.empty() ? "" : fmt::format("; it is late for {} too", listed(others))));
  for (const proof::LateEscalation& one : late.priorities) {
    const policy::Target& of_one = policy.priority(one.priority);
    finding.note(context.agreement.targets[one.priority.value].respond.at,
                 fmt::format("`{}` is to be answered within {}{}", of_one.priority, of_one.respond->text,
                             &one == &each ? "" : fmt::format(" ({})", arrivals_text(one.openings))));
  }
  // Whatever the work is about: the first category is as good as any.
  const proof::Work work{.facts = {.category = {0}, .priority = each.priority}, .open_by_team = {}};
  finding.counterexample = counterexample(policy, {.at = each.opened, .away = {}, .work = work});
  finding.counterexample.emplace_back("due", when_text(policy, each.due));
  finding.counterexample.emplace_back("first step", each.at ? when_text(policy, *each.at) : "never");
  const bool is_own = late.path->key.value == target.priority;
  finding.suggest(is_own ? fmt::format("let it come well within {}", target.respond->text)
                         : fmt::format("give `{}` a path of its own, whose first step comes well within {}",
                                       target.priority, target.respond->text));
}

}  // namespace

void check_escalation_after_target(const ProofContext& context, Reports& reports) {
  for (const LatePath& late : late_paths(context)) report(context, late, reports);
}

}  // namespace tandem::agreement
