#include "proof/routing_rules.h"

#include <algorithm>
#include <set>

#include "proof/subdivision.h"
#include "proof/table_gap.h"

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

// The rules that are somewhere the next behind `subject`, where that is the first.
std::set<std::uint32_t> successors(const Table& table, std::uint32_t subject, std::span<const std::uint32_t> rules) {
  std::set<std::uint32_t> found;
  const auto region = table.region_of(subject);
  Subdivision(table).walk(*region, rules, [&](RegionView, std::vector<Entry>& entries) {
    std::size_t own = 0;
    for (; entries[own].rule != subject; ++own) {
      if (entries[own].is_full()) return Step::Leave;
    }
    std::size_t next = own + 1;
    while (next < entries.size() && !entries[next].is_full()) ++next;
    if (next < entries.size()) entries.resize(next + 1);
    const auto is_known = [&](const Entry& entry) { return found.contains(entry.rule); };
    if (std::all_of(entries.begin() + static_cast<std::ptrdiff_t>(own) + 1, entries.end(), is_known))
      return Step::Leave;
    if (own != 0 || next != 1) return Step::Cut;
    found.insert(entries[1].rule);
    return Step::Leave;
  });
  return found;
}

}  // namespace

RoutingRules::RoutingRules(const policy::Spec& spec, const Moments& moments, const Attendance& attendance,
                           const RoutingSpace& space)
    : spec_(spec),
      moments_(moments),
      attendance_(attendance),
      space_(space),
      table_(space.table()),
      unreal_(numbers_below(space.unreal_rules())),
      overlaps_(table_),
      differences_(spec, attendance, space.views()),
      idle_(table_.rules()) {
  Bits asked(table_.rules());
  for (std::uint32_t rule = 0; rule < table_.rules(); ++rule) {
    outputs_.push_back(space.named()[rule].value);
    if (!space.routing_rule(rule).is_none()) asked.add(rule);
  }
  const auto difference_of = [this](std::uint32_t rule, std::uint32_t next, RegionView part) {
    return difference(rule, next, part);
  };
  uses_ = rule_uses(table_, overlaps_, outputs_, asked, difference_of);
  for (const std::uint32_t rule : asked) {
    if (!uses_[rule].decides_at) idle_.add(rule);
  }
}

const Point* RoutingRules::decides_at(RuleIndex rule) const {
  for (const std::uint32_t part : space_.parts(rule)) {
    if (uses_[part].decides_at) return &*uses_[part].decides_at;
  }
  return nullptr;
}

bool RoutingRules::is_needed(RuleIndex rule) const {
  return std::ranges::any_of(space_.parts(rule), [&](std::uint32_t part) { return uses_[part].needed_at.has_value(); });
}

std::optional<Point> RoutingRules::difference(std::uint32_t rule, std::uint32_t next, RegionView part) {
  if (next == kNoRule) return std::nullopt;  // the responsible teams' rules take everything
  const TeamIndex a = space_.named()[rule];
  const TeamIndex b = space_.named()[next];
  if (a == b) return std::nullopt;
  const auto place = differences_.first(a, b, table_.values_of(part, RoutingSpace::kView),
                                        table_.values_of(part, RoutingSpace::kAbsence));
  if (!place) return std::nullopt;
  Point point = table_.first_point(part);
  point[RoutingSpace::kView] = place->view;
  point[RoutingSpace::kAbsence] = place->absence;
  return point;
}

Case RoutingRules::case_at(const Point& point) const {
  const RoutingViews& views = space_.views();
  Situation situation{.kind = views.kinds_of(static_cast<std::uint32_t>(point[RoutingSpace::kView])).front()};
  const auto absence = static_cast<std::uint32_t>(point[RoutingSpace::kAbsence]);
  if (absence != 0 && !moments_.is_away(views.person_of(absence), situation)) situation.away = views.person_of(absence);
  return {
      .at = moments_.kinds()[situation.kind].first, .away = situation.away, .work = space_.work_at(point, situation)};
}

