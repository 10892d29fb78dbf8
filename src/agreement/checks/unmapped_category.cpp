#include <fmt/format.h>

#include "agreement/checks/checks.h"

namespace tandem::agreement {
namespace {

// The name of the first; null when there is none.
const std::string* activity_of_a_provider(const Agreement& agreement) {
  for (std::size_t i = 0; i < agreement.activities.size(); ++i) {
    const Party* party = party_of(agreement, policy::ActivityIndex{static_cast<std::uint32_t>(i)});
    if (party != nullptr && party->kind.good() && party->kind.value == policy::PartyKind::Provider)
      return &agreement.activities[i].name;
  }
  return nullptr;
}

}  // namespace

void check_unmapped_category(const Agreement& agreement, Reports& reports) {
  const auto is_other = [](const Category& category) { return category.name.value == "other"; };
  if (std::ranges::any_of(agreement.categories, is_other)) return;
  const Section section = agreement.section("categories");
  if (section.presence == Presence::Wrong) return;
  auto& finding = reports.add(diag::Kind::UnmappedCategory, {"categories", ""}, section.at,
                              "there is no category `other`: work that nobody classified would have no owner");
  const std::string* activity = activity_of_a_provider(agreement);
  if (activity == nullptr || !agreement.categories_room) {
    finding.suggest("map `other` to the activity that sorts such work out");
    return;
  }
  finding.suggest(
      {.words = fmt::format("map `other` to the activity that sorts such work out, such as `other: {}`", *activity),
       .edits = {agreement.categories_room->write(Field<ActivityRef>{}, "other", *activity)}});
}

}  // namespace tandem::agreement
