#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_no_responsible(const Agreement& agreement, Reports& reports) {
  for (const Activity& activity : agreement.activities) {
    if (!activity.responsible.absent()) continue;
    reports
        .add(diag::Kind::NoResponsible, {"functions", activity.name}, activity.key.at,
             fmt::format("no team is responsible for `{}`", activity.name))
        .suggest("name the team that does the work: `responsible: TEAM`");
  }
}

}  // namespace tandem::agreement
