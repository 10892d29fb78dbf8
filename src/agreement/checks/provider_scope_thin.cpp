#include "agreement/checks/checks.h"

namespace tandem::agreement {

void check_provider_scope_thin(const Agreement& agreement, Reports& reports) {
  if (agreement.categories.empty()) return;
  for (const Category& category : agreement.categories) {
    if (!category.activity.good()) return;
    const Party* party = party_of(agreement, category.activity.value.index);
    // What cannot be told may well be the provider's.
    if (party == nullptr || !party->kind.good() || party->kind.value == policy::PartyKind::Provider) return;
  }
  reports
      .add(diag::Kind::ProviderScopeThin, {"categories", ""}, agreement.section("categories").at,
           "no category of work leads to a provider: it is unclear what the provider is for")
      .suggest("map at least one category to an activity of the provider's");
}

}  // namespace tandem::agreement
