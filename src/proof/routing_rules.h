// What is wrong with the rules of `routing`, exactly, each with a case that Policy::evaluate confirms: rules that
// earlier ones always pre-empt, rules whose removal changes no owner, and pairs of which only the order decides for
// whom work is.
//
//   const RoutingRules rules(spec, moments, attendance, space);
//   for (const UnreachableRule& each : rules.unreachable()) spec.rules[each.rule.value].name …
//
// Looked at is every point of the space: all facts, all loads, every kind of moment of the horizon with every single
// further absence. Borrows what it is given. One walk over the space when it is made; a rule that is reported costs a
// walk of its own.
#pragma once

#include <optional>
#include <vector>

#include "proof/attendance.h"
#include "proof/coverage.h"
#include "proof/first_match.h"
#include "proof/owner_differences.h"
#include "proof/routing_space.h"
#include "proof/table_overlaps.h"

namespace tandem::proof {

struct UnreachableRule {
  policy::RuleIndex rule{};
  std::vector<policy::RuleIndex> by{};  // who decide what it asks for, ascending; one alone where it takes all of it
  std::optional<Case>
      example{};  // some of that work, which one of them decides; none: its hours are never so within the horizon
};

// It decides something, but whatever comes after it leaves the same team to act, in every situation.
struct RedundantRule {
  policy::RuleIndex rule{};
  std::vector<policy::RuleIndex> next{};         // rules that would decide instead, ascending
  std::vector<policy::TeamIndex> responsible{};  // and where no rule would, the teams that the matrix names
  Case example;                                  // work that it decides
};

// Two rules that name teams of different parties and overlap, neither the special case of the other, of which the
// earlier one really decides something in the overlap.
struct OrderedPair {
  policy::RuleIndex earlier{};
  policy::RuleIndex later{};
  Case example;  // where the earlier one decides and the later one would
};

class RoutingRules {
 public:
  RoutingRules(const policy::Spec& spec, const Moments& moments, const Attendance& attendance,
               const RoutingSpace& space);

  // In the order of the rules.
  [[nodiscard]] std::vector<UnreachableRule> unreachable() const;
  [[nodiscard]] std::vector<RedundantRule> redundant() const;
  // For each later rule the pair with the earliest, if it is in any. Not of rules that decide or change nothing.
  [[nodiscard]] std::vector<OrderedPair> decided_by_order() const;

 private:
  // Where a rule decides, and where it makes a difference that it does: in one of its parts.
  [[nodiscard]] const Point* decides_at(policy::RuleIndex rule) const;
  [[nodiscard]] bool is_needed(policy::RuleIndex rule) const;

  [[nodiscard]] std::optional<Point> difference(std::uint32_t rule, std::uint32_t next, RegionView part);
  [[nodiscard]] Case case_at(const Point& point) const;

  [[nodiscard]] UnreachableRule explain_unreachable(policy::RuleIndex rule) const;
  [[nodiscard]] std::optional<UnreachableRule> explain_special(policy::RuleIndex rule) const;
  [[nodiscard]] std::optional<Point> decided_by(policy::RuleIndex earlier, policy::RuleIndex later) const;
  [[nodiscard]] RedundantRule explain_redundant(policy::RuleIndex rule) const;
  [[nodiscard]] bool is_special_case(policy::RuleIndex inner, policy::RuleIndex outer) const;
  [[nodiscard]] std::optional<OrderedPair> first_pair(std::uint32_t later, const Bits& overlapping,
                                                      const Bits& same_party) const;
  [[nodiscard]] std::optional<OrderedPair> pair_of(std::uint32_t earlier, std::uint32_t later,
                                                   const Bits& overlapping) const;
  // Table rules that overlap with one, but for those before it that decide nothing: leaving them out changes nothing.
  [[nodiscard]] std::vector<std::uint32_t> overlapping(std::uint32_t part) const;
  [[nodiscard]] std::vector<std::uint32_t> overlapping_before(std::uint32_t part) const;

  const policy::Spec& spec_;
  const Moments& moments_;
  const Attendance& attendance_;
  const RoutingSpace& space_;
  const Table& table_;
  std::vector<std::uint32_t> unreal_{};   // table rules that take what does not exist
  std::vector<std::uint32_t> outputs_{};  // by table rule: the team named
  OverlapIndex overlaps_;
  OwnerDifferences differences_;
  std::vector<RuleUse> uses_{};  // by table rule
  Bits idle_;                    // table rules of `routing` that decide nothing
};

}  // namespace tandem::proof
