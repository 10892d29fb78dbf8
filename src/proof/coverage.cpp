#include "proof/coverage.h"

#include <algorithm>

#include "base/check.h"
#include "proof/cover_rings.h"

namespace tandem::proof {

using policy::PartyKind;
using policy::Team;
using policy::TeamIndex;

bool is_unable(const policy::Spec& spec, TeamIndex index) {
  const Team& team = spec.teams[index.value];
  return team.members.size() < team.minimum;
}

bool can_own(const policy::Spec& spec, TeamIndex index) {
  const policy::PartyIndex party = spec.teams[index.value].party;
  return spec.parties[party.value].kind != PartyKind::Vendor && !is_unable(spec, index);
}

Bits Coverage::uncovered_kinds(TeamIndex team) const {
  Bits kinds = attendance_.uncovered(team);
  for (std::size_t kind = kinds.first(); kind < kinds.size(); kind = kinds.next(kind + 1)) {
    if (!named_.work_named(team, {static_cast<std::uint32_t>(kind)})) kinds.remove(kind);
  }
  return kinds;
}

// Kinds are in the order in which they are first met.
Case Coverage::first_case(TeamIndex team, const Bits& kinds) const {
  const auto kind = static_cast<std::uint32_t>(kinds.first());
  auto work = named_.work_named(team, {kind});
  TANDEM_ENSURE(work.has_value());
  return {.at = moments_.kinds()[kind].first, .away = {}, .work = *std::move(work)};
}

Extent Coverage::extent_of(TeamIndex team, const Bits& kinds) const {
  std::vector<Situation> situations;
  for (const std::uint32_t kind : kinds) situations.push_back({kind});
  return {.categories = named_.categories_named(team, situations), .hours = hours_of(moments_, kinds)};
}

std::vector<UncoveredTeam> Coverage::uncovered_teams() const {
  std::vector<UncoveredTeam> out;
  const std::vector<CoverRing> rings = closed_rings();
  for (std::uint32_t i = 0; i < spec_.teams.size(); ++i) {
    const TeamIndex team{i};
    if (is_unable(spec_, team) && spec_.teams[i].cover.empty()) continue;
    Bits kinds = uncovered_kinds(team);
    for (const CoverRing& ring : rings) {
      if (std::ranges::binary_search(ring.teams, team)) kinds -= ring.kinds;
    }
    if (kinds.empty()) continue;
    out.push_back({.team = team, .witness = first_case(team, kinds), .extent = extent_of(team, kinds)});
  }
  return out;
}

std::vector<UnableTeam> Coverage::unable_teams() const {
  std::vector<UnableTeam> out;
  for (std::uint32_t i = 0; i < spec_.teams.size(); ++i) {
    if (!is_unable(spec_, {i})) continue;
    Bits kinds(moments_.kinds().size());
    for (std::uint32_t kind = 0; kind < kinds.size(); ++kind) {
      if (named_.work_named({i}, {kind})) kinds.add(kind);
    }
    if (kinds.empty()) continue;
    out.push_back({.team = {i}, .witness = first_case({i}, kinds), .extent = extent_of({i}, kinds)});
  }
  return out;
}

CoverRing Coverage::ring_of(std::vector<TeamIndex> teams) const {
  CoverRing ring{.teams = std::move(teams), .kinds = Bits(moments_.kinds().size())};
  std::vector<TeamIndex> asked = ring.teams;
  for (const TeamIndex team : ring.teams) {
    asked.insert(asked.end(), spec_.teams[team.value].cover.begin(), spec_.teams[team.value].cover.end());
  }
  for (std::uint32_t kind = 0; kind < ring.kinds.size(); ++kind) {
    if (std::ranges::none_of(asked, [&](TeamIndex team) { return attendance_.is_available(team, {kind}); })) {
      ring.kinds.add(kind);
    }
  }
  if (ring.kinds.empty()) return ring;
  ring.closed = hours_of(moments_, ring.kinds);
  ring.at = ring.closed.first.from;
  for (const std::uint32_t kind : ring.kinds) {
    for (const TeamIndex team : ring.teams) {
      auto work = named_.work_named(team, {kind});
      if (!work) continue;
      ring.at = moments_.kinds()[kind].first;
      ring.work = std::move(work);
      ring.named = team;
      return ring;
    }
  }
  return ring;
}

std::vector<CoverRing> Coverage::closed_rings() const {
  std::vector<CoverRing> out;
  for (std::vector<TeamIndex>& teams : cover_rings(spec_)) {
    CoverRing ring = ring_of(std::move(teams));
    if (!ring.kinds.empty()) out.push_back(std::move(ring));
  }
  return out;
}

}  // namespace tandem::proof
