#include <fmt/format.h>

#include "agreement/checks/case.h"
#include "agreement/checks/checks.h"
#include "agreement/checks/rule_text.h"

namespace tandem::agreement {

void check_order_decides_party(const ProofContext& context, Reports& reports) {
  const policy::Policy& policy = context.policy;
  const auto party_of = [&](policy::RuleIndex rule) -> const std::string& {
    return policy.party(policy.team(policy.rule(rule).to).party).name;
  };
  const RuleNames names(context);
  for (const proof::OrderedPair& each : context.analysis.rules().decided_by_order()) {
    auto& finding =
        reports.add(diag::Kind::OrderDecidesParty, report_place(context, each.later), place_of(context, each.later),
                    fmt::format("only the order of {} and {} decides that `{}` has this and not `{}`: {}", earlier,
                                later, party_of(each.earlier), party_of(each.later), case_text(policy, each.example)));
    finding.note(place_of(context, each.earlier),
                 fmt::format("this one comes first and names `{}`", policy.team(policy.rule(each.earlier).to).name));
    finding.counterexample = counterexample(policy, each.example);
    finding.suggest("if the order is not what you rely on, say in one of the two what it is not for");
  }
}

}  // namespace tandem::agreement
