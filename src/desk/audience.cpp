#include "desk/audience.h"

#include "desk/confidential.h"

namespace tandem::desk {

void tell_once(policy::PersonIndex person, std::string_view as, const Telling& telling, std::vector<Told>& told) {
  const PersonName name(telling.policy.person(person).name);
  if (name == telling.actor || !may_read(telling.category, name, telling.policy)) return;
  if (std::ranges::find(told, name, &Told::person) != told.end()) return;
  told.push_back({.person = name, .as = std::string(as), .away = !telling.policy.is_present(person, telling.now)});
}

Audience::Audience(const Case& given) : given_(given), team_(given.standing.taking_team()) {}

void Audience::add_holder() {
  add(given_.ticket.ownership.owner.person, "on-duty");
}

void Audience::add_lead() {
  const policy::PersonIndex lead = given_.policy().team(team_).lead;
  if (!lead.is_none()) add(lead, "lead");
}

void Audience::add(const policy::Addressee& one) {
  switch (one.kind) {
    case policy::Addressee::Kind::OnDuty: return add_holder();
    case policy::Addressee::Kind::Lead: return add_lead();
    case policy::Addressee::Kind::Person: return add(one.person, "named");
    case policy::Addressee::Kind::Team: {
      const policy::Team& team = given_.policy().team(one.team);
      for (const policy::PersonIndex member : team.members) add(member, team.name);
      return;
    }
  }
}

void Audience::add(const PersonName& person, std::string_view as) {
  if (const auto index = given_.policy().find_person(person.text())) add(*index, as);
}

void Audience::add(policy::PersonIndex person, std::string_view as) {
  tell_once(person, as,
            {.policy = given_.policy(),
             .category = given_.ticket.facts.category,
             .now = given_.now(),
             .actor = given_.actor().person},
            told_);
}

}  // namespace tandem::desk
