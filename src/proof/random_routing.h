// Routing rules at random for small agreements: dense enough that they pre-empt, repeat and contradict one another.
#pragma once

#include <random>

#include "policy/spec.h"

namespace tandem::proof {

class RandomRouting {
 public:
  RandomRouting(const policy::Spec& spec, std::uint32_t seed) : spec_(spec), random_(seed) {}

  std::vector<policy::Rule> rules(std::uint32_t count) {
    std::vector<policy::Rule> out;
    for (std::uint32_t i = 0; i < count; ++i) {
      out.push_back(rule());
      out.back().name = fmt::format("rule {}", i);
    }
    return out;
  }

 private:
  std::uint32_t below(std::size_t n) { return static_cast<std::uint32_t>(random_() % n); }
  bool chance(std::uint32_t one_in) { return below(one_in) == 0; }

  template <class Index, class Items>
  void some(std::vector<Index>& values, const Items& items, std::uint32_t one_in) {
    if (items.empty() || !chance(one_in)) return;
    values.push_back({below(items.size())});
    if (chance(3)) values.push_back({below(items.size())});
  }

  policy::Rule rule() {
    policy::Rule rule{.to = {below(spec_.teams.size())}};
    some(rule.categories, spec_.categories, 3);
    some(rule.priorities, spec_.targets, 4);
    some(rule.sites, spec_.sites, 4);
    some(rule.departments, spec_.departments, 4);
    some(rule.asset_classes, spec_.asset_classes, 6);
    if (chance(5)) rule.requesters = {chance(2) ? policy::RequesterKind::Vip : policy::RequesterKind::Standard};
    if (chance(5)) rule.sources = {policy::WorkSource::Alert};
    for (std::uint32_t n = chance(3) ? 1 + below(2) : 0; n > 0; --n) {
      rule.hours.push_back({.calendar = {below(spec_.calendars.size())}, .open = chance(2)});
    }
    some(rule.away, spec_.people, 5);
    if (chance(4)) rule.load = policy::Rule::Load{.team = {below(spec_.teams.size())}, .open_per_person = below(4)};
    return rule;
  }

  const policy::Spec& spec_;
  std::mt19937 random_;
};

// The agreement with up to eight rules more, and facts for them to ask about.
inline policy::Spec with_random_routing(policy::Spec spec, std::uint32_t seed) {
  if (seed % 2 == 0) spec.departments = {"department"};
  if (seed % 3 == 0) spec.asset_classes = {"class"};
  RandomRouting routing(spec, seed);
  for (policy::Rule& rule : routing.rules(seed % 9)) spec.rules.push_back(std::move(rule));
  for (std::size_t i = 0; i < spec.rules.size(); ++i) spec.rules[i].name = fmt::format("rule {}", i);
  return spec;
}

}  // namespace tandem::proof
