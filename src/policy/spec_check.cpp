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
  bool holds(DecisionIndex i) const { return i.value < spec_.governance.decisions.size(); }
  bool holds_or_none(auto i) const { return i.is_none() || holds(i); }
  bool holds_all(const auto& indices) const {
    return std::ranges::all_of(indices, [&](auto i) { return holds(i); });
  }

 private:
  const Spec& spec_;
};

using Fault = std::optional<std::string_view>;

// The first of these that does not hold.
struct Demand {
  bool holds;
  std::string_view fault;
};
Fault first_of(std::initializer_list<Demand> demands) {
  for (const Demand& demand : demands) {
    if (!demand.holds) return demand.fault;
  }
  return std::nullopt;
}

template <class Items, class Check>
Fault first_in(const Items& items, const Check& check) {
  for (const auto& item : items) {
    if (Fault fault = check(item)) return fault;
  }
  return std::nullopt;
}

bool is_zone(const std::string& name) {
  return name.empty() || calendar::Zone::find(name).has_value();
}

Fault person_fault(const Person& person, const Range& range) {
  if (Fault fault = first_of({{is_zone(person.time_zone), "a person's time zone does not exist"},
                              {range.holds(person.party), "a person's party is not there"},
                              {person.leave.size() == person.leave_at.size(), "leave has no source"}}))
    return fault;
  for (std::size_t i = 0; i < person.leave.size(); ++i) {
    if (person.leave[i].from >= person.leave[i].to) return "leave ends before it begins";
    if (i > 0 && person.leave[i - 1].to > person.leave[i].from) return "leave is not in order";
  }
  return std::nullopt;
}

bool has_places(const Team& team) {
  const RotationPlaces& at = team.exceptions_at;
  const auto fits = [](const auto& places, std::size_t count) { return places.empty() || places.size() == count; };
  if (!team.rotation) return at.swaps.empty() && at.temporary.empty() && at.overrides.empty();
  const calendar::RotationRule& rule = team.rotation->rule();
  return fits(at.swaps, rule.swaps.size()) && fits(at.temporary, rule.temporary.size()) &&
         fits(at.overrides, rule.overrides.size());
}

Fault team_fault(const Team& team, const Range& range) {
  return first_of({{range.holds(team.party), "a team's party is not there"},
                   {range.holds_or_none(team.lead), "a team's lead is not there"},
                   {range.holds_all(team.members), "a team's member is not there"},
                   {range.holds(team.hours), "a team's calendar is not there"},
                   {range.holds_all(team.cover), "a team's cover is not there"},
                   {range.holds_all(team.rotation_order), "a person of a rotation is not there"},
                   {!team.rotation || team.rotation->rule().people == team.rotation_order.size(),
                    "a rotation has other people than its order"},
                   {has_places(team), "a rotation has other exceptions than places of them"}});
}

Fault activity_fault(const Activity& activity, const Range& range) {
  return first_of({{range.holds(activity.responsible), "an activity's responsible team is not there"},
                   {range.holds(activity.accountable), "an activity's accountable person is not there"},
                   {range.holds_or_none(activity.deputy), "an activity's deputy is not there"},
                   {range.holds_all(activity.consulted_teams) && range.holds_all(activity.consulted_people) &&
                        range.holds_all(activity.informed_teams) && range.holds_all(activity.informed_people),
                    "somebody who is consulted or informed is not there"}});
}

Fault rule_fault(const Rule& rule, const Range& range) {
  const auto calendar_is_there = [&](const Rule::Hours& hours) { return range.holds(hours.calendar); };
  return first_of({{!rule.name.empty(), "a routing rule has no name"},
                   {range.holds_all(rule.categories), "a rule's category is not there"},
                   {range.holds_all(rule.priorities), "a rule's priority is not there"},
                   {range.holds_all(rule.sites), "a rule's site is not there"},
                   {range.holds_all(rule.departments), "a rule's department is not there"},
                   {range.holds_all(rule.asset_classes), "a rule's asset class is not there"},
                   {range.holds_all(rule.away), "a rule's person is not there"},
                   {std::ranges::all_of(rule.hours, calendar_is_there), "a rule's calendar is not there"},
                   {!rule.load || range.holds(rule.load->team), "a rule's loaded team is not there"},
                   {range.holds(rule.to), "a rule's team is not there"}});
}

Fault target_fault(const Target& target, const Range& range) {
  const auto time_fault = [&](const TargetTime& time) {
    return first_of({{time.minutes >= 0, "a target is negative"},
                     {time.unit == TargetTime::Unit::Real || !target.clock.is_none(), "a target has no clock"}});
  };
  const auto addressee_fault = [&](const Addressee& one) {
    const bool team = one.kind == Addressee::Kind::Team;
    const bool person = one.kind == Addressee::Kind::Person;
    return first_of({{team ? range.holds(one.team) : one.team.is_none(), "a team that is told is not there"},
                     {person ? range.holds(one.person) : one.person.is_none(), "a person who is told is not there"}});
  };
  if (!range.holds_or_none(target.clock)) return "a target's clock is not there";
  if (Fault fault = target.respond ? time_fault(*target.respond) : std::nullopt) return fault;
  if (Fault fault = target.resolve ? time_fault(*target.resolve) : std::nullopt) return fault;
  return first_in(target.escalation, [&](const EscalationStep& step) -> Fault {
    if (step.after.empty() || step.tell.empty()) return "a step of an escalation is empty";
    if (Fault fault = first_in(step.after, time_fault)) return fault;
    return first_in(step.tell, addressee_fault);
  });
}

