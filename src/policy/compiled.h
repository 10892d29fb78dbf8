// What a Policy works out once from its Spec: the routing tree, everybody's leave in one row, and the names. Views into
// the Spec of the same Policy, which neither moves nor changes. Private to policy/.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "policy/policy.h"
#include "policy/routing_tree.h"

namespace tandem::policy {

// Who is on leave when. One row of intervals for all people, so that asking touches little memory.
class Absences {
 public:
  explicit Absences(std::span<const Person> people);
  // The position of the interval within the person's leave, or none when they are present.
  [[nodiscard]] std::optional<std::size_t> leave_at(PersonIndex person, base::Instant at) const;

 private:
  std::vector<std::uint32_t> begins_;  // by person, and the end
  std::vector<base::Interval> leave_;
};

template <class Tag>
class NameTable {
 public:
  // REQUIRES: the items outlive the table. `name_of` gives a view into an item.
  template <class Items, class NameOf>
  NameTable(const Items& items, NameOf name_of) {
    by_name_.reserve(items.size());
    for (const auto& item : items) {
      const Index<Tag> next{static_cast<std::uint32_t>(by_name_.size())};
      unique_ = by_name_.emplace(std::string_view(std::invoke(name_of, item)), next).second && unique_;
    }
  }
  [[nodiscard]] bool is_unique() const { return unique_; }
  [[nodiscard]] std::optional<Index<Tag>> find(std::string_view name) const {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  std::unordered_map<std::string_view, Index<Tag>> by_name_;
  bool unique_ = true;
};

struct Policy::Compiled {
  explicit Compiled(const Spec& spec);

  RoutingTree routing;
  Absences absences;
  NameTable<TeamTag> teams;
  NameTable<PersonTag> people;
  NameTable<PartyTag> parties;
  NameTable<CategoryTag> categories;
  NameTable<PriorityTag> priorities;
  NameTable<SiteTag> sites;
  NameTable<DepartmentTag> departments;
  NameTable<AssetClassTag> asset_classes;
  CategoryIndex other;
  PriorityIndex default_priority;
};

}  // namespace tandem::policy