std::vector<UnreachableRule> RoutingRules::unreachable() const {
  std::vector<UnreachableRule> out;
  for (std::uint32_t rule = 0; rule < spec_.rules.size(); ++rule) {
    if (decides_at({rule}) == nullptr) out.push_back(explain_unreachable({rule}));
  }
  return out;
}

UnreachableRule RoutingRules::explain_unreachable(RuleIndex index) const {
  if (auto special = explain_special(index)) return *std::move(special);
  UnreachableRule out{.rule = index};
  std::set<RuleIndex> by;
  for (const std::uint32_t part : space_.parts(index)) {
    const auto region = table_.region_of(part);
    const auto real = region ? find_uncovered(table_, *region, unreal_) : std::nullopt;
    if (!real) continue;
    if (!out.example) out.example = case_at(*real);
    for (const std::uint32_t earlier : deciders(table_, *region, overlapping_before(part))) {
      if (earlier >= space_.unreal_rules()) by.insert(space_.routing_rule(earlier));
    }
  }
  out.by.assign(by.begin(), by.end());
  return out;
}

// Where one rule takes all that it asks for and decides some of it.
std::optional<UnreachableRule> RoutingRules::explain_special(RuleIndex index) const {
  std::vector<RuleIndex> earlier;
  for (const std::uint32_t part : space_.parts(index)) {
    for (const std::uint32_t other : overlapping_before(part)) {
      if (other >= space_.unreal_rules()) earlier.push_back(space_.routing_rule(other));
    }
  }
  std::ranges::sort(earlier);
  const auto repeats = std::ranges::unique(earlier);
  earlier.erase(repeats.begin(), repeats.end());
  for (const RuleIndex outer : earlier) {
    if (!is_special_case(index, outer)) continue;
    if (const auto at = decided_by(outer, index)) return UnreachableRule{index, {outer}, case_at(*at)};
  }
  return std::nullopt;
}

// A point that the earlier rule decides and the later one asks for.
std::optional<Point> RoutingRules::decided_by(RuleIndex earlier, RuleIndex later) const {
  Bits wanted(table_.rules());
  const auto earlier_parts = space_.parts(earlier);
  for (const std::uint32_t part : earlier_parts) wanted.add(part);
  for (const std::uint32_t part : space_.parts(later)) {
    const auto region = table_.region_of(part);
    if (!region) continue;
    std::vector<std::uint32_t> rules = overlapping_before(part);
    std::erase_if(rules, [&](std::uint32_t rule) { return rule > earlier_parts.back(); });
    if (auto found = find_decided(table_, *region, rules, wanted, Wanted::Any)) return std::move(found->at);
  }
  return std::nullopt;
}

std::vector<std::uint32_t> RoutingRules::overlapping(std::uint32_t part) const {
  Bits with;
  overlaps_.find(part, with);
  std::vector<std::uint32_t> out;
  for (const std::uint32_t other : with) {
    if (other >= part || !idle_.has(other)) out.push_back(other);
  }
  return out;
}

std::vector<std::uint32_t> RoutingRules::overlapping_before(std::uint32_t part) const {
  std::vector<std::uint32_t> out = overlapping(part);
  out.erase(std::ranges::lower_bound(out, part), out.end());
  return out;
}

std::vector<RedundantRule> RoutingRules::redundant() const {
  std::vector<RedundantRule> out;
  for (std::uint32_t rule = 0; rule < spec_.rules.size(); ++rule) {
    if (decides_at({rule}) != nullptr && !is_needed({rule})) out.push_back(explain_redundant({rule}));
  }
  return out;
}

