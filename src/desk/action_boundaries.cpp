#include "desk/action_boundaries.h"

#include "desk/audience.h"
#include "desk/decision_rules.h"
#include "desk/resolution.h"
#include "desk/sides.h"

namespace tandem::desk {
namespace {

using policy::PersonIndex;
using policy::TeamIndex;

std::optional<PersonIndex> actor_in(const Case& given) {
  return given.policy().find_person(given.actor().person.text());
}

bool is_of_team(policy::ActivityIndex activity, const Case& given) {
  const policy::Policy& policy = given.policy();
  return given.standing.is_member(TeamName(policy.team(policy.activity(activity).responsible).name));
}

bool holds(const std::optional<policy::Post>& post, const Case& given) {
  if (!post) return false;
  if (!post->team.is_none()) return given.standing.is_member(TeamName(given.policy().team(post->team).name));
  return actor_in(given) == post->person;
}

// Those of a major incident's scenario: its category's, and where the actor contains it or recovers, all that let
// their team do something alone.
void add_of_scenario(const Case& given, std::vector<policy::ActivityIndex>& grounds) {
  const policy::Policy& policy = given.policy();
  const auto& major = given.ticket.major;
  if (!major || major->declared.scenario.empty()) return;
  if (const auto category = policy.find_category(major->declared.scenario))
    grounds.push_back(policy.category(*category).activity);
  const policy::Scenario* scenario = policy.find_scenario(major->declared.scenario);
  if (scenario == nullptr || !(holds(scenario->contain, given) || holds(scenario->recover, given))) return;
  for (std::uint32_t i = 0; i < policy.spec().activities.size(); ++i) {
    if (!policy.spec().activities[i].authority.may.empty()) grounds.push_back({i});
  }
}

bool lets(const policy::Activity& activity, std::string_view action) {
  const auto& may = activity.authority.may;
  return action.empty() ? !may.empty() : std::ranges::find(may, action) != may.end();
}

policy::ActivityIndex ground_of(const Case& given, std::string_view action) {
  const policy::ActivityIndex own = activity_of(given.ticket, given.policy());
  std::vector<policy::ActivityIndex> grounds{own};
  add_of_scenario(given, grounds);
  std::erase_if(grounds, [&](policy::ActivityIndex one) { return !is_of_team(one, given); });
  if (grounds.empty()) return own;
  const auto fits = std::ranges::find_if(
      grounds, [&](policy::ActivityIndex one) { return lets(given.policy().activity(one), action); });
  return fits == grounds.end() ? grounds.front() : *fits;
}

}  // namespace

ActionGround::ActionGround(const Case& given, std::string_view action)
    : given_(given), index_(ground_of(given, action)) {}

bool ActionGround::is_theirs() const {
  return is_of_team(index_, given_);
}

bool ActionGround::binds() const {
  const auto actor = actor_in(given_);
  return !actor || !is_the_clients(*actor, given_.policy()) ||
         given_.policy().accountable_for(index_, given_.now()) != *actor;
}

Cost ActionGround::spent() const {
  Cost all;
  const auto& limit = activity().authority.spend;
  if (!limit) return all;
  all.currency = limit->currency;
  for (const DoneAction& one : given_.ticket.actions) {
    const ActionRecorded& done = one.recorded;
    const bool counts =
        done.cost && done.cost->currency == all.currency && !done.decided_by && done.activity.text() == activity().name;
    if (counts) all.hundredths += done.cost->hundredths;
  }
  return all;
}

std::string ActionGround::excess_of(const RecordAction& action) const {
  const policy::Authority& authority = activity().authority;
  if (!is_theirs()) {
    return fmt::format("only `{}` does something alone about `{}`, and {} is not of it", team().name, activity().name,
                       given_.actor().display);
  }
  if (std::ranges::find(authority.may, action.name) == authority.may.end())
    return fmt::format("`{}` is not among what `{}` may do alone", action.name, team().name);
  if (action.risk && authority.risk && static_cast<policy::Risk>(*action.risk) > *authority.risk) {
    return fmt::format("its risk is {}: `{}` may take {} alone", to_text(*action.risk), team().name,
                       to_text(static_cast<RiskLevel>(*authority.risk)));
  }
  if (!action.cost || !authority.spend) return {};
  Cost together = *action.cost;
  const Cost before = spent();
  if (before.currency == together.currency && together.hundredths > 0) together.hundredths += before.hundredths;
  if (!is_too_dear(together, *authority.spend)) return {};
  const bool adds_up = together != *action.cost;
  return fmt::format("it costs {}{}: `{}` may spend {} alone", spoken_cost(*action.cost),
                     adds_up ? fmt::format(", {} with what was spent before", spoken_cost(together)) : std::string(),
                     team().name, authority.spend->text);
}

ActionGround::Say ActionGround::say() const {
  const policy::Policy& policy = given_.policy();
  const auto actor = actor_in(given_);
  const auto name = [&](PersonIndex person) { return PersonName(policy.person(person).name); };
  const PersonIndex accountable = policy.accountable_for(index_, given_.now());
  // Nobody is sent to somebody who may not know what it is about.
  const auto may = [&](PersonIndex person) {
    return !person.is_none() && may_read(given_.ticket.facts.category, name(person), policy);
  };
  const auto is_clients = [&](PersonIndex person) { return may(person) && is_the_clients(person, policy); };
  // As a decision passes the say on: only somebody of the client, or the kind's `deadlock`, may decide so much.
  const auto says = [&](const policy::DecisionKind& kind) {
    if (is_clients(kind.by)) return kind.by;
    return is_clients(accountable) ? accountable : kind.deadlock;
  };
  for (const bool big : {false, true}) {
    for (const policy::DecisionKind& kind : policy.spec().governance.decisions) {
      const PersonIndex person = says(kind);
      if (kind.big == big && may(person) && person != actor)
        return {.person = name(person), .kind = DecisionKindName(kind.name)};
    }
  }
  return {.person = is_clients(accountable) && accountable != actor ? name(accountable) : across(), .kind = {}};
}

// Provider and client are on opposite sides; a provider is not on another's.
bool ActionGround::is_across(PersonIndex person) const {
  const policy::Policy& policy = given_.policy();
  const auto actor = actor_in(given_);
  if (!is_of_a_party(policy, person) || !actor) return false;
  return is_the_clients(*actor, policy) != is_the_clients(person, policy);
}

std::vector<PersonIndex> ActionGround::candidates() const {
  const policy::Policy& policy = given_.policy();
  std::vector<PersonIndex> people{policy.accountable_for(index_, given_.now()), activity().accountable,
                                  activity().deputy};
  const auto append = [&people](const std::vector<PersonIndex>& more) {
    people.insert(people.end(), more.begin(), more.end());
  };
  append(activity().consulted_people);
  append(activity().informed_people);
  for (const auto* teams : {&activity().consulted_teams, &activity().informed_teams}) {
    for (const TeamIndex one : *teams) people.push_back(policy.team(one).lead);
  }
  if (const auto& disputes = policy.spec().governance.disputes) {
    for (const auto& step : disputes->path) append(step);
  }
  for (const policy::Team& one : policy.spec().teams) people.push_back(one.lead);
  for (std::uint32_t i = 0; i < policy.spec().people.size(); ++i) people.push_back({i});
  const auto cannot_answer = [&](PersonIndex person) {
    return person.is_none() || !is_across(person) ||
           !may_read(given_.ticket.facts.category, PersonName(policy.person(person).name), policy);
  };
  std::erase_if(people, cannot_answer);
  return people;
}

PersonName ActionGround::across() const {
  const policy::Policy& policy = given_.policy();
  const auto people = candidates();
  if (people.empty()) return {};
  const auto there =
      std::ranges::find_if(people, [&](PersonIndex one) { return policy.is_present(one, given_.now()); });
  return PersonName(policy.person(there == people.end() ? people.front() : *there).name);
}

std::vector<Told> ActionGround::audience(const PersonName& asked) const {
  const policy::Policy& policy = given_.policy();
  const auto name = [&](PersonIndex person) { return PersonName(policy.person(person).name); };
  Audience audience(given_);
  audience.add(asked, "asked");
  audience.add(name(policy.accountable_for(index_, given_.now())), "accountable");
  for (const PersonIndex person : activity().consulted_people) audience.add(name(person), "consulted");
  for (const TeamIndex one : activity().consulted_teams) {
    if (const PersonIndex lead = policy.team(one).lead; !lead.is_none())
      audience.add(name(lead), policy.team(one).name);
  }
  for (const PersonIndex person : activity().informed_people) audience.add(name(person), "informed");
  for (const TeamIndex one : activity().informed_teams)
    audience.add({.kind = policy::Addressee::Kind::Team, .team = one, .person = PersonIndex::none()});
  auto told = std::move(audience).take();
  std::erase_if(told, [&](const Told& one) {
    const auto person = policy.find_person(one.person.text());
    return !is_of_a_party(policy, *person);
  });
  const bool reaches_across =
      std::ranges::any_of(told, [&](const Told& one) { return is_across(*policy.find_person(one.person.text())); });
  if (reaches_across) return told;
  if (const PersonName other = across(); !other.empty()) {
    told.push_back({.person = other,
                    .as = "other-side",
                    .away = !policy.is_present(*policy.find_person(other.text()), given_.now())});
  }
  return told;
}

}  // namespace tandem::desk
