// What somebody's absence uncovers, told to whoever records it so that cover is arranged before they go. Never a
// refusal: people fall ill.
//
//   for (const Consequence& each : consequences_of(before, after, person, during)) say(each.text);
//
// Pure: two policies that differ in one person's leave go in.
#pragma once

#include <string>
#include <vector>

#include "calendar/interval_set.h"
#include "desk/names.h"
#include "policy/policy.h"

namespace tandem::app {

enum class ConsequenceKind : std::uint8_t {
  NobodyThere,     // the team is closed or short of people in hours it served before, and so are its covers
  CoverTakesOver,  // the team falls below its minimum, and a cover is there
  NobodyOnDuty,    // the team's rotation had somebody, and now has nobody who is present
  StandIn,         // the person has the team's duty, and the next of the order stands in
  NobodyAnswers,   // the accountable person of an activity is away without a deputy who is there
  AlreadyAway,     // the person is on leave then in any case
};
[[nodiscard]] std::string_view to_text(ConsequenceKind kind);  // "nobody-there"

struct Consequence {
  ConsequenceKind kind;
  desk::TeamName team;          // all of a team
  desk::ActivityName activity;  // NobodyAnswers
  calendar::IntervalSet when;   // never empty
  std::string text;             // one sentence, times in the agreement's zone
};

// In the order of the agreement: teams, then activities. `before` is without the leave, `after` with it.
// REQUIRES: both are made from the same agreement; `during` is not empty.
[[nodiscard]] std::vector<Consequence> consequences_of(const policy::Policy& before, const policy::Policy& after,
                                                       policy::PersonIndex person, base::Interval during);

}  // namespace tandem::app
