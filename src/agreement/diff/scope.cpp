#include "agreement/diff/describe.h"
#include "agreement/diff/field_words.h"

namespace tandem::agreement::diff {

std::vector<Described> describe_scope(const Reading& text) {
  const Agreement& agreement = text.agreement();
  if (!agreement.scope.good()) return {};
  const Scope& scope = agreement.scope.value;
  std::string hours;
  for (const PartyHours& each : scope.hours.value) {
    const std::string who = each.party.is_none() ? each.key.value : text.name(Space::Party, each.key.value);
    Reading::append(hours, who + " " + words(each.amount.value));
  }
  std::string excluded;
  for (const auto& each : scope.excluded.value) Reading::append(excluded, each.value);
  const ScopeRequests& requests = scope.requests.value;
  return {{"scope",
           agreement.section("scope").at,
           {{"hours", hours},
            {"excluded", excluded},
            {"requests by", text.names(Space::Person, requests.by.value)},
            {"requests within", words(requests.within)}}}};
}

}  // namespace tandem::agreement::diff
