#include "proof/routing_rules.h"

#include <doctest/doctest.h>

#include <set>

#include "policy/reference.h"
#include "proof/plain_named_work.h"
#include "proof/random_agreement.h"
#include "proof/random_routing.h"

using namespace tandem;
using namespace tandem::proof;
using policy::PersonIndex;
using policy::RuleIndex;
using policy::Spec;
using policy::TeamIndex;

namespace {

// The agreement in which the rules that are kept name a team each that is theirs alone and always there, so that the
// slow interpreter tells which rule decided. Rules keep their order.
Spec with_teams_for_rules(const Spec& spec, const std::vector<std::uint32_t>& kept) {
  Spec out = with_all_teams_there(spec);
  const auto first = static_cast<std::uint32_t>(out.teams.size());
  out.rules.clear();
  for (const std::uint32_t rule : kept) {
    out.teams.push_back(out.teams.front());
    out.teams.back().name = fmt::format("of rule {}", rule);
    out.rules.push_back(spec.rules[rule]);
    out.rules.back().to = {first + static_cast<std::uint32_t>(out.rules.size()) - 1};
  }
  return out;
}

Spec without_rule(Spec spec, std::uint32_t rule) {
  spec.rules.erase(spec.rules.begin() + rule);
  return spec;
}

using Pair = std::pair<std::uint32_t, std::uint32_t>;

// Looks at every quarter of an hour, every person away, every combination of facts and every load that counts.
class Enumeration {
 public:
  Enumeration(const Spec& spec, base::Interval horizon)
      : spec_(spec), count_(spec.rules.size()), takes_(count_), decides_(count_), within_(count_ * count_, true) {
    for (std::uint32_t person = 0; person <= spec.people.size(); ++person) {
      suppose(person == spec.people.size() ? PersonIndex::none() : PersonIndex{person}, horizon);
    }
  }

  [[nodiscard]] std::set<std::uint32_t> unreachable() const {
    return rules_where([&](auto r) { return !decides_[r]; });
  }
  [[nodiscard]] std::set<std::uint32_t> redundant() const {
    return rules_where([&](auto rule) { return decides_[rule] && !needed_.contains(rule); });
  }
  // All pairs, the earliest of each later rule among them.
  [[nodiscard]] std::set<Pair> decided_by_order() const {
    std::set<Pair> out;
    for (const Pair& pair : first_in_overlap_) {
      const auto [earlier, later] = pair;
      const bool parties_differ = party(earlier) != party(later);
      const bool both_matter = needed_.contains(earlier) && needed_.contains(later);
      if (parties_differ && both_matter && !is_within(earlier, later) && !is_within(later, earlier)) {
        out.insert(pair);
      }
    }
    return out;
  }

 private:
  void suppose(PersonIndex away, base::Interval horizon) {
    const Spec spec = without_person(spec_, away);
    std::vector<std::uint32_t> all;
    for (std::uint32_t rule = 0; rule < count_; ++rule) all.push_back(rule);
    std::vector<Spec> alone;
    std::vector<Spec> removed;
    for (const std::uint32_t rule : all) {
      alone.push_back(with_teams_for_rules(spec, {rule}));
      removed.push_back(without_rule(spec, rule));
    }
    std::set<std::vector<bool>> seen;  // instants at which nothing is different need not be asked twice
    for (base::Instant at = horizon.from; at < horizon.to; at = at + base::minutes(15)) {
      if (!seen.insert(look(spec, at)).second) continue;
      AllWork(spec).any_at(at, [&](const Work& work) {
        point(spec, alone, removed, work, at);
        return false;
      });
    }
  }

  static std::vector<bool> look(const Spec& spec, base::Instant at) {
    std::vector<bool> out;
    for (const auto& calendar : spec.calendars) out.push_back(calendar.open.is_open(at));
    for (const auto& person : spec.people) {
      out.push_back(std::ranges::any_of(person.leave, [&](const auto& leave) { return leave.contains(at); }));
    }
    return out;
  }

