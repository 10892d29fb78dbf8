// The space of work as a decision table, exactly: a column each for what routing can tell of a situation
// (routing_views.h), for category, priority, site, department, asset class, requester and source, and for the load of
// every team that a rule asks about. Its rules are, in this order,
//   - points that do not exist: a team with nobody present has only its highest load, since all loads hold then;
//   - the rules of `routing`;
//   - one for each responsible team with its categories, for work that no rule takes.
//
//   const RoutingSpace space(policy->spec(), moments);
//   if (const auto work = space.work_named(soc, {.kind = 3, .away = mei})) …
//   find_decided(space.table(), …)                        // first_match.h
//
// An unknown site, department or asset class is a value like any other, that no rule which asks takes. Levels of load
// are the thresholds that rules name, so that any load is as good as one of them. REQUIRES: thresholds times the
// members of a team fit in 32 bits, which the language's limits see to. Borrows both arguments, which outlive it; not
// thread-safe (answers are remembered).
#pragma once

#include <map>
#include <optional>
#include <span>
#include <tuple>
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
  std::vector<policy::CategoryIndex> categories_named(policy::TeamIndex team,
                                                      const Situation& situation) const override;

  static constexpr std::size_t kView = 0, kCategory = 1, kPriority = 2, kSite = 3, kDepartment = 4, kAssetClass = 5,
                               kRequester = 6, kSource = 7, kFirstLoad = 8;
  [[nodiscard]] const Table& table() const { return table_; }
  [[nodiscard]] const RoutingViews& views() const { return views_; }

  // Table rules that take what does not exist come first.
  [[nodiscard]] std::uint32_t unreal_rules() const { return unreal_; }
  [[nodiscard]] std::uint32_t table_rule(policy::RuleIndex rule) const { return unreal_ + rule.value; }
  // The rule of `routing` that a table rule is; none for the responsible teams'.
  [[nodiscard]] policy::RuleIndex routing_rule(std::uint32_t table_rule) const;
  // By table rule: whom it names. None for what does not exist.
  [[nodiscard]] std::span<const policy::TeamIndex> named() const { return named_; }

  // The work of a point, with as much open in the situation as its loads ask for. REQUIRES: the situation is seen as
  // the point's view.
  [[nodiscard]] Work work_at(const Point& point, const Situation& situation) const;

 private:
  [[nodiscard]] Table make_table();
  [[nodiscard]] std::vector<Column> columns() const;
  [[nodiscard]] Box box_of(const policy::Rule& rule) const;
  [[nodiscard]] std::uint32_t present(policy::TeamIndex team, const Situation& situation) const;
  [[nodiscard]] std::optional<Point> point_named(policy::TeamIndex team, const Situation& situation,
                                                 std::optional<policy::PriorityIndex> priority) const;

  struct LoadLevels {
    policy::TeamIndex team{};
    std::vector<std::uint32_t> thresholds{};  // ascending, above zero; level n is the n-th, level 0 is below all
  };

  const policy::Spec& spec_;
  RoutingViews views_;
  const Moments& moments_;
  std::vector<LoadLevels> loads_{};
  std::uint32_t unreal_ = 0;
  std::vector<policy::TeamIndex> named_{};
  std::vector<std::uint32_t> all_rules_{};
  std::vector<Bits> naming_{};  // by team: table rules
  Table table_;

  using Asked = std::tuple<std::uint32_t, policy::TeamIndex, std::uint32_t>;  // view, team, priority or none
  mutable std::map<Asked, std::optional<Point>> answers_{};
};

}  // namespace tandem::proof
