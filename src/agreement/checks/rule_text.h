// Where a routing rule stands and what findings about rules have in common.
//
// Borrows the context. Pure.
#pragma once

#include <string>
#include <vector>

#include "agreement/checks/proof_context.h"
#include "diag/finding.h"

namespace tandem::agreement {

// Its name in the text, or the whole of a rule without one.
[[nodiscard]] source::Range place_of(const ProofContext& context, policy::RuleIndex rule);
// As people refer to it, also where the text leaves it without a name.
[[nodiscard]] const std::string& name_of(const ProofContext& context, policy::RuleIndex rule);
// "`first` and 2 others"
[[nodiscard]] std::string listed_rules(const ProofContext& context, const std::vector<policy::RuleIndex>& rules);
// A note with these words at each of the first three.
void note_rules(diag::Finding& finding, const ProofContext& context, const std::vector<policy::RuleIndex>& rules,
                const std::string& words);
// Advice to take the rule out, as an edit where the rule can be told from its neighbours. Only its author knows whether
// that was meant.
void suggest_removal(diag::Finding& finding, const ProofContext& context, policy::RuleIndex rule,
                     const std::string& words);

}  // namespace tandem::agreement
