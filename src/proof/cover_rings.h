// Which teams cover for each other in a ring.
//
//   cover_rings(spec);      // {{harbor-it, desk}}: each reaches each by `cover`
//
// The strongly connected parts, of more than one team, of the graph from teams to their covers. Pure; linear; no
// recursion, for the depth is the author's.
#pragma once

#include <vector>

#include "policy/spec.h"

namespace tandem::proof {

// Disjoint, each ascending, in the order of their first teams.
[[nodiscard]] std::vector<std::vector<policy::TeamIndex>> cover_rings(const policy::Spec& spec);

}  // namespace tandem::proof
