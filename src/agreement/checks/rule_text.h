// Where a routing rule stands and what findings about rules have in common.
//
// Borrows the context. Pure.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "agreement/checks/proof_context.h"
#include "agreement/checks/report.h"
#include "diag/finding.h"

namespace tandem::agreement {

// Its name in the text, or the whole of a rule without one.
[[nodiscard]] source::Range place_of(const ProofContext& context, policy::RuleIndex rule);
// For exceptions: by name or position.
[[nodiscard]] ReportPlace report_place(const ProofContext& context, policy::RuleIndex rule);

// As people refer to a rule: "`overflow`", or where others have its name as well "rule 3, `overflow`".
class RuleNames {
 public:
  explicit RuleNames(const ProofContext& context);
  [[nodiscard]] std::string of(policy::RuleIndex rule) const;
  // "`first` and 3 others"
  [[nodiscard]] std::string listed(const std::vector<policy::RuleIndex>& rules) const;

 private:
  const policy::Policy& policy_;
  std::unordered_map<std::string_view, std::size_t> count_;
};

// A note with these words at each of the first three.
void note_rules(diag::Finding& finding, const ProofContext& context, const std::vector<policy::RuleIndex>& rules,
                const std::string& words);
// Advice to take the rule out, as an edit where the rule can be told from its neighbours. Only its author knows whether
// that was meant.
void suggest_removal(diag::Finding& finding, const ProofContext& context, policy::RuleIndex rule,
                     const std::string& words);

}  // namespace tandem::agreement
