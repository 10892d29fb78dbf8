// Whom something is told, each person once, with what they are told as; of confidential work only those who may read
// it, and never who does it. Private to this folder.
#pragma once

#include <string_view>
#include <vector>

#include "desk/rules.h"
#include "policy/policy.h"

namespace tandem::desk {

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
