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
    : spec_(spec),
      moments_(moments),
      attendance_(attendance),
      space_(space),
      table_(space.table()),
      unreal_(numbers_below(space.unreal_rules())) {
  Bits asked(table_.rules());
  for (std::uint32_t rule = 0; rule < table_.rules(); ++rule) {
    outputs_.push_back(space.named()[rule].value);
    if (!space.routing_rule(rule).is_none()) asked.add(rule);
  }
  uses_ = rule_uses(table_, outputs_, asked, [this](std::uint32_t rule, std::uint32_t next, RegionView part) {
    return difference(rule, next, part);
  });
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

TeamIndex RoutingRules::owner(TeamIndex named, const Situation& situation) const {
  const TeamIndex acting = attendance_.acting(named, situation);
  return acting.is_none() ? named : acting;
}

// Whether the two named teams lead to different owners in some situation of the view and the absence.
bool RoutingRules::differ(TeamIndex a, TeamIndex b, std::uint32_t view, std::uint32_t absence) const {
  const auto [found, is_new] = differing_.try_emplace({a, b, view, absence}, false);
  if (is_new) found->second = find_differing(a, b, view, absence);
  return found->second;
}

bool RoutingRules::find_differing(TeamIndex a, TeamIndex b, std::uint32_t view, std::uint32_t absence) const {
  const RoutingViews& views = space_.views();
  const auto differ_in = [&](policy::PersonIndex away) {
    return std::ranges::any_of(views.kinds_of(view),
                               [&](std::uint32_t kind) { return owner(a, {kind, away}) != owner(b, {kind, away}); });
  };
  if (absence != 0) return differ_in(views.person_of(absence));
  if (differ_in({})) return true;
  // Absences that routing cannot tell from none.
  std::set<policy::PersonIndex> people;
  const auto add_members = [&](TeamIndex team) {
    for (const auto member : spec_.teams[team.value].members) {
      if (!views.is_seen(member)) people.insert(member);
    }
  };
  for (const TeamIndex team : {a, b}) {
    add_members(team);
    for (const TeamIndex cover : spec_.teams[team.value].cover) add_members(cover);
  }
  return std::ranges::any_of(people, differ_in);
}

std::optional<Point> RoutingRules::difference(std::uint32_t rule, std::uint32_t next, RegionView part) const {
  if (next == kNoRule) return std::nullopt;  // the responsible teams' rules take everything
  const TeamIndex a = space_.named()[rule];
  const TeamIndex b = space_.named()[next];
  if (a == b) return std::nullopt;
  const Bits absences = table_.values_of(part, RoutingSpace::kAbsence);
  for (const std::uint32_t view : table_.values_of(part, RoutingSpace::kView)) {
    for (const std::uint32_t absence : absences) {
      if (!differ(a, b, view, absence)) continue;
      Point point = table_.first_point(part);
      point[RoutingSpace::kView] = view;
      point[RoutingSpace::kAbsence] = absence;
      return point;
    }
  }
  return std::nullopt;
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
  UnreachableRule out{.rule = index};
  std::set<RuleIndex> by;
  for (const std::uint32_t part : space_.parts(index)) {
    const auto region = table_.region_of(part);
    const auto real = region ? find_uncovered(table_, *region, unreal_) : std::nullopt;
    if (!real) continue;
    if (!out.example) out.example = case_at(*real);
    for (const std::uint32_t earlier : deciders(table_, *region, numbers_below(part))) {
      if (earlier >= space_.unreal_rules()) by.insert(space_.routing_rule(earlier));
    }
  }
  out.by.assign(by.begin(), by.end());
  for (const RuleIndex earlier : by) {
    if (!is_special_case(index, earlier)) continue;
    out.by = {earlier};
    out.example = case_at(*decided_by(earlier, index));
    break;
  }
  return out;
}

// A point that the earlier rule decides and the later one asks for.
std::optional<Point> RoutingRules::decided_by(RuleIndex earlier, RuleIndex later) const {
  Bits wanted(table_.rules());
  for (const std::uint32_t part : space_.parts(earlier)) wanted.add(part);
  for (const std::uint32_t part : space_.parts(later)) {
    const auto region = table_.region_of(part);
    if (!region) continue;
    if (auto found = find_decided(table_, *region, numbers_below(part), wanted, Wanted::Any))
      return std::move(found->at);
  }
  return std::nullopt;
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
    for (const std::uint32_t instead : successors(table_, part)) {
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
  std::vector<std::uint32_t> rules = unreal_;
  rules.insert(rules.end(), outers.begin(), outers.end());
  return std::ranges::all_of(space_.parts(inner), [&](std::uint32_t part) {
    const auto region = table_.region_of(part);
    if (!region || std::ranges::any_of(outers, [&](std::uint32_t other) { return table_.is_within(part, other); })) {
      return true;
    }
    // What is not within in a plain fact is not within. Only time, absences and load are not told by one column.
    if (!table_.is_within(part, outers.front(), RoutingSpace::kCategory, RoutingSpace::kFirstLoad)) return false;
    return !find_uncovered(table_, *region, rules);
  });
}

std::vector<OrderedPair> RoutingRules::decided_by_order() const {
  std::vector<OrderedPair> out;
  std::vector<Bits> of_party(spec_.parties.size(), Bits(table_.rules()));
  const auto party_of = [&](std::uint32_t rule) { return spec_.teams[outputs_[rule]].party.value; };
  for (std::uint32_t rule = space_.unreal_rules(); rule < table_.rules(); ++rule) of_party[party_of(rule)].add(rule);
  for_each_overlap(table_, [&](std::uint32_t part, const Bits& with) {
    const RuleIndex rule = space_.routing_rule(part);
    if (rule.is_none() || decides_at(rule) == nullptr || !is_needed(rule)) return;
    auto pair = first_pair(part, with, of_party[party_of(part)]);
    if (!pair) return;
    if (out.empty() || out.back().later != rule) {
      out.push_back(*std::move(pair));
    } else if (pair->earlier < out.back().earlier) {
      out.back() = *std::move(pair);
    }
  });
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