RedundantRule RoutingRules::explain_redundant(RuleIndex index) const {
  RedundantRule out{.rule = index, .example = case_at(*decides_at(index))};
  std::set<RuleIndex> next;
  std::set<TeamIndex> responsible;
  for (const std::uint32_t part : space_.parts(index)) {
    if (!uses_[part].decides_at) continue;
    for (const std::uint32_t instead : successors(table_, part, overlapping(part))) {
      const RuleIndex rule = space_.routing_rule(instead);
      if (rule.is_none()) {
        responsible.insert(space_.named()[instead]);
      } else {
        next.insert(rule);
      }
    }
  }
  out.next.assign(next.begin(), next.end());
  out.responsible.assign(responsible.begin(), responsible.end());
  return out;
}

// Whether all that exists of one rule is in the other.
bool RoutingRules::is_special_case(RuleIndex inner, RuleIndex outer) const {
  const auto outers = space_.parts(outer);
  const auto some = std::ranges::find_if(outers, [&](std::uint32_t part) { return table_.takes_something(part); });
  return std::ranges::all_of(space_.parts(inner), [&](std::uint32_t part) {
    if (!table_.takes_something(part)) return true;
    // What is not within in a plain fact, in which the outer's parts are alike, is not within. Only time, absences and
    // load are not told by one column.
    if (some != outers.end() && !table_.is_within(part, *some, RoutingSpace::kCategory, RoutingSpace::kFirstLoad))
      return false;
    if (std::ranges::any_of(outers, [&](std::uint32_t other) { return table_.is_within(part, other); })) return true;
    std::vector<std::uint32_t> rules = unreal_;
    rules.insert(rules.end(), outers.begin(), outers.end());
    return !find_uncovered(table_, *table_.region_of(part), rules);
  });
}

std::vector<OrderedPair> RoutingRules::decided_by_order() const {
  std::vector<OrderedPair> out;
  std::vector<Bits> of_party(spec_.parties.size(), Bits(table_.rules()));
  const auto party_of = [&](std::uint32_t rule) { return spec_.teams[outputs_[rule]].party.value; };
  for (std::uint32_t rule = space_.unreal_rules(); rule < table_.rules(); ++rule) of_party[party_of(rule)].add(rule);
  Bits with;
  for (std::uint32_t part = space_.unreal_rules(); part < table_.rules(); ++part) {
    const RuleIndex rule = space_.routing_rule(part);
    if (rule.is_none() || decides_at(rule) == nullptr || !is_needed(rule)) continue;
    overlaps_.find(part, with);
    with -= idle_;
    auto pair = first_pair(part, with, of_party[party_of(part)]);
    if (!pair) continue;
    if (out.empty() || out.back().later != rule) {
      out.push_back(*std::move(pair));
    } else if (pair->earlier < out.back().earlier) {
      out.back() = *std::move(pair);
    }
  }
  return out;
}

std::optional<OrderedPair> RoutingRules::first_pair(std::uint32_t later, const Bits& overlapping,
                                                    const Bits& same_party) const {
  const RuleIndex later_rule = space_.routing_rule(later);
  std::size_t tried = 0;
  Bits candidates(table_.rules());
  for (const std::uint32_t part : overlapping - same_party) {
    if (part >= later) break;
    if (part < space_.unreal_rules()) continue;
    const RuleIndex rule = space_.routing_rule(part);
    if (!uses_[part].decides_at || !is_needed(rule)) continue;
    if (is_special_case(later_rule, rule) || is_special_case(rule, later_rule)) continue;
    if (tried >= kTriedAlone) {
      candidates.add(part);
    } else if (auto pair = pair_of(part, later, overlapping)) {
      return pair;
    }
    ++tried;
  }
  if (candidates.empty()) return std::nullopt;
  std::vector<std::uint32_t> rules(overlapping.begin(), overlapping.end());
  std::erase_if(rules, [&](std::uint32_t rule) { return rule >= later; });
  const auto found = find_decided(table_, *table_.region_of(later), rules, candidates, Wanted::Earliest);
  if (!found) return std::nullopt;
  return OrderedPair{space_.routing_rule(found->rule), later_rule, case_at(found->at)};
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
