#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_review_missing(const Agreement& agreement, Reports& reports) {
  if (!agreement.review.absent()) return;
  reports
      .add(diag::Kind::ReviewMissing, {"review", ""}, agreement.at,
           "there is no `review`: the agreement will drift from what is done")
      .suggest("write how often, and by whom: `review: {every: 3 months, by: [NAME]}`");
}

}  // namespace tandem::agreement
