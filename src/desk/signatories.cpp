#include "desk/signatories.h"

#include <algorithm>

namespace tandem::desk {
namespace {

void add(std::vector<PersonName>& people, const policy::Policy& policy, policy::PersonIndex index,
         policy::PartyIndex party) {
  if (index.is_none()) return;
  const policy::Person& person = policy.person(index);
  if (person.party != party) return;
  PersonName name(person.name);
  if (std::ranges::find(people, name) == people.end()) people.push_back(std::move(name));
}

std::vector<PersonName> people_of(const policy::Policy& policy, policy::PartyIndex party) {
  const policy::Spec& spec = policy.spec();
  std::vector<PersonName> people;
  const auto kind = std::ranges::find(spec.governance.decisions, kAgreementDecision, &policy::DecisionKind::name);
  if (kind != spec.governance.decisions.end()) {
    add(people, policy, kind->by, party);
    for (const policy::PersonIndex each : kind->with) add(people, policy, each, party);
  }
  if (!people.empty()) return people;
  for (const policy::Team& team : spec.teams) {
    if (team.party == party) add(people, policy, team.lead, party);
  }
  return people;
}

}  // namespace

std::vector<Signatories> signatories(const policy::Policy& policy) {
  std::vector<Signatories> all;
  const auto& parties = policy.spec().parties;
  for (std::uint32_t i = 0; i < parties.size(); ++i) {
    if (parties[i].kind == policy::PartyKind::Vendor) continue;
    all.push_back({.party = PartyName(parties[i].name), .people = people_of(policy, policy::PartyIndex{i})});
  }
  return all;
}

std::optional<PartyName> signs_for(const policy::Policy& policy, const PersonName& person) {
  if (person.empty()) return std::nullopt;
  for (const Signatories& each : signatories(policy)) {
    if (std::ranges::find(each.people, person) != each.people.end()) return each.party;
  }
  return std::nullopt;
}

}  // namespace tandem::desk
