// Another team that would be there whenever a team and its covers are not, found by trying: the analysis is made again
// with it as a further cover.
//
//   const auto cover = closing_cover(context, team, mends);      // a team, or nothing
//   if (cover) suggest_cover(finding, context, team, *cover);
//
// Pure apart from the suggestion. A trial costs what the analysis that it asks for costs.
#pragma once

#include <functional>
#include <optional>

#include "agreement/checks/proof_context.h"
#include "diag/finding.h"

namespace tandem::agreement {

// The first team that mends it and closes no ring: those who cover for somebody already before the others. `mends` is
// asked with the team added to the cover of `named`.
[[nodiscard]] std::optional<policy::TeamIndex> closing_cover(
    const ProofContext& context, policy::TeamIndex named,
    const std::function<bool(const policy::Spec&, const proof::Attendance&, const proof::Coverage&)>& mends);

// In words, and as the edit of `cover`.
void suggest_cover(diag::Finding& finding, const ProofContext& context, policy::TeamIndex named,
                   policy::TeamIndex cover);

}  // namespace tandem::agreement
