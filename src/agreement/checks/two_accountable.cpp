#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_two_accountable(const Agreement& agreement, Reports& reports) {
  for (const Activity& activity : agreement.activities) {
    const auto& words = activity.accountable.value;
    if (words.size() < 2) continue;
    auto& finding = reports.add(diag::Kind::TwoAccountable, {"functions", activity.name}, activity.accountable.at,
                                fmt::format("{} are accountable for `{}`: where two answer, nobody does",
                                            words.size() == 2 ? "two people" : "several people", activity.name));
    finding.suggest(fmt::format("keep one, and make another the deputy: `accountable: {}, deputy: {}`", words[0].name,
                                words[1].name));
  }
}

}  // namespace tandem::agreement
