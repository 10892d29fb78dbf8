#include "desk/audience.h"

#include "desk/confidential.h"

namespace tandem::desk {

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
  const PersonName name(given_.policy().person(person).name);
  if (name == given_.actor().person || !may_read(given_.ticket.facts.category, name, given_.policy())) return;
  if (std::ranges::find(told_, name, &Told::person) != told_.end()) return;
  told_.push_back({.person = name, .as = std::string(as), .away = !given_.policy().is_present(person, given_.now())});
}

}  // namespace tandem::desk
