#include "desk/sides.h"

namespace tandem::desk {

bool is_the_clients(policy::PartyIndex party, const policy::Policy& policy) {
  return policy.party(party).kind == policy::PartyKind::Client;
}

bool is_the_clients(policy::PersonIndex person, const policy::Policy& policy) {
  return is_the_clients(policy.person(person).party, policy);
}

bool is_the_clients(const PersonName& person, const policy::Policy& policy) {
  const auto index = policy.find_person(person.text());
  return index && is_the_clients(*index, policy);
}

bool was_done_by_client(const DoneAction& done, const policy::Policy& policy, const AgreementHistory* history) {
  if (history != nullptr) {
    const policy::Policy& then = *history->at(done.at).policy;
    if (const auto party = then.find_party(done.by.party.text())) return is_the_clients(*party, then);
  }
  if (const auto party = policy.find_party(done.by.party.text())) return is_the_clients(*party, policy);
  return is_the_clients(done.by.person, policy);
}

}  // namespace tandem::desk
