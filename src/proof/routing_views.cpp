#include "proof/routing_views.h"

#include <algorithm>
#include <set>

namespace tandem::proof {

using policy::CalendarIndex;
using policy::PersonIndex;
using policy::Rule;
using policy::TeamIndex;

RoutingViews::RoutingViews(const policy::Spec& spec, const Moments& moments) : spec_(spec), moments_(moments) {
  collect();
  std::unordered_map<Bits, std::uint32_t, BitsHash> numbers;
  const auto kinds = static_cast<std::uint32_t>(moments.kinds().size());
  for (std::uint32_t kind = 0; kind < kinds; ++kind) {
    Bits view = see(kind);
    const auto [found, is_new] = numbers.emplace(view, count());
    if (is_new) {
      views_.push_back(std::move(view));
      kinds_.emplace_back();
    }
    by_kind_.push_back(found->second);
    kinds_[found->second].push_back(kind);
  }
  with_bit_.assign(calendars_.size() + seen_.size(), Bits(views_.size()));
  for (std::size_t view = 0; view < views_.size(); ++view) {
    for (const std::uint32_t bit : views_[view]) with_bit_[bit].add(view);
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
  for (const TeamIndex team : load_teams) {
    const auto& members = spec_.teams[team.value].members;
    people.insert(members.begin(), members.end());
  }
  calendars_.assign(calendars.begin(), calendars.end());
  seen_.assign(people.begin(), people.end());
  load_teams_.assign(load_teams.begin(), load_teams.end());
  absence_of_person_.assign(spec_.people.size(), 0);
  for (std::uint32_t i = 0; i < seen_.size(); ++i) absence_of_person_[seen_[i].value] = i + 1;
}

Bits RoutingViews::see(std::uint32_t kind) const {
  Bits view(calendars_.size() + seen_.size());
  std::size_t bit = 0;
  for (const CalendarIndex calendar : calendars_) {
    if (moments_.is_open(calendar, kind)) view.add(bit);
    ++bit;
  }
  for (const PersonIndex person : seen_) {
    if (moments_.is_away(person, {kind})) view.add(bit);
    ++bit;
  }
  return view;
}

std::uint32_t RoutingViews::absence_of(const Situation& situation) const {
  if (situation.away.is_none() || moments_.is_away(situation.away, {situation.kind})) return 0;
  return absence_of_person_[situation.away.value];
}

Bits RoutingViews::absences_of(std::span<const PersonIndex> people) const {
  Bits out(absences());
  for (const PersonIndex person : people) {
    if (is_seen(person)) out.add(absence_of_person_[person.value]);
  }
  return out;
}

Bits RoutingViews::hold(std::span<const Rule::Hours> hours) const {
  Bits out(views_.size());
  const Bits all = Bits::full(views_.size());
  for (const Rule::Hours& each : hours) {
    const auto place = std::ranges::lower_bound(calendars_, each.calendar) - calendars_.begin();
    const Bits& open = with(static_cast<std::size_t>(place));
    out |= each.open ? open : all - open;
  }
  return out;
}

Bits RoutingViews::on_leave(std::span<const PersonIndex> people) const {
  Bits out(views_.size());
  for (const PersonIndex person : people) {
    if (is_seen(person)) out |= with(calendars_.size() + absence_of_person_[person.value] - 1);
  }
  return out;
}

}  // namespace tandem::proof
