// What routing can tell of a situation. Rules ask which calendars are open, whether certain people are away, and how
// loaded a team is, where a team of which nobody is present counts as loaded whatever it has open. Situations that are
// alike in these are one *view*; an agreement whose year has thousands of situations has some dozens of views.
//
//   const RoutingViews views(spec, moments);
//   views.view_of({.kind = 3, .away = mei});           // a number below views.count()
//   views.of_rule(rule);                               // the views in which its hours and absences hold
//
// Views are numbered so that those seen early and with nobody further away come first. Borrows both arguments, which
// outlive it. Immutable. O(kinds × (people whom routing asks about + 1)).
#pragma once

#include <functional>
#include <span>
#include <unordered_map>
#include <vector>

#include "proof/moments.h"

namespace tandem::proof {

class RoutingViews {
 public:
  RoutingViews(const policy::Spec& spec, const Moments& moments);

  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(views_.size()); }
  [[nodiscard]] std::uint32_t view_of(const Situation& situation) const;
  // The first situation that is seen so: with nobody further away if there is one, and the earliest of those.
  [[nodiscard]] const Situation& first(std::uint32_t view) const { return first_[view]; }

  // Every situation of the view in which the further absence is nobody's, one that routing asks about, or one of
  // `people`; until `visit` says true.
  bool any_of(std::uint32_t view, const Bits& people, const std::function<bool(const Situation&)>& visit) const;

  [[nodiscard]] Bits of_rule(const policy::Rule& rule) const;
  // Views in which nobody of the team is present. Only for teams whose load a rule asks about.
  [[nodiscard]] Bits deserted(policy::TeamIndex team) const;
  [[nodiscard]] std::span<const policy::TeamIndex> load_teams() const { return load_teams_; }

 private:
  void collect();
  [[nodiscard]] Bits see(const Situation& situation) const;
  [[nodiscard]] std::uint32_t number_of(const Situation& situation);
  [[nodiscard]] Bits with(std::size_t bit, bool set) const;

  const policy::Spec& spec_;
  const Moments& moments_;
  // What a view is made of, in this order, one bit each.
  std::vector<policy::CalendarIndex> calendars_{};
  std::vector<policy::PersonIndex> people_{};
  std::vector<policy::TeamIndex> load_teams_{};

  Bits seen_people_{};  // whose absence routing can see
  std::unordered_map<Bits, std::uint32_t, BitsHash> numbers_{};
  std::vector<Bits> views_{};
  std::vector<Situation> first_{};
  std::vector<std::uint32_t> plain_{};                               // by kind: with nobody further away
  std::unordered_map<std::uint64_t, std::uint32_t> with_absence_{};  // by kind and person whom routing can see
  std::vector<std::vector<std::uint32_t>> kinds_{};                  // by view: kinds with nobody further away
  std::vector<std::vector<Situation>> absences_{};                   // by view: with one whom routing can see
};

}  // namespace tandem::proof
