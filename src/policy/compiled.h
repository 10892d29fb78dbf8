// What a Policy works out once from its Spec: the routing tree, everybody's leave in one row, and the names. Views into
// the Spec of the same Policy, which neither moves nor changes. Private to policy/.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "calendar/presence.h"
#include "policy/policy.h"
#include "policy/routing_tree.h"

namespace tandem::policy {

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
  calendar::Absences absences;  // by PersonIndex
  calendar::Zone zone;          // the agreement's; UTC where it names none
  NameTable<TeamTag> teams;
  NameTable<PersonTag> people;
  NameTable<PartyTag> parties;
  NameTable<CategoryTag> categories;
  NameTable<PriorityTag> priorities;
  NameTable<SiteTag> sites;
  NameTable<DepartmentTag> departments;
  NameTable<AssetClassTag> asset_classes;
  NameTable<ActivityTag> activities;
  NameTable<DecisionTag> decisions;
  CategoryIndex other;
  PriorityIndex default_priority;
};

}  // namespace tandem::policy
