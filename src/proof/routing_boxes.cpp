#include "proof/routing_boxes.h"

#include <algorithm>

namespace tandem::proof {

using policy::PersonIndex;
using policy::Rule;

namespace {

std::uint32_t count_of(const auto& items) {
  return static_cast<std::uint32_t>(items.size());
}

// Values that a rule asks for. Facts that may be unknown have that at 0, and their values behind it.
template <class Asked>
Choice choice_of(const std::vector<Asked>& asked, std::uint32_t count, std::uint32_t first = 0) {
  if (asked.empty()) return Everything{};
  Bits values(count + first);
  for (const Asked& each : asked) {
    if constexpr (std::is_enum_v<Asked>) {
      values.add(static_cast<std::uint32_t>(each));
    } else {
      values.add(each.value + first);
    }
  }
  return values;
}

}  // namespace

std::vector<Box> RoutingSpace::Boxes::unreal(std::size_t i) const {
  const policy::TeamIndex team = space_.loads_[i].team;
  const auto& members = space_.spec_.teams[team.value].members;
  std::vector<Box> out;
  const auto add = [&](Bits views, Choice absence) {
    if (views.empty()) return;
    Box box = everything();
    box[kView] = std::move(views);
    box[kAbsence] = std::move(absence);
    box[kFirstLoad + i] = Span{0, count_of(space_.loads_[i].thresholds)};
    out.push_back(std::move(box));
  };
  Bits all = Bits::full(views_.count());
  for (const PersonIndex member : members) all &= views_.on_leave({&member, 1});
  add(all, Everything{});
  for (const PersonIndex last : members) {
    Bits others = Bits::full(views_.count()) - views_.on_leave({&last, 1});
    for (const PersonIndex member : members) {
      if (member != last) others &= views_.on_leave({&member, 1});
    }
    add(std::move(others), views_.absences_of({&last, 1}));
  }
  return out;
}

const Bits& RoutingSpace::Boxes::hours(const Rule& rule) {
  std::vector<std::uint64_t> key;
  for (const Rule::Hours& each : rule.hours)
    key.push_back(std::uint64_t{each.calendar.value} * 2 + (each.open ? 1 : 0));
  const auto [found, is_new] = hours_.try_emplace(std::move(key));
  if (is_new) found->second = views_.hold(rule.hours);
  return found->second;
}

Choice RoutingSpace::Boxes::load_choice(const Rule::Load& load, std::size_t& column) const {
  const auto found = std::ranges::find(space_.loads_, load.team, &LoadLevels::team);
  const auto& levels = found->thresholds;
  column = kFirstLoad + static_cast<std::size_t>(found - space_.loads_.begin());
  const auto level = std::ranges::lower_bound(levels, load.open_per_person) - levels.begin() + 1;
  return Span{level, count_of(levels) + 1};
}

std::vector<Box> RoutingSpace::Boxes::of_rule(const Rule& rule) {
  const policy::Spec& spec = space_.spec_;
  Box box = everything();
  box[kCategory] = choice_of(rule.categories, count_of(spec.categories));
  if (!rule.priorities.empty()) {
    Bits values(count_of(spec.targets));
    for (const auto priority : rule.priorities) {
      values.add(
          static_cast<std::size_t>(std::ranges::find(space_.priorities_, priority.value) - space_.priorities_.begin()));
    }
    box[kPriority] = std::move(values);
  }
  box[kSite] = choice_of(rule.sites, count_of(spec.sites), 1);
  box[kDepartment] = choice_of(rule.departments, count_of(spec.departments), 1);
  box[kAssetClass] = choice_of(rule.asset_classes, count_of(spec.asset_classes), 1);
  box[kRequester] = choice_of(rule.requesters, kRequesters);
  box[kSource] = choice_of(rule.sources, kSources);
  if (!rule.hours.empty()) box[kView] = hours(rule);
  if (rule.load && rule.load->open_per_person > 0) {
    std::size_t column = 0;
    Choice choice = load_choice(*rule.load, column);
    box[column] = std::move(choice);
  }
  if (rule.away.empty()) return {box};
  Box further = box;
  const Bits open = rule.hours.empty() ? Bits::full(views_.count()) : hours(rule);
  const Bits leave = views_.on_leave(rule.away);
  box[kView] = open & leave;
  further[kView] = open - leave;
  further[kAbsence] = views_.absences_of(rule.away);
  return {box, further};
}

}  // namespace tandem::proof
