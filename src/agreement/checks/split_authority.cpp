#include <fmt/format.h>

#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_split_authority(const Agreement& agreement, Reports& reports) {
  for (const Framework& framework : agreement.frameworks) {
    for (const Control& control : framework.controls) {
      if (!control.implemented_by.good() || !control.verified_by.good() || !control.decides.absent()) continue;
      const Party* implements = party_of(agreement, control.implemented_by.value.index);
      const Party* verifies = party_of(agreement, control.verified_by.value.index);
      if (implements == nullptr || verifies == nullptr || implements == verifies) continue;
      reports
          .add(diag::Kind::SplitAuthority, {"frameworks", fmt::format("{}.{}", framework.key.value, control.key.value)},
               control.key.at,
               fmt::format("`{}` implements and `{}` verifies the control `{}`, and nobody decides between them",
                           implements->key.value, verifies->key.value, control.key.value))
          .suggest("name who decides: `decides: NAME`");
    }
  }
}

}  // namespace tandem::agreement
