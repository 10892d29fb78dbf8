#include "proof/routing_rules.h"

#include <set>

#include "proof/subdivision.h"
#include "proof/table_gap.h"
#include "proof/table_overlaps.h"

namespace tandem::proof {

using policy::RuleIndex;
using policy::TeamIndex;

namespace {

// So many earlier rules are tried one by one before all that overlap are looked at together.
constexpr std::size_t kTriedAlone = 8;

std::vector<std::uint32_t> numbers_below(std::uint32_t end) {
  std::vector<std::uint32_t> numbers(end);
  for (std::uint32_t i = 0; i < end; ++i) numbers[i] = i;
  return numbers;
}

// The rules that are somewhere in the region the first of `rules`.
std::set<std::uint32_t> deciders(const Table& table, RegionView region, std::span<const std::uint32_t> rules) {
  std::set<std::uint32_t> found;
  Subdivision(table).walk(region, rules, [&](RegionView, std::vector<Entry>& entries) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (!entries[i].is_full()) continue;
      entries.resize(i + 1);
      break;
    }
    if (std::ranges::all_of(entries, [&](const Entry& entry) { return found.contains(entry.rule); }))
      return Step::Leave;
    if (!entries.front().is_full()) return Step::Cut;
    found.insert(entries.front().rule);
    return Step::Leave;
  });
  return found;
}

// The rules that are somewhere in the region the next behind `subject`, which is the first there.
std::set<std::uint32_t> successors(const Table& table, std::uint32_t subject) {
  std::set<std::uint32_t> found;
  const auto region = table.region_of(subject);
  Subdivision(table).walk(*region, numbers_below(table.rules()), [&](RegionView, std::vector<Entry>& entries) {
    if (entries.front().rule != subject) return entries.front().is_full() ? Step::Leave : Step::Cut;
    std::size_t next = 1;
    while (next < entries.size() && !entries[next].is_full()) ++next;
    if (next < entries.size()) entries.resize(next + 1);
    const auto is_known = [&](const Entry& entry) { return entry.rule == subject || found.contains(entry.rule); };
    if (std::ranges::all_of(entries, is_known)) return Step::Leave;
    if (next != 1) return Step::Cut;
    found.insert(entries[1].rule);
    return Step::Leave;
  });
  return found;
}

}  // namespace

RoutingRules::RoutingRules(const policy::Spec& spec, const Moments& moments, const Attendance& attendance,
                           const RoutingSpace& space)
    : spec_(spec), moments_(moments), attendance_(attendance), space_(space), table_(space.table()) {
  for (const TeamIndex team : space.named()) outputs_.push_back(team.value);
  Bits asked(table_.rules());
  for (std::uint32_t rule = 0; rule < spec.rules.size(); ++rule) asked.add(space.table_rule({rule}));
  uses_ = rule_uses(table_, outputs_, asked, [this](std::uint32_t rule, std::uint32_t next, RegionView part) {
    return difference(rule, next, part);
  });
}

TeamIndex RoutingRules::owner(TeamIndex named, const Situation& situation) const {
  const TeamIndex acting = attendance_.acting(named, situation);
  return acting.is_none() ? named : acting;
}

// A situation of the view in which the two named teams lead to different owners.
const std::optional<Situation>& RoutingRules::differing(TeamIndex a, TeamIndex b, std::uint32_t view) const {
  const auto [found, is_new] = differing_.try_emplace({a, b, view}, std::nullopt);
  if (!is_new) return found->second;
  Bits people(spec_.people.size());
  const auto add_members = [&](TeamIndex team) {
    for (const auto member : spec_.teams[team.value].members) people.add(member.value);
  };
  for (const TeamIndex team : {a, b}) {
    add_members(team);
    for (const TeamIndex cover : spec_.teams[team.value].cover) add_members(cover);
  }
  space_.views().any_of(view, people, [&](const Situation& situation) {
    if (owner(a, situation) == owner(b, situation)) return false;
    found->second = situation;
    return true;
  });
  return found->second;
}

std::optional<Point> RoutingRules::difference(std::uint32_t rule, std::uint32_t next, RegionView part) const {
  if (next == kNoRule) return std::nullopt;  // the responsible teams' rules take everything
  const TeamIndex a = space_.named()[rule];
  const TeamIndex b = space_.named()[next];
  if (a == b) return std::nullopt;
  for (const std::uint32_t view : table_.values_of(part, RoutingSpace::kView)) {
    if (!differing(a, b, view)) continue;
    Point point = table_.first_point(part);
    point[RoutingSpace::kView] = view;
    return point;
  }
  return std::nullopt;
}

Case RoutingRules::case_at(const Point& point) const {
  const Situation& situation = space_.views().first(static_cast<std::uint32_t>(point[RoutingSpace::kView]));
  return {
      .at = moments_.kinds()[situation.kind].first, .away = situation.away, .work = space_.work_at(point, situation)};
}

