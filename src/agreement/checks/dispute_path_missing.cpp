#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_dispute_path_missing(const Agreement& agreement, Reports& reports) {
  if (!agreement.disputes.absent()) return;
  reports
      .add(diag::Kind::DisputePathMissing, {"disputes", ""}, agreement.at,
           "there is no `disputes`: nobody decides when both sides say that work is not theirs")
      .suggest("write who decides, and by when: `disputes: {decide_within: 1 business day, path: [NAME]}`");
}

}  // namespace tandem::agreement
