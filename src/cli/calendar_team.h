// What the calendar commands show of a team: who has its duty, who is there while it is open, when too few are, and who
// is away. Times and words are made here, so that tables, pictures and JSON say the same.
//
//   for (const TeamShift& shift : shifts_of(policy, team, span)) …
//
// Lists over a span are sorted by time and cut at its edges. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "policy/policy.h"

namespace tandem::cli {

struct TeamShift {
  policy::TeamIndex team;
  base::Interval during;
  base::Interval whole;  // beyond the span too; ends with the span where it goes on for more than a year beyond it
  policy::PersonIndex person;
  std::string_view origin;  // "layer", "swap", "temporary", "override", "stand-in"
  std::string layer;        // its name; empty when no layer says so
  std::string why;          // "turn in `primary`", "stands in for Sam Okafor, on leave"
};

// Nothing for teams without a rotation.
[[nodiscard]] std::vector<TeamShift> shifts_of(const policy::Policy& policy, policy::TeamIndex team,
                                               base::Interval span);

// A part of the team's open hours and who is there then.
struct Presence {
  base::Interval during;
  std::vector<policy::PersonIndex> people;
};
[[nodiscard]] std::vector<Presence> presence_of(const policy::Policy& policy, policy::TeamIndex team,
                                                base::Interval span);

// A part of time for which too few people are there, or nobody has the duty, while the team's hours are open; or in
// which neither the team nor any of its covers is there. Of several reasons at one instant the first of these counts.
struct TeamGap {
  policy::TeamIndex team;
  base::Interval during;
  std::string_view kind;  // "short-of-people", "everybody-away", "nobody-scheduled", "uncovered"
  std::string reason;     // "nobody is there: Iris Calder is away"
};
// Disjoint.
[[nodiscard]] std::vector<TeamGap> gaps_of(const policy::Policy& policy, policy::TeamIndex team, base::Interval span);

struct Away {
  policy::PersonIndex person;
  base::Interval during;  // all of it, beyond the span too; leave that touches is one
  std::string why;        // "on leave, agreement.yaml:114"
};
// The members who are away in the span, in the order of the team.
[[nodiscard]] std::vector<Away> away_in(const policy::Policy& policy, policy::TeamIndex team, base::Interval span);

// Open or closed from `at` on, and until when; none: as far as can be seen.
struct OpenState {
  bool open = false;
  std::optional<base::Instant> until;
};
[[nodiscard]] OpenState open_state(const policy::Policy& policy, policy::TeamIndex team, base::Instant at);

}  // namespace tandem::cli
