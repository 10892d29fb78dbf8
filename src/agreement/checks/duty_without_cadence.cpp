#include <fmt/format.h>

#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_duty_without_cadence(const Agreement& agreement, Reports& reports) {
  for (const Activity& activity : agreement.activities) {
    if (!activity.duty.good() || !activity.duty.value.every.absent()) continue;
    auto& finding = reports.add(diag::Kind::DutyWithoutCadence, {"functions", activity.name}, activity.duty.at,
                                fmt::format("the duty of `{}` does not say how often it falls due", activity.name));
    const Duty& duty = activity.duty.value;
    finding.suggest("write how often: `every: 90 days`");
    if (duty.room) finding.repair->edits = {duty.room->write(duty.every, "every", "90 days")};
  }
}

}  // namespace tandem::agreement
