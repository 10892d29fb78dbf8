#include <fmt/format.h>

#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_control_unowned(const Agreement& agreement, Reports& reports) {
  for (const Framework& framework : agreement.frameworks) {
    for (const Control& control : framework.controls) {
      if (!control.implemented_by.absent()) continue;
      reports
          .add(diag::Kind::ControlUnowned, {"frameworks", fmt::format("{}.{}", framework.key.value, control.key.value)},
               control.key.at, fmt::format("no activity implements the control `{}`", control.key.value))
          .suggest("name the activity: `implemented_by: FUNCTION.ACTIVITY`");
    }
  }
}

}  // namespace tandem::agreement
