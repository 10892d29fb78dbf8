#include <fmt/format.h>

#include "agreement/checks/case.h"
#include "agreement/checks/checks.h"
#include "agreement/checks/rule_text.h"

namespace tandem::agreement {
namespace {

// Whether everything that would decide instead names the same team as the rule does.
bool name_the_same(const ProofContext& context, const proof::RedundantRule& redundant) {
  const policy::TeamIndex team = context.policy.rule(redundant.rule).to;
  const bool rules_do =
      std::ranges::all_of(redundant.next, [&](policy::RuleIndex next) { return context.policy.rule(next).to == team; });
  return rules_do && std::ranges::all_of(redundant.responsible, [&](policy::TeamIndex other) { return other == team; });
}

std::string instead(const RuleNames& names, const proof::RedundantRule& redundant) {
  if (redundant.next.empty()) return "the matrix";
  const std::string rules = names.listed(redundant.next);
  return redundant.responsible.empty() ? rules : fmt::format("{} or the matrix", rules);
}

}  // namespace

void check_redundant_rule(const ProofContext& context, Reports& reports) {
  const RuleNames names(context);
  for (const proof::RedundantRule& each : context.analysis.rules().redundant()) {
    const policy::Policy& policy = context.policy;
    const std::string& team = policy.team(policy.rule(each.rule).to).name;
    const std::string why =
        name_the_same(context, each)
            ? fmt::format("without it {} would name `{}` as well", instead(names, each), team)
            : fmt::format("without it {} would decide, and the same team would act", instead(names, each));
    auto& finding =
        reports.add(diag::Kind::RedundantRule, report_place(context, each.rule), place_of(context, each.rule),
                    fmt::format("{} changes nothing: {}", names.of(each.rule), why));
    note_rules(finding, context, each.next, "this one would decide instead");
    finding.counterexample = counterexample(policy, each.example);
    suggest_removal(finding, context, each.rule, "take it out, or say what it is to be different for");
  }
}

}  // namespace tandem::agreement
