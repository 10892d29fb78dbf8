// Whom something is told, each person once, with what they are told as; of confidential work only those who may read
// it, and never who does it. Private to this folder.
#pragma once

#include <string_view>
#include <vector>

#include "desk/rules.h"
#include "policy/policy.h"

namespace tandem::desk {

// What decides whether somebody is told: never who does it, nor who may not read work of the category.
struct Telling {
  const policy::Policy& policy;
  const CategoryName& category;
  base::Instant now;
  const PersonName& actor;
};
// Adds the person where they are told at all and are not among the told yet. Every list of the told is made by this.
void tell_once(policy::PersonIndex person, std::string_view as, const Telling& telling, std::vector<Told>& told);

class Audience {
 public:
  // `given` outlives this.
  explicit Audience(const Case& given);

  void add_holder();  // who has the ticket; nobody when only the team has it
  void add_lead();    // of the owning team, or of the one in its place where the agreement has it no longer
  void add(const policy::Addressee& one);
  // Who is not in the agreement any more is left out.
  void add(const PersonName& person, std::string_view as);

  [[nodiscard]] std::vector<Told> take() && { return std::move(told_); }

 private:
  void add(policy::PersonIndex person, std::string_view as);

  const Case& given_;
  policy::TeamIndex team_;
  std::vector<Told> told_;
};

}  // namespace tandem::desk
