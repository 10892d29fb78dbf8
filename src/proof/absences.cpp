#include "proof/absences.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/check.h"

namespace tandem::proof {

using policy::PersonIndex;
using policy::TeamIndex;

namespace {

// Whose absence routing can tell: those whom `away` asks about, and the last of a team whose load is asked about.
std::vector<PersonIndex> routing_people(const policy::Spec& spec) {
  std::set<PersonIndex> people;
  for (const policy::Rule& rule : spec.rules) {
    people.insert(rule.away.begin(), rule.away.end());
    if (!rule.load) continue;
    const auto& members = spec.teams[rule.load->team.value].members;
    people.insert(members.begin(), members.end());
  }
  return {people.begin(), people.end()};
}

class NeededPeople {
 public:
  NeededPeople(const policy::Spec& spec, const Moments& moments, const Attendance& attendance, const NamedWork& named)
      : moments_(moments), attendance_(attendance), named_(named), routing_people_(routing_people(spec)) {}

  std::optional<NeededTeam> of(TeamIndex team) {
    by_person_.clear();
    hurting_.clear();
    first_.reset();
    any_of(team, [&](const Situation& situation) {
      look_at(team, situation);
      return false;
    });
    if (!first_) return std::nullopt;
    return result(team);
  }

  bool any(TeamIndex team) {
    return any_of(team, [&](const Situation& situation) { return named_.work_named(team, situation).has_value(); });
  }

 private:
  // Situations in which the further absence may be what leaves work of the team without anybody; until one satisfies.
  template <class Visit>
  bool any_of(TeamIndex team, const Visit& visit) {
    for (std::uint32_t kind = 0; kind < moments_.kinds().size(); ++kind) {
      if (attendance_.is_covered(team, {kind})) {
        for (const PersonIndex person : attendance_.needed(team, kind)) {
          if (visit({kind, person})) return true;
        }
      } else if (!routing_people_.empty() && !named_.work_named(team, {kind})) {
        // Nobody is there, and nothing hurts until somebody's absence brings work.
        for (const PersonIndex person : routing_people_) {
          if (!moments_.is_away(person, {kind}) && visit({kind, person})) return true;
        }
      }
    }
    return false;
  }

  void look_at(TeamIndex team, const Situation& situation) {
    auto work = named_.work_named(team, situation);
    if (!work) return;
    auto [kinds, is_new] = by_person_.try_emplace(situation.away, moments_.kinds().size());
    kinds->second.add(situation.kind);
    hurting_.push_back(situation);
    if (first_) return;
    first_ = Case{.at = moments_.kinds()[situation.kind].first, .away = situation.away, .work = *std::move(work)};
  }

  NeededTeam result(TeamIndex team) {
    NeededTeam out{.team = team, .witness = *std::move(first_), .people = {}, .extent = {}, .kinds = {}};
    Bits any(moments_.kinds().size());
    for (const auto& [person, kinds] : by_person_) {
      out.people.push_back({person, hours_of(moments_, kinds)});
      any |= kinds;
    }
    out.extent = {.categories = named_.categories_named(team, hurting_), .hours = hours_of(moments_, any)};
    out.kinds = std::move(any);
    return out;
  }

  const Moments& moments_;
  const Attendance& attendance_;
  const NamedWork& named_;
  std::vector<PersonIndex> routing_people_;
  // Of the team that is looked at.
  std::map<PersonIndex, Bits> by_person_;
  std::vector<Situation> hurting_;  // in which work has nobody
  std::optional<Case> first_;
};

}  // namespace

std::vector<NeededTeam> needed_teams(const policy::Spec& spec, const Moments& moments, const Attendance& attendance,
                                     const NamedWork& named) {
  std::vector<NeededTeam> out;
  NeededPeople people(spec, moments, attendance, named);
  for (std::uint32_t i = 0; i < spec.teams.size(); ++i) {
    if (auto found = people.of({i})) out.push_back(*std::move(found));
  }
  return out;
}

bool is_anybody_needed(const policy::Spec& spec, const Moments& moments, const Attendance& attendance,
                       const NamedWork& named, TeamIndex team) {
  return NeededPeople(spec, moments, attendance, named).any(team);
}

std::vector<UnansweredActivity> unanswered_activities(const policy::Spec& spec, const Moments& moments) {
  std::vector<UnansweredActivity> out;
  const std::size_t kinds = moments.kinds().size();
  for (std::uint32_t i = 0; i < spec.activities.size(); ++i) {
    const policy::Activity& activity = spec.activities[i];
    const auto category = std::ranges::find(spec.categories, policy::ActivityIndex{i}, &policy::Category::activity);
    if (activity.deputy.is_none() || activity.deputy == activity.accountable || category == spec.categories.end()) {
      continue;
    }
    Bits both(kinds), one(kinds);
    for (std::uint32_t kind = 0; kind < kinds; ++kind) {
      const bool first = moments.is_away(activity.accountable, {kind});
      const bool second = moments.is_away(activity.deputy, {kind});
      if (first && second) both.add(kind);
      if (first != second) one.add(kind);
    }
    // What is certain to happen stands for the activity before what a further absence would do.
    const bool is_certain = both.first() != kinds;
    const auto earliest = static_cast<std::uint32_t>((is_certain ? both : one).first());
    if (earliest == kinds) continue;
    UnansweredActivity found{.activity = {i},
                             .category = {static_cast<std::uint32_t>(category - spec.categories.begin())},
                             .at = moments.kinds()[earliest].first,
                             .both_on_leave = hours_of(moments, both),
                             .one_on_leave = hours_of(moments, one)};
    if (!is_certain) {
      found.away = moments.is_away(activity.accountable, {earliest}) ? activity.deputy : activity.accountable;
    }
    out.push_back(std::move(found));
  }
  return out;
}

}  // namespace tandem::proof
