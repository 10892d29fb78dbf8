// What routing can tell of a situation. Rules ask which calendars are open, whether certain people are away, and how
// loaded a team is, where a team of which nobody is present counts as loaded whatever it has open. Kinds of moment that
// are alike in these are one *view*; beside it stands who is further away, if routing can tell. Any further absence can
// come at any moment, so the two are independent of each other.
//
//   const RoutingViews views(spec, moments);
//   views.view_of(3), views.absence_of({.kind = 3, .away = mei})      // numbers below count() and absences()
//   views.open(hours), views.on_leave(people)                         // sets of views
//
// Views are numbered in the order in which they are first met; absence 0 is that of nobody, or of somebody whose
// absence routing cannot tell. Borrows both arguments, which outlive it. Immutable. O(kinds × what routing asks about).
#pragma once

#include <span>
#include <unordered_map>
#include <vector>

#include "proof/moments.h"

namespace tandem::proof {

class RoutingViews {
 public:
  RoutingViews(const policy::Spec& spec, const Moments& moments);

  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(views_.size()); }
  [[nodiscard]] std::uint32_t view_of(std::uint32_t kind) const { return by_kind_[kind]; }
  // In the order of time.
  [[nodiscard]] std::span<const std::uint32_t> kinds_of(std::uint32_t view) const { return kinds_[view]; }

  [[nodiscard]] std::uint32_t absences() const { return 1 + static_cast<std::uint32_t>(seen_.size()); }
  // 0 also where the person is on leave anyway.
  [[nodiscard]] std::uint32_t absence_of(const Situation& situation) const;
  // Whose absence it is. REQUIRES: 0 < absence.
  [[nodiscard]] policy::PersonIndex person_of(std::uint32_t absence) const { return seen_[absence - 1]; }
  [[nodiscard]] bool is_seen(policy::PersonIndex person) const { return absence_of_person_[person.value] != 0; }
  // REQUIRES: is_seen(person).
  [[nodiscard]] std::uint32_t absence_number(policy::PersonIndex person) const {
    return absence_of_person_[person.value];
  }
  // Absences of these people.
  [[nodiscard]] Bits absences_of(std::span<const policy::PersonIndex> people) const;

  // Views in which one of these hours holds; in which one of these people is on leave.
  [[nodiscard]] Bits hold(std::span<const policy::Rule::Hours> hours) const;
  [[nodiscard]] Bits on_leave(std::span<const policy::PersonIndex> people) const;
  [[nodiscard]] std::span<const policy::TeamIndex> load_teams() const { return load_teams_; }

 private:
  void collect();
  [[nodiscard]] Bits see(std::uint32_t kind) const;
  [[nodiscard]] const Bits& with(std::size_t bit) const { return with_bit_[bit]; }

  const policy::Spec& spec_;
  const Moments& moments_;
  // What a view is made of, in this order, one bit each: calendars that are open, people who are on leave.
  std::vector<policy::CalendarIndex> calendars_{};
  std::vector<policy::PersonIndex> seen_{};
  std::vector<policy::TeamIndex> load_teams_{};
  std::vector<std::uint32_t> absence_of_person_{};

  std::vector<Bits> views_{};
  std::vector<Bits> with_bit_{};  // by bit: the views that have it
  std::vector<std::uint32_t> by_kind_{};
  std::vector<std::vector<std::uint32_t>> kinds_{};  // by view
};

}  // namespace tandem::proof