bool has_length(const std::optional<Term>& term) {
  return !term || term->count >= 0;
}

Fault scenario_fault(const Scenario& scenario, const Range& range) {
  const auto is_filled = [&](const std::optional<Post>& post) {
    return !post ||
           (post->team.is_none() ? range.holds(post->person) : range.holds(post->team) && post->person.is_none());
  };
  const auto has_say = [&](const Scenario::Say& say) { return range.holds(say.who); };
  return first_of({{is_filled(scenario.contain) && is_filled(scenario.communicate) && is_filled(scenario.recover),
                    "a scenario's team or person is not there"},
                   {std::ranges::all_of(scenario.decide, has_say), "somebody who decides in a scenario is not there"},
                   {!scenario.updates ||
                        (*scenario.updates >= kShortestUpdateInterval && *scenario.updates <= kLongestUpdateInterval),
                    "a scenario's updates come too often or too seldom"}});
}

Fault decision_fault(const DecisionKind& kind, const Range& range) {
  return first_of({{range.holds_or_none(kind.by) && range.holds_or_none(kind.deadlock) && range.holds_all(kind.with),
                    "somebody who decides is not there"},
                   {has_length(kind.within) && has_length(kind.expires), "a decision's time is negative"}});
}

Fault governance_fault(const Governance& governance, const Range& range) {
  const auto has_deciders = [&](const std::vector<PersonIndex>& step) {
    return !step.empty() && range.holds_all(step);
  };
  if (!range.holds_or_none(governance.clock)) return "the usual clock is not there";
  if (const auto& disputes = governance.disputes;
      disputes && !(has_length(disputes->decide_within) && std::ranges::all_of(disputes->path, has_deciders)))
    return "somebody who decides disputes is not there";
  for (const DecisionKind& kind : governance.decisions) {
    if (Fault fault = decision_fault(kind, range)) return fault;
  }
  for (const Scenario& scenario : governance.scenarios) {
    if (Fault fault = scenario_fault(scenario, range)) return fault;
  }
  for (const Freeze& freeze : governance.freezes) {
    if (freeze.during.from >= freeze.during.to || !range.holds_all(freeze.except)) return "a freeze is not sound";
  }
  for (const ConfidentialCategory& category : governance.confidential) {
    if (!range.holds_all(category.read)) return "somebody who may read confidential work is not there";
  }
  if (const auto& news = governance.critical_news;
      news && !(range.holds_all(news->teams) && range.holds_all(news->people)))
    return "somebody who is told critical news is not there";
  return std::nullopt;
}

template <class Items, class NameOf>
bool are_unique(const Items& items, NameOf name_of) {
  std::vector<std::string_view> names;
  for (const auto& item : items) names.emplace_back(std::invoke(name_of, item));
  std::ranges::sort(names);
  return std::ranges::adjacent_find(names) == names.end();
}

Fault name_fault(const Spec& spec) {
  const auto itself = [](const std::string& name) -> const std::string& { return name; };
  return first_of({{are_unique(spec.teams, &Team::name) && are_unique(spec.people, &Person::name) &&
                        are_unique(spec.parties, &Party::name) && are_unique(spec.categories, &Category::name) &&
                        are_unique(spec.targets, &Target::priority) && are_unique(spec.sites, itself) &&
                        are_unique(spec.departments, itself) && are_unique(spec.asset_classes, itself) &&
                        are_unique(spec.governance.decisions, &DecisionKind::name) &&
                        are_unique(spec.governance.scenarios, &Scenario::name) &&
                        are_unique(spec.governance.confidential, &ConfidentialCategory::name),
                    "a name is there twice"},
                   {std::ranges::find(spec.categories, "other", &Category::name) != spec.categories.end(),
                    "there is no category `other`"}});
}

}  // namespace

std::optional<std::string_view> find_fault(const Spec& spec) {
  const Range range(spec);
  const auto check = [&](auto fault_of) {
    return [&range, fault_of](const auto& item) { return fault_of(item, range); };
  };
  if (!is_zone(spec.time_zone)) return "the time zone does not exist";
  if (Fault fault =
          first_in(spec.parties, check([](const Party& party, const Range& in) -> Fault {
                     return first_of({{in.holds_or_none(party.handled_by), "a vendor's handler is not there"}});
                   })))
    return fault;
  if (Fault fault = first_in(spec.people, check(person_fault))) return fault;
  if (Fault fault = first_in(spec.teams, check(team_fault))) return fault;
  if (Fault fault = first_in(spec.activities, check(activity_fault))) return fault;
  if (Fault fault = first_in(spec.categories, check([](const Category& category, const Range& in) -> Fault {
                               return first_of({{in.holds(category.activity), "a category's activity is not there"}});
                             })))
    return fault;
  if (Fault fault = first_in(spec.rules, check(rule_fault))) return fault;
  if (Fault fault = first_in(spec.targets, check(target_fault))) return fault;
  if (Fault fault = governance_fault(spec.governance, range)) return fault;
  return name_fault(spec);
}

void ensure_sound(const Spec& spec) {
  if (const auto fault = find_fault(spec)) base::ensure_failed(std::string(*fault).c_str());
}

}  // namespace tandem::policy
