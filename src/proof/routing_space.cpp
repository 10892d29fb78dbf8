#include "proof/routing_space.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "proof/first_match.h"

namespace tandem::proof {

using policy::CategoryIndex;
using policy::PriorityIndex;
using policy::Rule;
using policy::RuleIndex;
using policy::TeamIndex;

namespace {

constexpr std::uint32_t kRequesters = 2;
constexpr std::uint32_t kSources = 5;

std::uint32_t count_of(const auto& items) {
  return static_cast<std::uint32_t>(items.size());
}

// Values that a rule asks for; those of facts that may be unknown are one behind their index, and unknown is 0.
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

template <class Index>
Index index_at(const Point& point, std::size_t column, std::int64_t first = 0) {
  const std::int64_t value = point[column] - first;
  return value < 0 ? Index::none() : Index{static_cast<std::uint32_t>(value)};
}

}  // namespace

RoutingSpace::RoutingSpace(const policy::Spec& spec, const Moments& moments)
    : spec_(spec), views_(spec, moments), moments_(moments), table_(make_table()) {
  all_rules_.resize(table_.rules());
  std::iota(all_rules_.begin(), all_rules_.end(), std::uint32_t{0});
  naming_.assign(spec.teams.size(), Bits(table_.rules()));
  for (std::uint32_t rule = 0; rule < table_.rules(); ++rule) {
    if (!named_[rule].is_none()) naming_[named_[rule].value].add(rule);
  }
}

std::vector<Column> RoutingSpace::columns() const {
  std::vector<Column> columns = {
      Column::values(views_.count()),
      Column::values(count_of(spec_.categories)),
      Column::values(std::max(1U, count_of(spec_.targets))),
      Column::values(1 + count_of(spec_.sites)),
      Column::values(1 + count_of(spec_.departments)),
      Column::values(1 + count_of(spec_.asset_classes)),
      Column::values(kRequesters),
      Column::values(kSources),
  };
  for (const LoadLevels& load : loads_) columns.push_back(Column::numbers(0, count_of(load.thresholds) + 1));
  return columns;
}

Table RoutingSpace::make_table() {
  std::map<TeamIndex, std::set<std::uint32_t>> thresholds;
  for (const Rule& rule : spec_.rules) {
    if (rule.load && rule.load->open_per_person > 0) thresholds[rule.load->team].insert(rule.load->open_per_person);
  }
  for (const auto& [team, levels] : thresholds) loads_.push_back({team, {levels.begin(), levels.end()}});

  std::vector<Box> rules;
  const auto add = [&](Box box, TeamIndex team) {
    box.resize(kFirstLoad + loads_.size(), Everything{});
    rules.push_back(std::move(box));
    named_.push_back(team);
  };
  for (std::size_t i = 0; i < loads_.size(); ++i) {
    Box below(kFirstLoad + loads_.size(), Everything{});
    below[kView] = views_.deserted(loads_[i].team);
    below[kFirstLoad + i] = Span{0, count_of(loads_[i].thresholds)};
    add(std::move(below), TeamIndex::none());
  }
  unreal_ = count_of(rules);
  for (const Rule& rule : spec_.rules) add(box_of(rule), rule.to);
  std::map<TeamIndex, Bits> categories;
  for (std::uint32_t i = 0; i < spec_.categories.size(); ++i) {
    const TeamIndex team = spec_.activities[spec_.categories[i].activity.value].responsible;
    categories.try_emplace(team, spec_.categories.size()).first->second.add(i);
  }
  for (auto& [team, of_team] : categories) add({Everything{}, std::move(of_team)}, team);
  return {columns(), rules};
}

Box RoutingSpace::box_of(const Rule& rule) const {
  Box box = {
      Everything{},
      choice_of(rule.categories, count_of(spec_.categories)),
      choice_of(rule.priorities, count_of(spec_.targets)),
      choice_of(rule.sites, count_of(spec_.sites), 1),
      choice_of(rule.departments, count_of(spec_.departments), 1),
      choice_of(rule.asset_classes, count_of(spec_.asset_classes), 1),
      choice_of(rule.requesters, kRequesters),
      choice_of(rule.sources, kSources),
  };
  if (!rule.hours.empty() || !rule.away.empty()) box[kView] = views_.of_rule(rule);
  box.resize(kFirstLoad + loads_.size(), Everything{});
  if (!rule.load || rule.load->open_per_person == 0) return box;
  const auto load = std::ranges::find(loads_, rule.load->team, &LoadLevels::team);
  const auto& levels = load->thresholds;
  const auto level = std::ranges::lower_bound(levels, rule.load->open_per_person) - levels.begin() + 1;
  box[kFirstLoad + static_cast<std::size_t>(load - loads_.begin())] = Span{level, count_of(levels) + 1};
  return box;
}

RuleIndex RoutingSpace::routing_rule(std::uint32_t table_rule) const {
  const std::uint32_t number = table_rule - unreal_;
  return number < spec_.rules.size() ? RuleIndex{number} : RuleIndex::none();
}

std::uint32_t RoutingSpace::present(TeamIndex team, const Situation& situation) const {
  const auto& members = spec_.teams[team.value].members;
  return static_cast<std::uint32_t>(
      std::ranges::count_if(members, [&](auto member) { return !moments_.is_away(member, situation); }));
}

Work RoutingSpace::work_at(const Point& point, const Situation& situation) const {
  Work work;
  work.facts = {.category = index_at<CategoryIndex>(point, kCategory),
                .priority = spec_.targets.empty() ? PriorityIndex::none() : index_at<PriorityIndex>(point, kPriority),
                .site = index_at<policy::SiteIndex>(point, kSite, 1),
                .department = index_at<policy::DepartmentIndex>(point, kDepartment, 1),
                .asset_class = index_at<policy::AssetClassIndex>(point, kAssetClass, 1),
                .requester = static_cast<policy::RequesterKind>(point[kRequester]),
                .source = static_cast<policy::WorkSource>(point[kSource]),
                .workload = {}};
  for (std::size_t i = 0; i < loads_.size(); ++i) {
    const auto level = static_cast<std::size_t>(point[kFirstLoad + i]);
    const std::uint32_t people = present(loads_[i].team, situation);
    if (level == 0 || people == 0) continue;
    work.open_by_team.resize(spec_.teams.size(), 0);
    work.open_by_team[loads_[i].team.value] = loads_[i].thresholds[level - 1] * people;
  }
  return work;
}

std::optional<Point> RoutingSpace::point_named(TeamIndex team, const Situation& situation,
                                               std::optional<PriorityIndex> priority) const {
  const std::uint32_t view = views_.view_of(situation);
  const auto [found, is_new] =
      answers_.try_emplace({view, team, priority ? priority->value : PriorityIndex::kNone}, std::nullopt);
  if (!is_new) return found->second;
  auto region = table_.at_value(table_.whole(), kView, view);
  if (priority && !priority->is_none()) region = table_.at_value(*region, kPriority, priority->value);
  auto decided = find_decided(table_, *region, all_rules_, naming_[team.value], Wanted::Any);
  if (decided) {
    // Within a class of views or priorities any is as good as another; the answer has those that were asked for.
    decided->at[kView] = view;
    if (priority && !priority->is_none()) decided->at[kPriority] = priority->value;
    found->second = std::move(decided->at);
  }
  return found->second;
}

std::optional<Work> RoutingSpace::work_named(TeamIndex team, const Situation& situation,
                                             std::optional<PriorityIndex> priority) const {
  const auto point = point_named(team, situation, priority);
  return point ? std::optional(work_at(*point, situation)) : std::nullopt;
}

std::vector<CategoryIndex> RoutingSpace::categories_named(TeamIndex team, const Situation& situation) const {
  std::vector<CategoryIndex> out;
  const auto here = table_.at_value(table_.whole(), kView, views_.view_of(situation));
  for (std::uint32_t category = 0; category < spec_.categories.size(); ++category) {
    const auto region = table_.at_value(*here, kCategory, category);
    if (find_decided(table_, *region, all_rules_, naming_[team.value], Wanted::Any)) out.push_back({category});
  }
  return out;
}

}  // namespace tandem::proof
