#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_unmapped_category(const Agreement& agreement, Reports& reports) {
  const auto is_other = [](const Category& category) { return category.name.value == "other"; };
  if (std::ranges::any_of(agreement.categories, is_other)) return;
  const Section section = agreement.section("categories");
  if (section.presence == Presence::Wrong) return;
  reports
      .add(diag::Kind::UnmappedCategory, {"categories", ""}, section.at,
           "there is no category `other`: work that nobody classified would have no owner")
      .suggest("map `other` to the activity that sorts such work out");
}

}  // namespace tandem::agreement
