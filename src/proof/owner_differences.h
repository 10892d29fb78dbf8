// Whether it makes a difference to which of two teams work is named: the same team may act in the end, because one is
// the other's cover or both count on a third.
//
//   OwnerDifferences differences(spec, attendance, space.views());
//   if (const auto found = differences.first(soc, desk, views, absences)) … found->view, found->absence
//
// Borrows its arguments, which outlive it. Not thread-safe: what was worked out is remembered. A question costs the
// views it asks for; each view of a pair of teams is worked out once, O(its kinds × people of both teams and covers).
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "proof/attendance.h"
#include "proof/routing_views.h"

namespace tandem::proof {

class OwnerDifferences {
 public:
  OwnerDifferences(const policy::Spec& spec, const Attendance& attendance, const RoutingViews& views)
      : spec_(spec), attendance_(attendance), views_(views) {}

  struct Place {
    std::uint32_t view = 0;
    std::uint32_t absence = 0;
  };
  // The first of the views, and in it the first of the absences, in which some situation has different owners.
  [[nodiscard]] std::optional<Place> first(policy::TeamIndex a, policy::TeamIndex b, const Bits& views,
                                           const Bits& absences);

 private:
  static constexpr std::uint32_t kNotAsked = 0xffff'ffff;
  enum class Answer : std::uint8_t { NotAsked, No, Yes };
  struct Pair {
    policy::TeamIndex a{};
    policy::TeamIndex b{};
    std::vector<policy::PersonIndex> people{};  // whose absence may change an owner, ascending
    std::vector<Answer> unseen{};               // by view: with absence 0
    std::vector<std::uint32_t> seen{};          // by view: the place in rows_ of the absences above 0
  };

  [[nodiscard]] Pair& pair_of(policy::TeamIndex a, policy::TeamIndex b);
  [[nodiscard]] bool differ_unseen(Pair& pair, std::uint32_t view) const;
  [[nodiscard]] const Bits& differ_seen(Pair& pair, std::uint32_t view);
  [[nodiscard]] bool differ_in(const Pair& pair, std::uint32_t view, policy::PersonIndex away) const;
  [[nodiscard]] policy::TeamIndex owner(policy::TeamIndex named, const Situation& situation) const;

  const policy::Spec& spec_;
  const Attendance& attendance_;
  const RoutingViews& views_;
  std::unordered_map<std::uint64_t, Pair> pairs_{};  // by both teams
  std::vector<Bits> rows_{};                         // sets of absences, each once
  std::unordered_map<Bits, std::uint32_t, BitsHash> place_of_row_{};
};

}  // namespace tandem::proof