std::vector<UnreachableRule> RoutingRules::unreachable() const {
  std::vector<UnreachableRule> out;
  for (std::uint32_t rule = 0; rule < spec_.rules.size(); ++rule) {
    if (!uses_[space_.table_rule({rule})].decides_at) out.push_back(explain_unreachable({rule}));
  }
  return out;
}

UnreachableRule RoutingRules::explain_unreachable(RuleIndex index) const {
  UnreachableRule out{.rule = index};
  const std::uint32_t rule = space_.table_rule(index);
  const auto region = table_.region_of(rule);
  const auto unreal = numbers_below(space_.unreal_rules());
  const auto real = region ? find_uncovered(table_, *region, unreal) : std::nullopt;
  if (!real) return out;
  out.example = case_at(*real);
  const auto before = numbers_below(rule);
  for (const std::uint32_t earlier : deciders(table_, *region, before)) {
    if (earlier < space_.unreal_rules()) continue;
    out.by.push_back(space_.routing_rule(earlier));
    if (!table_.is_within(rule, earlier)) continue;
    Bits alone(table_.rules());
    alone.add(earlier);
    out.by = {space_.routing_rule(earlier)};
    out.example = case_at(find_decided(table_, *region, before, alone, Wanted::Any)->at);
    break;
  }
  return out;
}

std::vector<RedundantRule> RoutingRules::redundant() const {
  std::vector<RedundantRule> out;
  for (std::uint32_t rule = 0; rule < spec_.rules.size(); ++rule) {
    const RuleUse& use = uses_[space_.table_rule({rule})];
    if (use.decides_at && !use.needed_at) out.push_back(explain_redundant({rule}));
  }
  return out;
}

RedundantRule RoutingRules::explain_redundant(RuleIndex index) const {
  const std::uint32_t rule = space_.table_rule(index);
  RedundantRule out{.rule = index, .example = case_at(*uses_[rule].decides_at)};
  for (const std::uint32_t next : successors(table_, rule)) {
    const RuleIndex instead = space_.routing_rule(next);
    if (instead.is_none()) {
      out.responsible.push_back(space_.named()[next]);
    } else {
      out.next.push_back(instead);
    }
  }
  return out;
}

// Whether all that exists of one rule is in the other.
bool RoutingRules::is_special_case(std::uint32_t inner, std::uint32_t outer) const {
  if (table_.is_within(inner, outer)) return true;
  if (space_.unreal_rules() == 0) return false;
  auto rules = numbers_below(space_.unreal_rules());
  rules.push_back(outer);
  return !find_uncovered(table_, *table_.region_of(inner), rules);
}

std::vector<OrderedPair> RoutingRules::decided_by_order() const {
  std::vector<OrderedPair> out;
  std::vector<Bits> of_party(spec_.parties.size(), Bits(table_.rules()));
  const auto party_of = [&](std::uint32_t rule) { return spec_.teams[outputs_[rule]].party.value; };
  const std::uint32_t first = space_.unreal_rules();
  const auto end = first + static_cast<std::uint32_t>(spec_.rules.size());
  for (std::uint32_t rule = first; rule < end; ++rule) of_party[party_of(rule)].add(rule);
  for_each_overlap(table_, [&](std::uint32_t rule, const Bits& earlier) {
    if (rule < first || rule >= end || !uses_[rule].decides_at) return;
    if (auto pair = first_pair(rule, earlier, of_party[party_of(rule)])) out.push_back(*std::move(pair));
  });
  return out;
}

std::optional<OrderedPair> RoutingRules::first_pair(std::uint32_t later, const Bits& earlier,
                                                    const Bits& same_party) const {
  std::size_t tried = 0;
  Bits candidates(table_.rules());
  for (const std::uint32_t rule : earlier - same_party) {
    if (rule < space_.unreal_rules() || !uses_[rule].decides_at) continue;
    if (is_special_case(later, rule) || is_special_case(rule, later)) continue;
    if (tried >= kTriedAlone) {
      candidates.add(rule);
    } else if (auto pair = pair_of(rule, later, earlier)) {
      return pair;
    }
    ++tried;
  }
  if (candidates.empty()) return std::nullopt;
  const std::vector<std::uint32_t> rules(earlier.begin(), earlier.end());
  const auto found = find_decided(table_, *table_.region_of(later), rules, candidates, Wanted::Earliest);
  if (!found) return std::nullopt;
  return OrderedPair{space_.routing_rule(found->rule), space_.routing_rule(later), case_at(found->at)};
}

// The pair, if the earlier rule decides anything of what both ask for.
std::optional<OrderedPair> RoutingRules::pair_of(std::uint32_t earlier, std::uint32_t later,
                                                 const Bits& overlapping) const {
  const auto both = table_.common(*table_.region_of(earlier), *table_.region_of(later));
  std::vector<std::uint32_t> before;
  for (const std::uint32_t rule : overlapping) {
    if (rule >= earlier) break;
    before.push_back(rule);
  }
  const auto point = find_uncovered(table_, *both, before);
  if (!point) return std::nullopt;
  return OrderedPair{space_.routing_rule(earlier), space_.routing_rule(later), case_at(*point)};
}

}  // namespace tandem::proof
