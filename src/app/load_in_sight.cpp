#include "app/load_in_sight.h"

namespace tandem::app {
namespace {

// Nothing goes below zero: the two were read one after the other.
template <class Map>
void take_away(Map& all, const Map& hidden) {
  for (const auto& [name, open] : hidden) {
    const auto found = all.find(name);
    if (found == all.end()) continue;
    found->second -= std::min(found->second, open);
    if (found->second == 0) all.erase(found);
  }
}

}  // namespace

base::Result<Load> load_in_sight(Store& store, const MembershipRecord& membership, const policy::Policy& policy) {
  TANDEM_TRY(auto load, store.load(membership.engagement));
  const auto hidden = hidden_from(membership, policy);
  if (hidden.empty()) return load;
  TANDEM_TRY(const auto unseen, store.load_of(membership.engagement, hidden));
  take_away(load.open_by_team, unseen.open_by_team);
  take_away(load.open_by_person, unseen.open_by_person);
  return load;
}

}  // namespace tandem::app
