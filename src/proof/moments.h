// Time as an agreement can tell it apart. Between two boundaries (a calendar opens or closes, somebody's leave begins
// or ends) nothing changes that the agreement asks about, and most stretches of a year are alike: a horizon collapses
// exactly into a few *kinds of moment*, each of them the calendars that are open and the people who are on leave.
//
//   const Moments moments(policy->spec(), {october, next_october});
//   for (const MomentKind& kind : moments.kinds()) kind.total;            // they add up to the horizon
//   for (const Stretch& each : moments.stretches()) moments.kinds()[each.kind];
//
// What holds of a kind holds of each of its instants. A *situation* is a kind of moment with at most one further person
// away, whom no leave foretold: what a single absence does (N-1) is asked of situations.
//
// Half-open intervals in UTC. Rotations are no part of it: they say which person of a team acts, not whether one does.
// Immutable, owns what it holds. O(boundaries × (log boundaries + (calendars + people) / 64)).
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

#include "base/time.h"
#include "policy/spec.h"
#include "proof/bits.h"

namespace tandem::proof {

struct MomentKind {
  Bits open_calendars;   // by CalendarIndex
  Bits away_people;      // by PersonIndex: on leave that the Spec has
  base::Instant first;   // when it is first so
  base::Duration total;  // how long it is so within the horizon
};

// A part of the horizon without a boundary in it. Neighbours are of different kinds.
struct Stretch {
  base::Interval during;
  std::uint32_t kind = 0;  // position in Moments::kinds()
};

struct Situation {
  std::uint32_t kind = 0;
  policy::PersonIndex away{};  // further away; none: nobody
  auto operator<=>(const Situation&) const = default;
};

class Moments {
 public:
  // Of the Spec only the calendars and the people's leave are looked at. REQUIRES: from < to.
  Moments(const policy::Spec& spec, base::Interval horizon);

  [[nodiscard]] base::Interval horizon() const { return horizon_; }
  // In the order in which they are first met.
  [[nodiscard]] std::span<const MomentKind> kinds() const { return kinds_; }
  // All of the horizon in the order of time.
  [[nodiscard]] std::span<const Stretch> stretches() const { return stretches_; }
  // The position in stretches() of the one that holds the instant. REQUIRES: it lies within the horizon.
  [[nodiscard]] std::size_t stretch_at(base::Instant at) const;

  [[nodiscard]] bool is_open(policy::CalendarIndex calendar, std::uint32_t kind) const {
    return kinds_[kind].open_calendars.has(calendar.value);
  }
  [[nodiscard]] bool is_away(policy::PersonIndex person, const Situation& situation) const {
    return person == situation.away || kinds_[situation.kind].away_people.has(person.value);
  }

 private:
  base::Interval horizon_;
  std::vector<MomentKind> kinds_;
  std::vector<Stretch> stretches_;
};

}  // namespace tandem::proof
