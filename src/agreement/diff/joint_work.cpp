#include "agreement/diff/joint_work.h"

#include <algorithm>
#include <map>

#include "base/check.h"

namespace tandem::agreement::diff {

using proof::Bits;
using proof::Box;
using proof::Choice;
using proof::Everything;
using proof::Span;

namespace {

constexpr std::uint32_t kNone = policy::Index<void>::kNone;
constexpr std::uint32_t kRequesters = 2;
constexpr std::uint32_t kSources = 5;

template <class Items, class NameOf>
std::vector<std::string> names_of(const Items& items, NameOf name_of) {
  std::vector<std::string> names;
  for (const auto& item : items) names.push_back(std::invoke(name_of, item));
  return names;
}

// The values of a column whose index on one side a rule asks for.
template <class Index>
Choice asked(const std::vector<Index>& values, std::span<const JointValue> column, std::uint32_t JointValue::* index) {
  if (values.empty()) return Everything{};
  Bits bits(column.size());
  for (std::size_t i = 0; i < column.size(); ++i) {
    const std::uint32_t own = column[i].*index;
    if (own != kNone && std::ranges::find(values, Index{own}) != values.end()) bits.add(i);
  }
  return bits;
}

template <class Kind>
Choice asked_kinds(const std::vector<Kind>& kinds, std::uint32_t count) {
  if (kinds.empty()) return Everything{};
  Bits bits(count);
  for (const Kind kind : kinds) bits.add(static_cast<std::size_t>(kind));
  return bits;
}

// The moments at which hours and absences hold that the rule asks for.
Choice moments_of(const policy::Rule& rule, const Side& side, std::size_t kinds) {
  if (rule.hours.empty() && rule.away.empty()) return Everything{};
  Bits bits(kinds);
  for (std::uint32_t kind = 0; kind < kinds; ++kind) {
    const bool hours = rule.hours.empty() || std::ranges::any_of(rule.hours, [&](const policy::Rule::Hours& asked) {
                         return side.is_open(asked.calendar, kind) == asked.open;
                       });
    const bool away = rule.away.empty() ||
                      std::ranges::any_of(rule.away, [&](policy::PersonIndex who) { return side.is_away(who, kind); });
    if (hours && away) bits.add(kind);
  }
  return bits;
}

}  // namespace

JointWork::JointWork(const Sides& sides) : sides_(&sides), values_(kAssetClass + 1) {
  const policy::Spec& before = sides.before().spec();
  const policy::Spec& after = sides.after().spec();
  add_values(kCategory, Space::Category, names_of(before.categories, &policy::Category::name),
             names_of(after.categories, &policy::Category::name));
  add_values(kPriority, Space::Priority, names_of(before.targets, &policy::Target::priority),
             names_of(after.targets, &policy::Target::priority));
  add_values(kSite, Space::Site, before.sites, after.sites);
  add_values(kDepartment, Space::Department, before.departments, after.departments);
  add_values(kAssetClass, Space::AssetClass, before.asset_classes, after.asset_classes);
  for (const auto& values : values_)
    columns_.push_back(proof::Column::values(static_cast<std::uint32_t>(values.size())));
  columns_.push_back(proof::Column::values(kRequesters));
  columns_.push_back(proof::Column::values(kSources));
  columns_.push_back(proof::Column::values(static_cast<std::uint32_t>(sides.moments().kinds().size())));
  add_loads();
  for (const LoadColumn& load : loads_) columns_.push_back(proof::Column::numbers(0, load.end));
  rows_before_ = rows_of(Which::Before);
  rows_after_ = rows_of(Which::After);
}

void JointWork::add_values(std::size_t column, Space space, std::span<const std::string> before,
                           std::span<const std::string> after) {
  const bool may_be_unknown = column >= kSite;
  std::vector<JointValue>& values = values_[column];
  for (std::uint32_t i = 0; i < after.size(); ++i) {
    const auto was = sides_->naming().before_of(space, i);
    if (was || may_be_unknown) values.push_back({was.value_or(kNone), i, after[i]});
  }
  if (!may_be_unknown) {
    // Where they share no priority, what is left to compare is work of one that no rule asks for.
    if (values.empty()) values.push_back({kNone, kNone, ""});
    return;
  }
  for (std::uint32_t i = 0; i < before.size(); ++i) {
    if (!sides_->naming().after_of(space, i)) values.push_back({i, kNone, before[i]});
  }
  values.push_back({kNone, kNone, ""});
}

void JointWork::add_loads() {
  const std::size_t kinds = sides_->moments().kinds().size();
  struct Asked {
    policy::TeamIndex before{};
    policy::TeamIndex after{};
    std::uint32_t most_each = 0;  // the largest number per person that a rule asks for
  };
  std::map<std::uint32_t, Asked> teams;
  for (const Which which : {Which::Before, Which::After}) {
    for (const policy::Rule& rule : side(which).spec().rules) {
      if (!rule.load) continue;
      Asked& asked = teams[side(which).joint(rule.load->team)];
      (which == Which::Before ? asked.before : asked.after) = rule.load->team;
      asked.most_each = std::max(asked.most_each, rule.load->open_per_person);
    }
  }
  for (auto& [joint, asked] : teams) {
    // A team that only one side asks about is counted as that side counts it.
    LoadColumn load{.team = joint};
    std::int64_t most_present = 1;
    for (std::uint32_t kind = 0; kind < kinds; ++kind) {
      const auto before =
          asked.before.is_none() ? std::nullopt : std::optional(side(Which::Before).present(asked.before, kind));
      const auto after =
          asked.after.is_none() ? std::nullopt : std::optional(side(Which::After).present(asked.after, kind));
      if (before && after && *before != *after) load.per_person = false;
      most_present = std::max<std::int64_t>({most_present, before.value_or(0), after.value_or(0)});
    }
    load.end = std::int64_t{asked.most_each} * (load.per_person ? 1 : most_present) + 1;
    loads_.push_back(load);
  }
}

const Side& JointWork::side(Which which) const {
  return which == Which::Before ? sides_->before() : sides_->after();
}

Box JointWork::box_of(const policy::Rule& rule, Which which) const {
  const auto index = which == Which::Before ? &JointValue::before : &JointValue::after;
  Box box(columns_.size(), Everything{});
  box[kCategory] = asked(rule.categories, values(kCategory), index);
  box[kPriority] = asked(rule.priorities, values(kPriority), index);
  box[kSite] = asked(rule.sites, values(kSite), index);
  box[kDepartment] = asked(rule.departments, values(kDepartment), index);
  box[kAssetClass] = asked(rule.asset_classes, values(kAssetClass), index);
  box[kRequester] = asked_kinds(rule.requesters, kRequesters);
  box[kSource] = asked_kinds(rule.sources, kSources);
  box[kMoment] = moments_of(rule, side(which), sides_->moments().kinds().size());
  return box;
}

std::vector<JointRow> JointWork::rows_of(Which which) const {
  const Side& own = side(which);
  const std::size_t kinds = sides_->moments().kinds().size();
  std::vector<JointRow> rows;
  for (std::uint32_t i = 0; i < own.spec().rules.size(); ++i) {
    const policy::Rule& rule = own.spec().rules[i];
    const Box box = box_of(rule, which);
    if (!rule.load) {
      rows.push_back({{i}, box});
      continue;
    }
    const auto load = std::ranges::find(loads_, own.joint(rule.load->team), &LoadColumn::team);
    TANDEM_ENSURE(load != loads_.end());
    const auto column = kFirstLoad + static_cast<std::size_t>(load - loads_.begin());
    // The moments of the rule by how many people are there; where nobody is, any load is enough.
    std::map<std::int64_t, Bits> moments_by_least;
    for (std::uint32_t kind = 0; kind < kinds; ++kind) {
      const auto* asked_moments = std::get_if<Bits>(&box[kMoment]);
      if (asked_moments != nullptr && !asked_moments->has(kind)) continue;
      const std::int64_t present = own.present(rule.load->team, kind);
      const std::int64_t least = present == 0 ? 0 : rule.load->open_per_person * (load->per_person ? 1 : present);
      moments_by_least.try_emplace(least, kinds).first->second.add(kind);
    }
    for (auto& [least, moments] : moments_by_least) {
      Box part = box;
      part[kMoment] = std::move(moments);
      part[column] = Span{least, load->end};
      rows.push_back({{i}, std::move(part)});
    }
  }
  return rows;
}

}  // namespace tandem::agreement::diff
