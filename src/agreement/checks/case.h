// A case that the analysis found, as a person tells it, in the agreement's time: the words of findings about the
// compiled agreement.
//
//   when_text(policy, point.at);               // "Sat 2026-11-28 02:00"
//   work_text(policy, point.work);             // "`malware` on a `server` at `harbor-east`"
//   case_text(policy, point);                  // that, when, and "while `mei` is away"
//   finding.counterexample = counterexample(policy, point);
//
// Pure.
#pragma once

#include <string>

#include "diag/finding.h"
#include "policy/policy.h"
#include "proof/coverage.h"

namespace tandem::agreement {

[[nodiscard]] std::string when_text(const policy::Policy& policy, base::Instant at);
[[nodiscard]] std::string work_text(const policy::Policy& policy, const proof::Work& work);
[[nodiscard]] std::string case_text(const policy::Policy& policy, const proof::Case& point);

// The facts that make the case, by the names of the options of `tandem why` and as these take them, so that its answer
// can be had. What is usual is left out. Each name stands once.
[[nodiscard]] diag::Counterexample counterexample(const policy::Policy& policy, const proof::Case& point);

// "45 min", "4 h 30 min", "212 hours", "8,760 hours": from ten hours on to the nearest hour.
[[nodiscard]] std::string hours_text(base::Duration length);
// "212 hours in the 12 months from 2026-10-01, for `core-banking` and 14 other categories"
[[nodiscard]] std::string extent_text(const policy::Policy& policy, const proof::Extent& extent,
                                      policy::CategoryIndex shown, const std::string& horizon);
// "48 hours of arrivals": how long work can arrive that meets the fault. Hours alone: such a fault is of a priority,
// and does not ask what its work is about.
[[nodiscard]] std::string arrivals_text(const proof::Openings& openings);
// "`dana`", "`dana` and `luis`", "`dana`, `luis` and 3 others"
[[nodiscard]] std::string listed(const std::vector<std::string>& names);

}  // namespace tandem::agreement
