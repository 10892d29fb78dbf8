#include <fmt/format.h>

#include "agreement/checks/case.h"
#include "agreement/checks/checks.h"
#include "agreement/checks/rule_text.h"

namespace tandem::agreement {

void check_unreachable_rule(const ProofContext& context, Reports& reports) {
  const RuleNames names(context);
  for (const proof::UnreachableRule& each : context.analysis.rules().unreachable()) {
    const std::string why =
        each.example ? fmt::format("{} always {} first", names.listed(each.by), each.by.size() == 1 ? "comes" : "come")
                     : fmt::format("the hours it asks for never are in {}", context.horizon.words);
    auto& finding =
        reports.add(diag::Kind::UnreachableRule, report_place(context, each.rule), place_of(context, each.rule),
                    fmt::format("{} never decides anything: {}", names.of(each.rule), why));
    if (!each.example) {
      suggest_removal(finding, context, each.rule, "look at its `hours`, or take it out");
      continue;
    }
    note_rules(finding, context, each.by,
               each.by.size() == 1 ? "this one takes all that it asks for" : "this one takes part of what it asks for");
    finding.counterexample = counterexample(context.policy, *each.example);
    suggest_removal(finding, context, each.rule,
                    fmt::format("put it before {}, or take it out", names.listed(each.by)));
  }
}

}  // namespace tandem::agreement
