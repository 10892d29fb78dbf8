#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_no_accountable(const Agreement& agreement, Reports& reports) {
  for (const Activity& activity : agreement.activities) {
    const bool names_nobody = activity.accountable.good() && activity.accountable.value.empty();
    if (!activity.accountable.absent() && !names_nobody) continue;
    reports
        .add(diag::Kind::NoAccountable, {"functions", activity.name}, activity.key.at,
             fmt::format("nobody is accountable for `{}`", activity.name))
        .suggest("name one person: `accountable: NAME`");
  }
}

}  // namespace tandem::agreement
