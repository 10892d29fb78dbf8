// The space of work as a decision table, exactly: a column for the moment as routing can tell it (routing_views.h), one
// for who is further away then, one each for category, priority, site, department, asset class, requester and source,
// and one for the load of every team that a rule asks about. Its rules are, in this order,
//   - points that do not exist: a team with nobody present has only its highest load, since all loads hold then;
//   - the rules of `routing`: one that asks for an absence is two, disjoint, for leave and for a further absence;
//   - one for each responsible team with its categories, for work that no rule takes.
//
//   const RoutingSpace space(policy->spec(), moments);
//   if (const auto work = space.work_named(soc, {.kind = 3, .away = mei})) …
//   find_decided(space.table(), …)                        // first_match.h
//
// An unknown site, department or asset class is a value like any other, that no rule which asks takes. Levels of load
// are the thresholds that rules name, so that any load is as good as one of them. What is usual comes first in its
// column, so that examples have it wherever it makes no difference. REQUIRES: thresholds times the members of a team
// fit in 32 bits, which the language's limits see to. Borrows both arguments, which outlive it; not thread-safe
// (answers are remembered).
#pragma once

#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "proof/named_work.h"
#include "proof/routing_views.h"
#include "proof/table.h"

namespace tandem::proof {

class RoutingSpace final : public NamedWork {
 public:
  RoutingSpace(const policy::Spec& spec, const Moments& moments);

  std::optional<Work> work_named(policy::TeamIndex team, const Situation& situation,
                                 std::optional<policy::PriorityIndex> priority = {}) const override;
  // Work that was found in another situation is tried first.
  bool has_work(policy::TeamIndex team, const Situation& situation, policy::PriorityIndex priority) const override;
  std::vector<policy::CategoryIndex> categories_named(policy::TeamIndex team,
                                                      std::span<const Situation> situations) const override;

  static constexpr std::size_t kView = 0, kAbsence = 1, kCategory = 2, kPriority = 3, kSite = 4, kDepartment = 5,
                               kAssetClass = 6, kRequester = 7, kSource = 8, kFirstLoad = 9;
  [[nodiscard]] const Table& table() const { return table_; }
  [[nodiscard]] const RoutingViews& views() const { return views_; }

  // Table rules that take what does not exist come first.
  [[nodiscard]] std::uint32_t unreal_rules() const { return unreal_; }
  // The table rules that a rule of `routing` is: neighbours, disjoint.
  [[nodiscard]] std::span<const std::uint32_t> parts(policy::RuleIndex rule) const;
  // The rule of `routing` that a table rule is part of; none for the responsible teams' and for what does not exist.
  [[nodiscard]] policy::RuleIndex routing_rule(std::uint32_t table_rule) const { return rule_of_[table_rule]; }
  // By table rule: whom it names. None for what does not exist.
  [[nodiscard]] std::span<const policy::TeamIndex> named() const { return named_; }

  // The work of a point, with as much open in the situation as its loads ask for. REQUIRES: the situation is one of the
  // point.
  [[nodiscard]] Work work_at(const Point& point, const Situation& situation) const;

 private:
  struct LoadLevels {
    policy::TeamIndex team{};
    std::vector<std::uint32_t> thresholds{};  // ascending, above zero; level n is the n-th, level 0 is below all
  };
  class Boxes;
  class SituationSet;
  static constexpr std::uint32_t kRequesters = 2;
  static constexpr std::uint32_t kSources = 5;

  [[nodiscard]] Table make_table();
  [[nodiscard]] std::vector<Column> columns() const;
  [[nodiscard]] Region region_of(const Situation& situation) const;
  [[nodiscard]] std::optional<Point> find_named(policy::TeamIndex team, const Situation& situation,
                                                std::optional<policy::PriorityIndex> priority) const;
  // Whom the first rule that takes the point names.
  [[nodiscard]] policy::TeamIndex named_at(const Point& point) const;
  [[nodiscard]] std::uint32_t present(policy::TeamIndex team, const Situation& situation) const;

  const policy::Spec& spec_;
  RoutingViews views_;
  const Moments& moments_;
  std::vector<std::uint32_t> priorities_{};  // the usual one first
  std::vector<LoadLevels> loads_{};
  std::uint32_t unreal_ = 0;
  std::vector<policy::TeamIndex> named_{};
  std::vector<policy::RuleIndex> rule_of_{};
  std::vector<std::uint32_t> all_rules_{};
  std::vector<std::uint32_t> first_part_{};  // by rule of `routing`, and the end
  std::vector<Bits> naming_{};               // by team: table rules
  Table table_;

  // By classes of view and absence, team, and priority or none.
  using Asked = std::tuple<std::uint32_t, std::uint32_t, policy::TeamIndex, std::uint32_t>;
  [[nodiscard]] Asked asked(policy::TeamIndex team, const Situation& situation, std::uint32_t priority) const;
  mutable std::map<Asked, std::optional<Point>> answers_{};
  // By team and priority: where work was found, each in a situation in which none of those before it was.
  mutable std::map<std::pair<policy::TeamIndex, policy::PriorityIndex>, std::vector<Point>> found_{};
};

}  // namespace tandem::proof
