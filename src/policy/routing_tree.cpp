#include "policy/routing_tree.h"

namespace tandem::policy {

// Splits a list of rules, in their order, into nodes.
class RoutingTree::Builder {
 public:
  explicit Builder(RoutingTree& tree) : tree_(tree) {}

  std::uint32_t build(std::vector<Member> members, std::uint32_t kinds_left) {
    const auto index = static_cast<std::uint32_t>(tree_.nodes_.size());
    tree_.nodes_.push_back({.first_rule = members.front().rule});
    const std::size_t kind = members.size() <= kLeafSize ? kKinds : best_kind(members, kinds_left);
    if (kind == kKinds) {
      make_leaf(index, members);
    } else {
      split(index, members, kind, kinds_left & ~(1U << kind));
    }
    return index;
  }

 private:
  std::span<const std::uint32_t> values(const Member& member, std::size_t kind) const {
    const Values& asked = tree_.conditions_[member.rule][kind];
    if (asked.count == 1) return {&asked.one_or_begin, 1};
    return std::span(tree_.values_).subspan(asked.one_or_begin, asked.count);
  }

  // Whether the rule goes to the branches of its values; else it stays among the others and its facts are compared.
  bool branches(const Member& member, std::size_t kind) const {
    const std::uint32_t count = tree_.conditions_[member.rule][kind].count;
    return count == 1 || (count > 1 && !member.repeated);
  }

  // The kind that leaves the fewest rules to look at in its worst branch; kKinds when none leaves fewer than all.
  std::size_t best_kind(const std::vector<Member>& members, std::uint32_t kinds_left) const {
    std::size_t best = kKinds;
    std::size_t fewest = members.size();
    std::unordered_map<std::uint32_t, std::size_t> sizes;
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
      if ((kinds_left & (1U << kind)) == 0) continue;
      sizes.clear();
      std::size_t others = 0;
      std::size_t largest = 0;
      for (const Member& member : members) {
        if (!branches(member, kind)) {
          ++others;
          continue;
        }
        for (const std::uint32_t value : values(member, kind)) largest = std::max(largest, ++sizes[value]);
      }
      if (others + largest < fewest) {
        fewest = others + largest;
        best = kind;
      }
    }
    return best;
  }

  void make_leaf(std::uint32_t index, const std::vector<Member>& members) {
    Node& node = tree_.nodes_[index];
    node.begin = static_cast<std::uint32_t>(tree_.leaf_rules_.size());
    for (const Member& member : members) tree_.leaf_rules_.push_back(member.rule);
    node.end = static_cast<std::uint32_t>(tree_.leaf_rules_.size());
  }

  void split(std::uint32_t index, const std::vector<Member>& members, std::size_t kind, std::uint32_t kinds_left) {
    std::map<std::uint32_t, std::vector<Member>> by_value;
    std::vector<Member> others;
    for (const Member& member : members) {
      if (!branches(member, kind)) {
        others.push_back(member);
        continue;
      }
      const auto asked = values(member, kind);
      for (const std::uint32_t value : asked) {
        by_value[value].push_back({member.rule, member.repeated || asked.size() > 1});
      }
    }
    std::vector<Branch> made;
    for (auto& [value, group] : by_value) made.push_back({value, build(std::move(group), kinds_left)});
    const std::uint32_t rest = others.empty() ? kNoNode : build(std::move(others), kinds_left);
    Node& node = tree_.nodes_[index];  // looked up only now: building branches moves the nodes
    node.kind = static_cast<std::uint8_t>(kind);
    node.others = rest;
    node.begin = static_cast<std::uint32_t>(tree_.branches_.size());
    tree_.branches_.insert(tree_.branches_.end(), made.begin(), made.end());
    node.end = static_cast<std::uint32_t>(tree_.branches_.size());
  }

  RoutingTree& tree_;
};

RoutingTree::RoutingTree(std::span<const Rule> rules) {
  const auto pack = [&](const auto& asked, const auto& number) {
    std::vector<std::uint32_t> numbers;
    for (const auto& each : asked) numbers.push_back(number(each));
    std::ranges::sort(numbers);
    const auto repeats = std::ranges::unique(numbers);
    numbers.erase(repeats.begin(), repeats.end());
    Values packed{.count = static_cast<std::uint32_t>(numbers.size())};
    if (numbers.size() == 1) packed.one_or_begin = numbers.front();
    if (numbers.size() > 1) {
      packed.one_or_begin = static_cast<std::uint32_t>(values_.size());
      values_.insert(values_.end(), numbers.begin(), numbers.end());
    }
    return packed;
  };
  const auto by_index = [](const auto& index) { return index.value; };
  const auto by_enum = [](const auto& value) { return static_cast<std::uint32_t>(value); };
  std::vector<Member> members;
  for (const Rule& rule : rules) {
    members.push_back({.rule = static_cast<std::uint32_t>(conditions_.size())});
    conditions_.push_back({pack(rule.categories, by_index), pack(rule.priorities, by_index), pack(rule.sites, by_index),
                           pack(rule.departments, by_index), pack(rule.asset_classes, by_index),
                           pack(rule.requesters, by_enum), pack(rule.sources, by_enum)});
  }
  if (!members.empty()) Builder(*this).build(std::move(members), (1U << kKinds) - 1);
}

RoutingTree::Key RoutingTree::key_of(const Facts& facts) {
  return {facts.category.value,
          facts.priority.value,
          facts.site.value,
          facts.department.value,
          facts.asset_class.value,
          static_cast<std::uint32_t>(facts.requester),
          static_cast<std::uint32_t>(facts.source)};
}

bool RoutingTree::matches(std::uint32_t rule, const Key& key) const {
  const Conditions& conditions = conditions_[rule];
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    const Values& asked = conditions[kind];
    if (asked.count == 0) continue;
    if (asked.count == 1) {
      if (asked.one_or_begin != key[kind]) return false;
      continue;
    }
    const auto several = std::span(values_).subspan(asked.one_or_begin, asked.count);
    if (!std::ranges::binary_search(several, key[kind])) return false;
  }
  return true;
}

std::uint32_t RoutingTree::branch(const Node& node, std::uint32_t value) const {
  const auto all = std::span(branches_).subspan(node.begin, node.end - node.begin);
  const auto found = std::ranges::lower_bound(all, value, {}, &Branch::value);
  return found != all.end() && found->value == value ? found->node : kNoNode;
}

}  // namespace tandem::policy
