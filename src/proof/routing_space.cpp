#include "proof/routing_space.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "proof/first_match.h"
#include "proof/routing_boxes.h"
#include "proof/subdivision.h"

namespace tandem::proof {

using policy::CategoryIndex;
using policy::PriorityIndex;
using policy::Rule;
using policy::RuleIndex;
using policy::TeamIndex;

namespace {

std::uint32_t count_of(const auto& items) {
  return static_cast<std::uint32_t>(items.size());
}

template <class Index>
Index index_at(const Point& point, std::size_t column, std::int64_t first = 0) {
  const std::int64_t value = point[column] - first;
  return value < 0 ? Index::none() : Index{static_cast<std::uint32_t>(value)};
}

// The one that work has to which nobody gave a priority comes first (Policy::default_priority).
std::vector<std::uint32_t> usual_first(const std::vector<policy::Target>& targets) {
  std::vector<std::uint32_t> order(targets.size());
  std::iota(order.begin(), order.end(), std::uint32_t{0});
  if (order.empty()) return order;
  const auto normal = std::ranges::find(targets, "normal", &policy::Target::priority);
  const auto usual = normal == targets.end() ? order.end() - 1 : order.begin() + (normal - targets.begin());
  std::rotate(order.begin(), usual, usual + 1);
  return order;
}

}  // namespace

RoutingSpace::RoutingSpace(const policy::Spec& spec, const Moments& moments)
    : spec_(spec),
      views_(spec, moments),
      moments_(moments),
      priorities_(usual_first(spec.targets)),
      table_(make_table()) {
  naming_.assign(spec.teams.size(), Bits(table_.rules()));
  for (std::uint32_t rule = 0; rule < table_.rules(); ++rule) {
    if (!named_[rule].is_none()) naming_[named_[rule].value].add(rule);
  }
}

std::vector<Column> RoutingSpace::columns() const {
  std::vector<Column> columns = {
      Column::values(views_.count()),
      Column::values(views_.absences()),
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

  std::vector<Box> boxes;
  const auto add = [&](Box box, TeamIndex team, RuleIndex rule) {
    box.resize(kFirstLoad + loads_.size(), Everything{});
    boxes.push_back(std::move(box));
    named_.push_back(team);
    rule_of_.push_back(rule);
  };
  Boxes made(*this);
  for (std::size_t i = 0; i < loads_.size(); ++i) {
    for (Box& box : made.unreal(i)) add(std::move(box), TeamIndex::none(), RuleIndex::none());
  }
  unreal_ = count_of(boxes);
  for (std::uint32_t i = 0; i < spec_.rules.size(); ++i) {
    first_part_.push_back(count_of(boxes));
    for (Box& box : made.of_rule(spec_.rules[i])) add(std::move(box), spec_.rules[i].to, {i});
  }
  first_part_.push_back(count_of(boxes));
  std::map<TeamIndex, Bits> categories;
  for (std::uint32_t i = 0; i < spec_.categories.size(); ++i) {
    const TeamIndex team = spec_.activities[spec_.categories[i].activity.value].responsible;
    categories.try_emplace(team, spec_.categories.size()).first->second.add(i);
  }
  for (auto& [team, of_team] : categories) {
    add({Everything{}, Everything{}, std::move(of_team)}, team, RuleIndex::none());
  }
  all_rules_.resize(boxes.size());
  std::iota(all_rules_.begin(), all_rules_.end(), std::uint32_t{0});
  return {columns(), boxes};
}

std::span<const std::uint32_t> RoutingSpace::parts(RuleIndex rule) const {
  const std::uint32_t first = first_part_[rule.value];
  return std::span(all_rules_).subspan(first, first_part_[rule.value + 1] - first);
}

std::uint32_t RoutingSpace::present(TeamIndex team, const Situation& situation) const {
  const auto& members = spec_.teams[team.value].members;
  return static_cast<std::uint32_t>(
      std::ranges::count_if(members, [&](auto member) { return !moments_.is_away(member, situation); }));
}

Work RoutingSpace::work_at(const Point& point, const Situation& situation) const {
  Work work;
  const auto priority = static_cast<std::size_t>(point[kPriority]);
  work.facts = {.category = index_at<CategoryIndex>(point, kCategory),
                .priority = priorities_.empty() ? PriorityIndex::none() : PriorityIndex{priorities_[priority]},
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

RoutingSpace::Asked RoutingSpace::asked(TeamIndex team, const Situation& situation, std::uint32_t priority) const {
  return {table_.class_of(kView, views_.view_of(situation.kind)),
          table_.class_of(kAbsence, views_.absence_of(situation)), team, priority};
}

Region RoutingSpace::region_of(const Situation& situation) const {
  const auto at_view = table_.at_value(table_.whole(), kView, views_.view_of(situation.kind));
  return *table_.at_value(*at_view, kAbsence, views_.absence_of(situation));
}

std::optional<Point> RoutingSpace::find_named(TeamIndex team, const Situation& situation,
                                              std::optional<PriorityIndex> priority) const {
  Region region = region_of(situation);
  const bool asks = priority && !priority->is_none();
  const auto place = asks ? std::ranges::find(priorities_, priority->value) - priorities_.begin() : 0;
  if (asks) region = *table_.at_value(region, kPriority, place);
  auto decided = find_decided(table_, region, all_rules_, naming_[team.value], Wanted::Any);
  if (!decided) return std::nullopt;
  // Within a class any priority is as good as another; the answer has the one that was asked for.
  if (asks) decided->at[kPriority] = place;
  return std::move(decided->at);
}

std::optional<Work> RoutingSpace::work_named(TeamIndex team, const Situation& situation,
                                             std::optional<PriorityIndex> priority) const {
  const Asked key = asked(team, situation, priority ? priority->value : PriorityIndex::kNone);
  auto found = answers_.find(key);
  if (found == answers_.end()) found = answers_.emplace(key, find_named(team, situation, priority)).first;
  return found->second ? std::optional(work_at(*found->second, situation)) : std::nullopt;
}

policy::TeamIndex RoutingSpace::named_at(const Point& point) const {
  Region region = table_.whole();
  for (std::size_t column = 0; column < table_.columns(); ++column)
    region = *table_.at_value(region, column, point[column]);
  const auto takes = [&](std::uint32_t rule) {
    for (std::size_t column = 0; column < table_.columns(); ++column) {
      const Table::Layout& layout = table_.layout(column);
      if (overlap_of(layout, table_.words_of(rule) + layout.offset, &region[layout.offset]) == Overlap::None)
        return false;
    }
    return table_.takes_something(rule);
  };
  const auto first = std::ranges::find_if(all_rules_, takes);
  return first == all_rules_.end() ? TeamIndex::none() : named_[*first];
}

bool RoutingSpace::has_work(TeamIndex team, const Situation& situation, PriorityIndex priority) const {
  const auto known = answers_.find(asked(team, situation, priority.value));
  if (known != answers_.end()) return known->second.has_value();
  std::vector<Point>& points = found_[{team, priority}];
  for (const Point& elsewhere : points) {
    Point here = elsewhere;
    here[kView] = views_.view_of(situation.kind);
    here[kAbsence] = views_.absence_of(situation);
    if (named_at(here) == team) return true;
  }
  if (!work_named(team, situation, priority)) return false;
  points.push_back(*answers_.at(asked(team, situation, priority.value)));
  return true;
}

// Situations as the table can tell them: for each class of absences the classes of views.
class RoutingSpace::SituationSet {
 public:
  SituationSet(const RoutingSpace& space, std::span<const Situation> situations)
      : table_(space.table_), view_(table_.layout(kView)), absence_(table_.layout(kAbsence)) {
    for (const Situation& each : situations) {
      const std::uint32_t absence = table_.class_of(kAbsence, space.views_.absence_of(each));
      auto& views = views_by_absence_.try_emplace(absence, view_.words, 0).first->second;
      add(views, table_.class_of(kView, space.views_.view_of(each.kind)));
    }
  }

  // All views with all absences of the situations.
  [[nodiscard]] Region around() const {
    Region region = table_.whole();
    const auto views = std::span(region).subspan(view_.offset, view_.words);
    const auto absences = std::span(region).subspan(absence_.offset, absence_.words);
    std::ranges::fill(views, 0);
    std::ranges::fill(absences, 0);
    for (const auto& [absence, its_views] : views_by_absence_) {
      add(absences, absence);
      for (std::size_t i = 0; i < views.size(); ++i) views[i] |= its_views[i];
    }
    return region;
  }

  // Whether one of the situations is in the region.
  [[nodiscard]] bool touches(RegionView region) const {
    return std::ranges::any_of(views_by_absence_, [&](const auto& each) {
      const auto& [absence, views] = each;
      if ((region[absence_.offset + absence / kWidth] >> (absence % kWidth) & 1) == 0) return false;
      for (std::size_t i = 0; i < views.size(); ++i) {
        if ((region[view_.offset + i] & views[i]) != 0) return true;
      }
      return false;
    });
  }

 private:
  static constexpr std::uint32_t kWidth = 64;
  static void add(std::span<std::uint64_t> words, std::uint32_t of) {
    words[of / kWidth] |= std::uint64_t{1} << (of % kWidth);
  }

  const Table& table_;
  const Table::Layout& view_;
  const Table::Layout& absence_;
  std::map<std::uint32_t, std::vector<std::uint64_t>> views_by_absence_{};
};

// One walk for all situations and categories, which leaves out what has no category that is new.
std::vector<CategoryIndex> RoutingSpace::categories_named(TeamIndex team, std::span<const Situation> situations) const {
  if (situations.empty()) return {};
  const Bits& wanted = naming_[team.value];
  const SituationSet sought(*this, situations);
  Bits found(spec_.categories.size());
  Subdivision(table_).walk(sought.around(), all_rules_, [&](RegionView part, std::vector<Entry>& entries) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (!entries[i].is_full()) continue;
      entries.resize(i + 1);
      break;
    }
    if (std::ranges::none_of(entries, [&](const Entry& entry) { return wanted.has(entry.rule); })) return Step::Leave;
    if (!sought.touches(part)) return Step::Leave;
    const Bits here = table_.values_of(part, kCategory);
    if (here.is_within(found)) return Step::Leave;
    if (!entries.front().is_full()) return Step::Cut;
    found |= here;
    return Step::Leave;
  });
  std::vector<CategoryIndex> out;
  for (const std::uint32_t category : found) out.push_back({category});
  return out;
}

}  // namespace tandem::proof