  void point(const Spec& spec, const std::vector<Spec>& alone, const std::vector<Spec>& removed, const Work& work,
             base::Instant at) {
    std::vector<std::uint32_t> matches;
    for (std::uint32_t rule = 0; rule < count_; ++rule) {
      const TeamIndex own{static_cast<std::uint32_t>(spec.teams.size())};
      if (policy::evaluate_plainly(alone[rule], work.asked(), at).team == own) matches.push_back(rule);
    }
    for (const std::uint32_t inner : matches) {
      takes_[inner] = true;
      for (std::uint32_t outer = 0; outer < count_; ++outer) {
        if (std::ranges::find(matches, outer) == matches.end()) within_[inner * count_ + outer] = false;
      }
    }
    if (matches.empty()) return;
    const std::uint32_t first = matches.front();
    decides_[first] = true;
    for (const std::uint32_t later : matches) {
      if (later != first) first_in_overlap_.insert({first, later});
    }
    if (needed_.contains(first)) return;
    const TeamIndex with = policy::evaluate_plainly(spec, work.asked(), at).team;
    if (policy::evaluate_plainly(removed[first], work.asked(), at).team != with) needed_.insert(first);
  }

  template <class Holds>
  [[nodiscard]] std::set<std::uint32_t> rules_where(const Holds& holds) const {
    std::set<std::uint32_t> out;
    for (std::uint32_t rule = 0; rule < count_; ++rule) {
      if (holds(rule)) out.insert(rule);
    }
    return out;
  }
  [[nodiscard]] std::uint32_t party(std::uint32_t rule) const {
    return spec_.teams[spec_.rules[rule].to.value].party.value;
  }
  [[nodiscard]] bool is_within(std::uint32_t inner, std::uint32_t outer) const {
    return within_[inner * count_ + outer];
  }

  const Spec& spec_;
  std::size_t count_;
  std::vector<bool> takes_;
  std::vector<bool> decides_;
  std::vector<bool> within_;  // by inner, then outer: whether outer takes all that inner does
  std::set<std::uint32_t> needed_{};
  std::set<Pair> first_in_overlap_{};
};

// Which rule decides the case, as the evaluator's own trace tells.
RuleIndex deciding_rule(const Spec& spec, const Case& example) {
  const auto policy = policy::Policy::make(without_person(spec, example.away));
  policy::Trace trace;
  (void)policy->evaluate(example.work.asked(), example.at, &trace);
  return trace.reasons().front().rule;
}

bool rule_takes(const Spec& spec, RuleIndex rule, const Case& example) {
  Spec alone = spec;
  alone.rules = {spec.rules[rule.value]};
  return deciding_rule(alone, example) == RuleIndex{0};
}

struct Subject {
  explicit Subject(const Spec& spec, base::Interval horizon)
      : moments(spec, horizon),
        attendance(spec, moments),
        space(spec, moments),
        rules(spec, moments, attendance, space) {}
  Moments moments;
  Attendance attendance;
  RoutingSpace space;
  RoutingRules rules;
};

}  // namespace

TEST_CASE("rules of random agreements that decide or change nothing are those that enumeration finds") {
  std::size_t found_unreachable = 0;
  std::size_t found_redundant = 0;
  std::size_t found_pairs = 0;
  for (std::uint32_t seed = 0; seed < 120; ++seed) {
    CAPTURE(seed);
    RandomAgreement agreements(seed);
    const base::Interval horizon = agreements.horizon();
    const Spec spec = with_random_routing(agreements.spec(horizon), seed);
    const Subject subject(spec, horizon);
    const Enumeration expected(spec, horizon);

    std::set<std::uint32_t> unreachable;
    for (const UnreachableRule& each : subject.rules.unreachable()) {
      unreachable.insert(each.rule.value);
      if (!each.example) continue;
      CHECK(rule_takes(spec, each.rule, *each.example));
      CHECK(std::ranges::find(each.by, deciding_rule(spec, *each.example)) != each.by.end());
    }
    CHECK(unreachable == expected.unreachable());
    std::set<std::uint32_t> redundant;
    for (const RedundantRule& each : subject.rules.redundant()) {
      redundant.insert(each.rule.value);
      CHECK(deciding_rule(spec, each.example) == each.rule);
    }
    CHECK(redundant == expected.redundant());
    const auto all = expected.decided_by_order();
    std::set<Pair> earliest;
    for (const Pair& pair : all) {
      const bool is_first =
          std::ranges::none_of(earliest, [&](const Pair& other) { return other.second == pair.second; });
      if (is_first) earliest.insert(pair);
    }
    std::set<Pair> pairs;
    for (const OrderedPair& each : subject.rules.decided_by_order()) {
      pairs.insert({each.earlier.value, each.later.value});
      CHECK(deciding_rule(spec, each.example) == each.earlier);
      CHECK(rule_takes(spec, each.later, each.example));
    }
    CHECK(pairs == earliest);
    found_unreachable += unreachable.size();
    found_redundant += redundant.size();
    found_pairs += pairs.size();
  }
  CHECK(found_unreachable > 50);
  CHECK(found_redundant > 20);
  CHECK(found_pairs > 50);
}
