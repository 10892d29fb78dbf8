// Finds the first routing rule that holds without walking all of them. Rules are split by the values they ask for, one
// kind of fact at each level; rules that do not ask stay together in a branch of their own, so that a question visits
// at each level one branch by value and one without. Branches that can only hold later rules than the best are left
// out.
//
//   const RoutingTree tree(spec.rules);
//   const RuleIndex first = tree.first_match(facts, [&](RuleIndex rule) { return …hours, load, absence hold…; });
//
// Memory is linear in the text of the rules: a rule with several values is repeated at one level only. Immutable;
// thread-safe; asking does not allocate. Private to policy/.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "policy/policy.h"

namespace tandem::policy {

class RoutingTree {
 public:
  // REQUIRES: rules without a value that is none.
  explicit RoutingTree(std::span<const Rule> rules);

  // The first rule whose facts match and for which `holds(rule)` says yes; none when there is none. `holds` is asked
  // only about rules whose facts match, and about some that come later than the answer.
  template <class Holds>
  [[nodiscard]] RuleIndex first_match(const Facts& facts, const Holds& holds) const {
    RuleIndex best;  // none is larger than every rule
    if (!nodes_.empty()) descend(nodes_.front(), key_of(facts), holds, best);
    return best;
  }

 private:
  static constexpr std::size_t kKinds = 7;  // category, priority, site, department, asset class, requester, source
  static constexpr std::size_t kLeafSize = 6;
  static constexpr std::uint32_t kNoNode = 0xffff'ffff;
  using Key = std::array<std::uint32_t, kKinds>;

  // The values one rule asks for in one kind of fact: any, one kept in place, or several in `values_`.
  struct Values {
    std::uint32_t one_or_begin = 0;
    std::uint32_t count = 0;
  };
  using Conditions = std::array<Values, kKinds>;

  struct Branch {
    std::uint32_t value = 0;
    std::uint32_t node = 0;
  };
  struct Node {
    std::uint32_t first_rule = 0;      // the smallest below
    std::uint32_t begin = 0, end = 0;  // in leaf_rules_ for a leaf, else in branches_, sorted by value
    std::uint32_t others = kNoNode;    // rules that ask for no single value here
    std::uint8_t kind = kKinds;        // kKinds: a leaf
  };
  struct Member {
    std::uint32_t rule = 0;
    bool repeated = false;  // it stands in several branches already
  };
  class Builder;

  [[nodiscard]] static Key key_of(const Facts& facts);
  [[nodiscard]] bool matches(std::uint32_t rule, const Key& key) const;
  [[nodiscard]] std::uint32_t branch(const Node& node, std::uint32_t value) const;

  template <class Holds>
  void descend(const Node& node, const Key& key, const Holds& holds, RuleIndex& best) const {
    if (node.first_rule >= best.value) return;
    if (node.kind != kKinds) {  // at most kKinds levels deep
      if (const auto child = branch(node, key[node.kind]); child != kNoNode) descend(nodes_[child], key, holds, best);
      if (node.others != kNoNode) descend(nodes_[node.others], key, holds, best);
      return;
    }
    for (std::uint32_t i = node.begin; i < node.end; ++i) {
      const RuleIndex rule{leaf_rules_[i]};
      if (rule >= best) return;
      if (matches(rule.value, key) && holds(rule)) {
        best = rule;
        return;
      }
    }
  }

  std::vector<Conditions> conditions_;  // by rule
  std::vector<std::uint32_t> values_;
  std::vector<Node> nodes_;  // the root first
  std::vector<Branch> branches_;
  std::vector<std::uint32_t> leaf_rules_;
};

}  // namespace tandem::policy
