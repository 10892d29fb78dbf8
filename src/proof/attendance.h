// Which teams are there in a situation: open, with at least `minimum` people present.
//
//   const Attendance attendance(spec, moments);
//   attendance.is_covered(soc, {.kind = 3});                       // itself, or one of its covers
//   for (const PersonIndex one : attendance.needed(soc, 3)) …      // whose further absence would uncover it
//
// Borrows both, which outlive it. Immutable. Memory: two bits for each team and kind; a question costs the covers of
// the team.
#pragma once

#include <vector>

#include "proof/moments.h"

namespace tandem::proof {

class Attendance {
 public:
  Attendance(const policy::Spec& spec, const Moments& moments);

  [[nodiscard]] std::size_t present(policy::TeamIndex team, const Situation& situation) const;
  [[nodiscard]] bool is_available(policy::TeamIndex team, const Situation& situation) const;
  // Who must act on work that is named to the team: itself, else the first of its covers who is there. None when nobody
  // is: the team keeps the work, and that is a gap.
  [[nodiscard]] policy::TeamIndex acting(policy::TeamIndex named, const Situation& situation) const;
  [[nodiscard]] bool is_covered(policy::TeamIndex named, const Situation& situation) const {
    return !acting(named, situation).is_none();
  }
  // The kinds of moment in which it is not, with nobody further away.
  [[nodiscard]] Bits uncovered(policy::TeamIndex named) const;
  // Everybody present whose absence alone would leave the team and all of its covers unavailable. Empty when they are
  // that already. In ascending order.
  [[nodiscard]] std::vector<policy::PersonIndex> needed(policy::TeamIndex named, std::uint32_t kind) const;

 private:
  const policy::Spec& spec_;
  const Moments& moments_;
  std::vector<Bits> members_;    // by team: people
  std::vector<Bits> available_;  // by kind: teams
  std::vector<Bits> tight_;      // by kind: teams that are available with nobody to spare
};

}  // namespace tandem::proof
