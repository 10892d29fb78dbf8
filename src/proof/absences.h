// What a single absence does: whoever is ill tomorrow, is there work that then belongs to nobody (N-1)? Asked of every
// person at every kind of moment, on top of the leave that is known.
//
//   for (const NeededTeam& each : needed_teams(spec, moments, attendance, named)) …    // work without an owner
//   for (const UnansweredActivity& each : unanswered_activities(spec, moments)) …      // work without a name that
//   answers
//
// Pure; borrows what it is given. O(teams × kinds), and a question to NamedWork wherever somebody is needed.
#pragma once

#include <vector>

#include "proof/coverage.h"

namespace tandem::proof {

// How long it would hurt that the person is away.
struct NeededPerson {
  policy::PersonIndex person{};
  Hours hours{};
};

struct NeededTeam {
  policy::TeamIndex team{};            // to which the work is named
  Case witness{};                      // the earliest; `away` is the person
  std::vector<NeededPerson> people{};  // ascending
  Extent extent{};                     // of all of them together
  Bits kinds{};                        // of moment in which it would hurt
};

// In the order of the teams. Only times at which no work named to the team is uncovered already.
[[nodiscard]] std::vector<NeededTeam> needed_teams(const policy::Spec& spec, const Moments& moments,
                                                   const Attendance& attendance, const NamedWork& named);

// Whether one team alone is among them.
[[nodiscard]] bool is_anybody_needed(const policy::Spec& spec, const Moments& moments, const Attendance& attendance,
                                     const NamedWork& named, policy::TeamIndex team);

// An activity whose accountable person and deputy can be away together: one or both by leave that is known.
struct UnansweredActivity {
  policy::ActivityIndex activity{};
  policy::CategoryIndex category{};  // the first that leads to it
  base::Instant at{};                // the earliest at which both are on leave; or, where they never are, one of them
  policy::PersonIndex away{};        // whose absence it takes then; none: both are on leave
  Hours both_on_leave{};             // without any further absence
  Hours one_on_leave{};              // one further absence is enough
};

// In the order of the activities. Nothing is said of those without a deputy, with the same person twice, or to which no
// category leads.
[[nodiscard]] std::vector<UnansweredActivity> unanswered_activities(const policy::Spec& spec, const Moments& moments);

}  // namespace tandem::proof
