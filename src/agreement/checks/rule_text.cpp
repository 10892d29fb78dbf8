#include "agreement/checks/rule_text.h"

#include <fmt/format.h>

#include "agreement/room.h"

namespace tandem::agreement {

using policy::RuleIndex;

source::Range place_of(const ProofContext& context, RuleIndex rule) {
  const RoutingRule& text = context.agreement.routing[rule.value];
  return text.name.good() ? text.name.at : text.at;
}

ReportPlace report_place(const ProofContext& context, RuleIndex rule) {
  return {"routing", context.policy.rule(rule).name, fmt::format("{}", rule.value + 1)};
}

RuleNames::RuleNames(const ProofContext& context) : policy_(context.policy) {
  for (const policy::Rule& rule : policy_.spec().rules) ++count_[rule.name];
}

std::string RuleNames::of(RuleIndex rule) const {
  const std::string& name = policy_.rule(rule).name;
  if (count_.at(name) == 1) return fmt::format("`{}`", name);
  return fmt::format("rule {}, `{}`", rule.value + 1, name);
}

std::string RuleNames::listed(const std::vector<RuleIndex>& rules) const {
  constexpr std::size_t kShown = 3;
  const std::size_t shown = rules.size() <= kShown ? rules.size() : kShown - 1;
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) {
    const bool is_last = i + 1 == rules.size();
    text += fmt::format("{}{}", i == 0 ? "" : is_last ? " and " : ", ", of(rules[i]));
  }
  if (shown < rules.size()) text += fmt::format(" and {} others", rules.size() - shown);
  return text;
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
