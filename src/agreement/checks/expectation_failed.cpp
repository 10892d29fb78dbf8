#include <fmt/ranges.h>

#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_expectation_failed(const Agreement& agreement, const ExpectationContext& context, Reports& reports) {
  for (const ExpectationOutcome& outcome : try_expectations(agreement, context)) {
    if (outcome.holds()) continue;
    std::vector<std::string_view> words;
    for (const auto& difference : outcome.differences) words.emplace_back(difference.words);
    auto& finding = reports.add(diag::Kind::ExpectationFailed, {"expect", fmt::format("{}", outcome.position)},
                                outcome.differences.front().at, fmt::format("{}", fmt::join(words, ", and ")));
    for (const policy::Reason& reason : outcome.trace.reasons())
      finding.note(context.places.range(reason.at), policy::explain(context.policy, reason));
  }
}

}  // namespace tandem::agreement
