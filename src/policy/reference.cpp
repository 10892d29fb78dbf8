#include "policy/reference.h"

#include "calendar/rotation_reference.h"

namespace tandem::policy {
namespace {

bool is_away(const Spec& spec, PersonIndex person, base::Instant at) {
  for (const base::Interval& leave : spec.people[person.value].leave) {
    if (leave.from <= at && at < leave.to) return true;
  }
  return false;
}

std::vector<PersonIndex> present_members(const Spec& spec, const Team& team, base::Instant at) {
  std::vector<PersonIndex> present;
  for (const PersonIndex member : team.members) {
    if (!is_away(spec, member, at)) present.push_back(member);
  }
  return present;
}

bool is_there(const Spec& spec, const Team& team, base::Instant at) {
  return spec.calendars[team.hours.value].open.is_open(at) && present_members(spec, team, at).size() >= team.minimum;
}

std::uint64_t load_of(std::span<const std::uint32_t> loads, std::uint32_t index) {
  return index < loads.size() ? loads[index] : 0;
}

template <class Value>
bool asks_for(const std::vector<Value>& asked, Value fact) {
  if (asked.empty()) return true;
  for (const Value& each : asked) {
    if (each == fact) return true;
  }
  return false;
}

bool hours_hold(const Spec& spec, const Rule& rule, base::Instant at) {
  if (rule.hours.empty()) return true;
  for (const Rule::Hours& hours : rule.hours) {
    if (spec.calendars[hours.calendar.value].open.is_open(at) == hours.open) return true;
  }
  return false;
}

bool absence_holds(const Spec& spec, const Rule& rule, base::Instant at) {
  if (rule.away.empty()) return true;
  for (const PersonIndex person : rule.away) {
    if (is_away(spec, person, at)) return true;
  }
  return false;
}

bool load_holds(const Spec& spec, const Rule& rule, const Facts& facts, base::Instant at) {
  if (!rule.load) return true;
  const auto present = present_members(spec, spec.teams[rule.load->team.value], at).size();
  if (present == 0) return true;
  return load_of(facts.workload.open_by_team, rule.load->team.value) >= present * rule.load->open_per_person;
}

bool rule_holds(const Spec& spec, const Rule& rule, const Facts& facts, base::Instant at) {
  return asks_for(rule.categories, facts.category) && asks_for(rule.priorities, facts.priority) &&
         asks_for(rule.sites, facts.site) && asks_for(rule.departments, facts.department) &&
         asks_for(rule.asset_classes, facts.asset_class) && asks_for(rule.requesters, facts.requester) &&
         asks_for(rule.sources, facts.source) && hours_hold(spec, rule, at) && absence_holds(spec, rule, at) &&
         load_holds(spec, rule, facts, at);
}

TeamIndex named_team(const Spec& spec, const Activity& activity, const Facts& facts, base::Instant at) {
  for (const Rule& rule : spec.rules) {
    if (rule_holds(spec, rule, facts, at)) return rule.to;
  }
  return activity.responsible;
}

PersonIndex person_of(const Spec& spec, const Team& team, const Facts& facts, base::Instant at) {
  if (team.rotation) {
    const auto away = [&](std::uint32_t position) { return is_away(spec, team.rotation_order[position], at); };
    const auto position = calendar::on_duty_plainly(team.rotation->rule(), at, away);
    if (position) return team.rotation_order[*position];
  }
  const auto present = present_members(spec, team, at);
  if (present.empty()) return PersonIndex::none();
  return *std::ranges::min_element(
      present, {}, [&](PersonIndex member) { return load_of(facts.workload.open_by_person, member.value); });
}

CategoryIndex category_or_other(const Spec& spec, CategoryIndex category) {
  if (!category.is_none()) return category;
  const auto other = std::ranges::find(spec.categories, "other", &Category::name);
  return {static_cast<std::uint32_t>(other - spec.categories.begin())};
}

PriorityIndex priority_or_usual(const Spec& spec, PriorityIndex priority) {
  if (!priority.is_none() || spec.targets.empty()) return priority;
  const auto normal = std::ranges::find(spec.targets, "normal", &Target::priority);
  const auto last = spec.targets.end() - 1;
  return {static_cast<std::uint32_t>((normal == spec.targets.end() ? last : normal) - spec.targets.begin())};
}

}  // namespace

Answer evaluate_plainly(const Spec& spec, const Facts& given, base::Instant at) {
  Facts facts = given;
  facts.category = category_or_other(spec, facts.category);
  facts.priority = priority_or_usual(spec, facts.priority);

  Answer answer;
  answer.activity = spec.categories[facts.category.value].activity;
  const Activity& activity = spec.activities[answer.activity.value];

  answer.team = named_team(spec, activity, facts, at);
  const Team& named = spec.teams[answer.team.value];
  if (!is_there(spec, named, at)) {
    answer.gap = true;
    for (const TeamIndex cover : named.cover) {
      if (!is_there(spec, spec.teams[cover.value], at)) continue;
      answer.team = cover;
      answer.gap = false;
      break;
    }
  }
  answer.person = person_of(spec, spec.teams[answer.team.value], facts, at);

  answer.accountable = activity.accountable;
  if (is_away(spec, activity.accountable, at) && !activity.deputy.is_none() && !is_away(spec, activity.deputy, at)) {
    answer.accountable = activity.deputy;
  }
  return answer;
}

}  // namespace tandem::policy
