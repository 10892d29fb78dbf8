// Who is told of a major incident, and who has which part in it. Private to this folder.
#pragma once

#include "desk/rules.h"

namespace tandem::desk {

class MajorAudience {
 public:
  explicit MajorAudience(const Case& given) : given_(given) {}

  // Who may not read the ticket is left out, and who does what is told.
  void add(policy::PersonIndex person, std::string_view as);
  void add(const PersonName& person, std::string_view as);  // of whom the agreement knows nothing any more: left out
  // The person, or the members of the team.
  void add(const MajorPost& post);
  // Whom the agreement names for critical news.
  void add_critical_news();
  // Who leads each team of the client and the providers.
  void add_leads();
  // Everybody in a team of the client or a provider, who leads one as that.
  void add_everybody();
  [[nodiscard]] std::vector<Told> take() && { return std::move(told_); }

 private:
  void add_team(policy::TeamIndex team);

  const Case& given_;
  std::vector<Told> told_;
};

// Who has the role; null: nobody.
[[nodiscard]] const MajorPost* post_of(const MajorIncident& major, MajorRole role);

// Whether who has the part, or somebody of the team that has it, may read work of the category.
[[nodiscard]] bool has_reader(const CategoryName& category, const MajorPost& post, const policy::Policy& policy);

// The part of somebody who may not read work of the category goes to who answers for it.
[[nodiscard]] MajorRoleGiven left_to_reader(const MajorPost& post, const CategoryName& category,
                                            const PersonName& accountable);
// It is declared, with the parts that the scenario gives, and who leads: who leads the team that has the ticket.
[[nodiscard]] Events declare(const policy::Scenario* scenario, std::string reason, const Case& given);

}  // namespace tandem::desk
