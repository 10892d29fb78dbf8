#include <fmt/format.h>

#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_duty_without_evidence(const Agreement& agreement, Reports& reports) {
  for (const Activity& activity : agreement.activities) {
    if (!activity.duty.good() || !activity.duty.value.evidence.absent()) continue;
    auto& finding = reports.add(diag::Kind::DutyWithoutEvidence, {"functions", activity.name}, activity.duty.at,
                                fmt::format("nothing shows that the duty of `{}` was done", activity.name));
    const Duty& duty = activity.duty.value;
    finding.suggest("write what is kept as proof: `evidence: restore report`");
    if (duty.room) finding.repair->edits = {duty.room->write(duty.evidence, "evidence", "restore report")};
  }
}

}  // namespace tandem::agreement
