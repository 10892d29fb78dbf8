#include "proof/routing_views.h"

#include <algorithm>
#include <set>

namespace tandem::proof {

using policy::CalendarIndex;
using policy::PersonIndex;
using policy::Rule;
using policy::TeamIndex;

namespace {

std::uint64_t key_of(const Situation& situation) {
  return (std::uint64_t{situation.kind} << 32) | situation.away.value;
}

template <class Index>
std::size_t place_of(const std::vector<Index>& sorted, Index index) {
  return static_cast<std::size_t>(std::ranges::lower_bound(sorted, index) - sorted.begin());
}

}  // namespace

RoutingViews::RoutingViews(const policy::Spec& spec, const Moments& moments) : spec_(spec), moments_(moments) {
  collect();
  const auto kinds = static_cast<std::uint32_t>(moments.kinds().size());
  for (std::uint32_t kind = 0; kind < kinds; ++kind) {
    plain_.push_back(number_of({.kind = kind}));
    kinds_[plain_.back()].push_back(kind);
  }
  for (std::uint32_t kind = 0; kind < kinds; ++kind) {
    for (const std::uint32_t person : seen_people_) {
      const Situation situation{.kind = kind, .away = {person}};
      if (moments.is_away(situation.away, {.kind = kind})) continue;  // no further absence
      const std::uint32_t view = number_of(situation);
      with_absence_.emplace(key_of(situation), view);
      absences_[view].push_back(situation);
    }
  }
}

// What rules ask about, and whose absence may change the answer.
void RoutingViews::collect() {
  std::set<CalendarIndex> calendars;
  std::set<PersonIndex> people;
  std::set<TeamIndex> load_teams;
  for (const Rule& rule : spec_.rules) {
    for (const Rule::Hours& hours : rule.hours) calendars.insert(hours.calendar);
    people.insert(rule.away.begin(), rule.away.end());
    if (rule.load) load_teams.insert(rule.load->team);
  }
  calendars_.assign(calendars.begin(), calendars.end());
  people_.assign(people.begin(), people.end());
  load_teams_.assign(load_teams.begin(), load_teams.end());
  seen_people_ = Bits(spec_.people.size());
  for (const PersonIndex person : people_) seen_people_.add(person.value);
  for (const TeamIndex team : load_teams_) {
    for (const PersonIndex member : spec_.teams[team.value].members) seen_people_.add(member.value);
  }
}

Bits RoutingViews::see(const Situation& situation) const {
  Bits view(calendars_.size() + people_.size() + load_teams_.size());
  std::size_t bit = 0;
  for (const CalendarIndex calendar : calendars_) {
    if (moments_.is_open(calendar, situation.kind)) view.add(bit);
    ++bit;
  }
  for (const PersonIndex person : people_) {
    if (moments_.is_away(person, situation)) view.add(bit);
    ++bit;
  }
  for (const TeamIndex team : load_teams_) {
    const auto& members = spec_.teams[team.value].members;
    if (std::ranges::all_of(members, [&](PersonIndex who) { return moments_.is_away(who, situation); })) view.add(bit);
    ++bit;
  }
  return view;
}

std::uint32_t RoutingViews::number_of(const Situation& situation) {
  const Bits view = see(situation);
  const auto [found, is_new] = numbers_.emplace(view, count());
  if (is_new) {
    views_.push_back(view);
    first_.push_back(situation);
    kinds_.emplace_back();
    absences_.emplace_back();
  }
  return found->second;
}

std::uint32_t RoutingViews::view_of(const Situation& situation) const {
  if (!situation.away.is_none()) {
    const auto found = with_absence_.find(key_of(situation));
    if (found != with_absence_.end()) return found->second;
  }
  return plain_[situation.kind];
}

bool RoutingViews::any_of(std::uint32_t view, const Bits& people,
                          const std::function<bool(const Situation&)>& visit) const {
  for (const std::uint32_t kind : kinds_[view]) {
    if (visit({.kind = kind})) return true;
  }
  for (const Situation& situation : absences_[view]) {
    if (visit(situation)) return true;
  }
  for (const std::uint32_t kind : kinds_[view]) {
    for (const std::uint32_t person : people - seen_people_) {
      if (visit({.kind = kind, .away = {person}})) return true;
    }
  }
  return false;
}

Bits RoutingViews::with(std::size_t bit, bool set) const {
  Bits out(views_.size());
  for (std::size_t view = 0; view < views_.size(); ++view) {
    if (views_[view].has(bit) == set) out.add(view);
  }
  return out;
}

Bits RoutingViews::of_rule(const Rule& rule) const {
  Bits out = Bits::full(views_.size());
  if (!rule.hours.empty()) {
    Bits any(views_.size());
    for (const Rule::Hours& hours : rule.hours) any |= with(place_of(calendars_, hours.calendar), hours.open);
    out &= any;
  }
  if (!rule.away.empty()) {
    Bits any(views_.size());
    for (const PersonIndex person : rule.away) any |= with(calendars_.size() + place_of(people_, person), true);
    out &= any;
  }
  return out;
}

Bits RoutingViews::deserted(TeamIndex team) const {
  return with(calendars_.size() + people_.size() + place_of(load_teams_, team), true);
}

}  // namespace tandem::proof
