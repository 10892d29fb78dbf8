#include <fmt/format.h>

#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_asset_class_uncovered(const Agreement& agreement, Reports& reports) {
  for (const AssetClass& asset_class : agreement.asset_classes) {
    const auto& needed = asset_class.requires_;
    if (needed.presence == Presence::Wrong || !needed.value.empty()) continue;
    reports
        .add(diag::Kind::AssetClassUncovered, {"asset_classes", asset_class.key.value}, asset_class.key.at,
             fmt::format("`{}` requires nothing: nobody looks after such assets", asset_class.key.value))
        .suggest("name the activities that cover it: `requires: [FUNCTION.ACTIVITY]`");
  }
}

}  // namespace tandem::agreement
