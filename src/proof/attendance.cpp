#include "proof/attendance.h"

#include <bit>

namespace tandem::proof {

using policy::PersonIndex;
using policy::Team;
using policy::TeamIndex;

Attendance::Attendance(const policy::Spec& spec, const Moments& moments) : spec_(spec), moments_(moments) {
  for (const Team& team : spec.teams) {
    Bits members(spec.people.size());
    for (const PersonIndex member : team.members) members.add(member.value);
    members_.push_back(std::move(members));
  }
  for (std::uint32_t kind = 0; kind < moments.kinds().size(); ++kind) {
    Bits available(spec.teams.size());
    Bits tight(spec.teams.size());
    for (std::uint32_t i = 0; i < spec.teams.size(); ++i) {
      if (!moments.is_open(spec.teams[i].hours, kind)) continue;
      const std::size_t there = present({i}, {.kind = kind});
      if (there < spec.teams[i].minimum) continue;
      available.add(i);
      if (there == spec.teams[i].minimum) tight.add(i);
    }
    available_.push_back(std::move(available));
    tight_.push_back(std::move(tight));
  }
}

std::size_t Attendance::present(TeamIndex team, const Situation& situation) const {
  const Bits& away = moments_.kinds()[situation.kind].away_people;
  const auto members = members_[team.value].words();
  std::size_t there = 0;
  for (std::size_t i = 0; i < members.size(); ++i) {
    there += static_cast<std::size_t>(std::popcount(members[i] & ~away.words()[i]));
  }
  const bool one_less =
      !situation.away.is_none() && members_[team.value].has(situation.away.value) && !away.has(situation.away.value);
  return there - (one_less ? 1 : 0);
}

bool Attendance::is_available(TeamIndex team, const Situation& situation) const {
  if (!available_[situation.kind].has(team.value)) return false;
  if (situation.away.is_none() || !tight_[situation.kind].has(team.value)) return true;
  return !members_[team.value].has(situation.away.value) || moments_.is_away(situation.away, {situation.kind});
}

Bits Attendance::uncovered(TeamIndex named) const {
  Bits kinds(available_.size());
  for (std::uint32_t kind = 0; kind < available_.size(); ++kind) {
    if (!is_covered(named, {kind})) kinds.add(kind);
  }
  return kinds;
}

TeamIndex Attendance::acting(TeamIndex named, const Situation& situation) const {
  if (is_available(named, situation)) return named;
  for (const TeamIndex cover : spec_.teams[named.value].cover) {
    if (is_available(cover, situation)) return cover;
  }
  return TeamIndex::none();
}

std::vector<PersonIndex> Attendance::needed(TeamIndex named, std::uint32_t kind) const {
  // Whoever is needed is needed by each of the teams that are there, so none of them has anybody to spare.
  std::vector<TeamIndex> there;
  const auto add = [&](TeamIndex team) {
    if (available_[kind].has(team.value)) there.push_back(team);
    return !available_[kind].has(team.value) || tight_[kind].has(team.value);
  };
  if (!add(named)) return {};
  for (const TeamIndex cover : spec_.teams[named.value].cover) {
    if (!add(cover)) return {};
  }
  std::vector<PersonIndex> out;
  if (there.empty()) return out;
  Bits people = members_[there.front().value] - moments_.kinds()[kind].away_people;
  for (const TeamIndex team : there) people &= members_[team.value];
  for (const std::uint32_t person : people) out.push_back({person});
  return out;
}

}  // namespace tandem::proof
