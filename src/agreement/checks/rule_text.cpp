#include "agreement/checks/rule_text.h"

#include "agreement/checks/case.h"
#include "agreement/room.h"

namespace tandem::agreement {

using policy::RuleIndex;

source::Range place_of(const ProofContext& context, RuleIndex rule) {
  const RoutingRule& text = context.agreement.routing[rule.value];
  return text.name.good() ? text.name.at : text.at;
}

const std::string& name_of(const ProofContext& context, RuleIndex rule) {
  return context.policy.rule(rule).name;
}

std::string listed_rules(const ProofContext& context, const std::vector<RuleIndex>& rules) {
  std::vector<std::string> names;
  for (const RuleIndex rule : rules) names.push_back(name_of(context, rule));
  return listed(names);
}

void note_rules(diag::Finding& finding, const ProofContext& context, const std::vector<RuleIndex>& rules,
                const std::string& words) {
  constexpr std::size_t kNoted = 3;
  for (std::size_t i = 0; i < std::min(rules.size(), kNoted); ++i) {
    finding.note(place_of(context, rules[i]), words);
  }
}

void suggest_removal(diag::Finding& finding, const ProofContext& context, RuleIndex rule, const std::string& words) {
  // Its neighbours are all that parts it from the rest.
  const auto& rules = context.agreement.routing;
  const std::size_t first = rule.value == 0 ? 0 : rule.value - 1;
  std::vector<source::Range> items;
  for (std::size_t i = first; i < std::min(rules.size(), first + 2); ++i) items.push_back(rules[i].at);
  diag::Repair repair{.words = words};
  if (const auto removed = without_item(items, rule.value - first)) repair.edits = {{*removed, ""}};
  finding.suggest(std::move(repair));
}

}  // namespace tandem::agreement
