// When work is named to a team that is not there, and neither is any of its covers: hours that nobody covers, teams
// that can never act, and rings of teams that all count on one another.
//
//   const Coverage coverage(spec, moments, attendance, named);
//   for (const UncoveredTeam& each : coverage.uncovered_teams()) …    // one for each named team
//
// The witness of each is its earliest instant, with work for which Policy::evaluate answers with a gap. Borrows what it
// is given. O(teams × kinds) questions to Attendance, and one to NamedWork wherever a team is not covered.
#pragma once

#include <optional>
#include <vector>

#include "proof/attendance.h"
#include "proof/extent.h"
#include "proof/named_work.h"

namespace tandem::proof {

// One point of the space: the work, when it arrives, and who is further away then. Plain data.
struct Case {
  base::Instant at{};
  policy::PersonIndex away{};  // none: nobody but those on leave
  Work work{};
};

struct UncoveredTeam {
  policy::TeamIndex team{};
  Case witness{};
  Extent extent{};
};

// It has fewer members than its minimum.
struct UnableTeam {
  policy::TeamIndex team{};
  Case witness{};  // the earliest work that is named to it
  Extent extent{};
};

// Teams that cover for each other, directly or by way of others.
struct CoverRing {
  std::vector<policy::TeamIndex> teams{};  // ascending
  Hours closed{};                          // when none of them and none of their other covers is there
  base::Instant at{};                      // the earliest such instant at which there is work for one, else of all
  std::optional<Work> work{};              // that work; none: none is ever named to one of them then
  policy::TeamIndex named{};               // to whom; none with no work
  Bits kinds{};                            // of moment in which it is closed
};

class Coverage {
 public:
  Coverage(const policy::Spec& spec, const Moments& moments, const Attendance& attendance, const NamedWork& named)
      : spec_(spec), moments_(moments), attendance_(attendance), named_(named) {}

  // In the order of the teams. Not told of a team: the times at which a ring is closed that it is in, which the ring
  // tells; and anything where it can never act and names no cover, which unable_teams() tells.
  [[nodiscard]] std::vector<UncoveredTeam> uncovered_teams() const;
  [[nodiscard]] std::vector<UnableTeam> unable_teams() const;
  // Those that are closed at some instant, in the order of their first teams.
  [[nodiscard]] std::vector<CoverRing> closed_rings() const;

  // Kinds of moment in which work is named to the team and nobody is there, all told.
  [[nodiscard]] Bits uncovered_kinds(policy::TeamIndex team) const;

 private:
  [[nodiscard]] Extent extent_of(policy::TeamIndex team, const Bits& kinds) const;
  [[nodiscard]] Case first_case(policy::TeamIndex team, const Bits& kinds) const;
  [[nodiscard]] CoverRing ring_of(std::vector<policy::TeamIndex> teams) const;

  const policy::Spec& spec_;
  const Moments& moments_;
  const Attendance& attendance_;
  const NamedWork& named_;
};

// Whether the team has fewer members than its minimum, so that it can never act.
[[nodiscard]] bool is_unable(const policy::Spec& spec, policy::TeamIndex team);
// Whether work could be given to the team: it can act, and is no vendor's, whose teams own nothing.
[[nodiscard]] bool can_own(const policy::Spec& spec, policy::TeamIndex team);

}  // namespace tandem::proof
