#include "policy/spec_check.h"

#include "base/check.h"

namespace tandem::policy {
namespace {

class Range {
 public:
  explicit Range(const Spec& spec) : spec_(spec) {}
  bool holds(PartyIndex i) const { return i.value < spec_.parties.size(); }
  bool holds(PersonIndex i) const { return i.value < spec_.people.size(); }
  bool holds(TeamIndex i) const { return i.value < spec_.teams.size(); }
  bool holds(CalendarIndex i) const { return i.value < spec_.calendars.size(); }
  bool holds(ActivityIndex i) const { return i.value < spec_.activities.size(); }
  bool holds(CategoryIndex i) const { return i.value < spec_.categories.size(); }
  bool holds(PriorityIndex i) const { return i.value < spec_.targets.size(); }
  bool holds(SiteIndex i) const { return i.value < spec_.sites.size(); }
  bool holds(DepartmentIndex i) const { return i.value < spec_.departments.size(); }
  bool holds(AssetClassIndex i) const { return i.value < spec_.asset_classes.size(); }
  bool holds_or_none(auto i) const { return i.is_none() || holds(i); }
  bool holds_all(const auto& indices) const {
    return std::ranges::all_of(indices, [&](auto i) { return holds(i); });
  }

 private:
  const Spec& spec_;
};

void ensure_zone(const std::string& name) {
  TANDEM_ENSURE(name.empty() || calendar::Zone::find(name).has_value());
}

void ensure_person(const Person& person, const Range& range) {
  ensure_zone(person.time_zone);
  TANDEM_ENSURE(range.holds(person.party));
  TANDEM_ENSURE(person.leave.size() == person.leave_at.size());
  for (std::size_t i = 0; i < person.leave.size(); ++i) {
    TANDEM_ENSURE(person.leave[i].from < person.leave[i].to);
    TANDEM_ENSURE(i == 0 || person.leave[i - 1].to <= person.leave[i].from);
  }
}

void ensure_team(const Team& team, const Range& range) {
  TANDEM_ENSURE(range.holds(team.party));
  TANDEM_ENSURE(range.holds_or_none(team.lead));
  TANDEM_ENSURE(range.holds_all(team.members));
  TANDEM_ENSURE(range.holds(team.hours));
  TANDEM_ENSURE(range.holds_all(team.cover));
  TANDEM_ENSURE(range.holds_all(team.rotation_order));
  if (!team.rotation) return;
  TANDEM_ENSURE(team.rotation->rule().people == team.rotation_order.size());
}

void ensure_activity(const Activity& activity, const Range& range) {
  TANDEM_ENSURE(range.holds(activity.responsible));
  TANDEM_ENSURE(range.holds(activity.accountable));
  TANDEM_ENSURE(range.holds_or_none(activity.deputy));
  TANDEM_ENSURE(range.holds_all(activity.consulted_teams));
  TANDEM_ENSURE(range.holds_all(activity.consulted_people));
  TANDEM_ENSURE(range.holds_all(activity.informed_teams));
  TANDEM_ENSURE(range.holds_all(activity.informed_people));
}

void ensure_rule(const Rule& rule, const Range& range) {
  TANDEM_ENSURE(!rule.name.empty());
  TANDEM_ENSURE(range.holds_all(rule.categories));
  TANDEM_ENSURE(range.holds_all(rule.priorities));
  TANDEM_ENSURE(range.holds_all(rule.sites));
  TANDEM_ENSURE(range.holds_all(rule.departments));
  TANDEM_ENSURE(range.holds_all(rule.asset_classes));
  TANDEM_ENSURE(range.holds_all(rule.away));
  for (const Rule::Hours& hours : rule.hours) TANDEM_ENSURE(range.holds(hours.calendar));
  TANDEM_ENSURE(!rule.load || range.holds(rule.load->team));
  TANDEM_ENSURE(range.holds(rule.to));
}

void ensure_target(const Target& target, const Range& range) {
  TANDEM_ENSURE(range.holds_or_none(target.clock));
  const auto ensure_time = [&](const TargetTime& time) {
    TANDEM_ENSURE(time.minutes >= 0);
    TANDEM_ENSURE(time.unit == TargetTime::Unit::Real || !target.clock.is_none());
  };
  if (target.respond) ensure_time(*target.respond);
  if (target.resolve) ensure_time(*target.resolve);
  for (const EscalationStep& step : target.escalation) {
    TANDEM_ENSURE(!step.after.empty() && !step.tell.empty());
    for (const TargetTime& time : step.after) ensure_time(time);
    for (const Addressee& one : step.tell) {
      TANDEM_ENSURE(one.kind == Addressee::Kind::Team ? range.holds(one.team) : one.team.is_none());
      TANDEM_ENSURE(one.kind == Addressee::Kind::Person ? range.holds(one.person) : one.person.is_none());
    }
  }
}

}  // namespace

void ensure_sound(const Spec& spec) {
  const Range range(spec);
  ensure_zone(spec.time_zone);
  for (const Party& party : spec.parties) TANDEM_ENSURE(range.holds_or_none(party.handled_by));
  for (const Person& person : spec.people) ensure_person(person, range);
  for (const Team& team : spec.teams) ensure_team(team, range);
  for (const Activity& activity : spec.activities) ensure_activity(activity, range);
  for (const Category& category : spec.categories) TANDEM_ENSURE(range.holds(category.activity));
  for (const Rule& rule : spec.rules) ensure_rule(rule, range);
  for (const Target& target : spec.targets) ensure_target(target, range);
  TANDEM_ENSURE(std::ranges::find(spec.categories, "other", &Category::name) != spec.categories.end());
}

}  // namespace tandem::policy
