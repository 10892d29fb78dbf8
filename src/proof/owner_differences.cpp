#include "proof/owner_differences.h"

#include <algorithm>

namespace tandem::proof {

using policy::PersonIndex;
using policy::TeamIndex;

std::optional<OwnerDifferences::Place> OwnerDifferences::first(TeamIndex a, TeamIndex b, const Bits& views,
                                                               const Bits& absences) {
  Pair& pair = pair_of(std::min(a, b), std::max(a, b));
  for (const std::uint32_t view : views) {
    if (absences.has(0) && differ_unseen(pair, view)) return Place{view, 0};
    const std::size_t next = absences.next(1);
    if (next == absences.size()) continue;
    const Bits& differing = differ_seen(pair, view);
    if (!differing.intersects(absences)) continue;
    return Place{view, static_cast<std::uint32_t>((differing & absences).first())};
  }
  return std::nullopt;
}

OwnerDifferences::Pair& OwnerDifferences::pair_of(TeamIndex a, TeamIndex b) {
  const auto [found, is_new] = pairs_.try_emplace((std::uint64_t{a.value} << 32) | b.value);
  Pair& pair = found->second;
  if (!is_new) return pair;
  pair.a = a;
  pair.b = b;
  pair.unseen.assign(views_.count(), Answer::NotAsked);
  pair.seen.assign(views_.count(), kNotAsked);
  const auto add_members = [&](TeamIndex team) {
    const auto& members = spec_.teams[team.value].members;
    pair.people.insert(pair.people.end(), members.begin(), members.end());
  };
  for (const TeamIndex team : {a, b}) {
    add_members(team);
    for (const TeamIndex cover : spec_.teams[team.value].cover) add_members(cover);
  }
  std::ranges::sort(pair.people);
  const auto repeats = std::ranges::unique(pair.people);
  pair.people.erase(repeats.begin(), repeats.end());
  return pair;
}

// Nobody is further away, or somebody whose absence routing cannot tell from that.
bool OwnerDifferences::differ_unseen(Pair& pair, std::uint32_t view) const {
  Answer& answer = pair.unseen[view];
  if (answer == Answer::NotAsked) {
    const bool differ = differ_in(pair, view, {}) || std::ranges::any_of(pair.people, [&](PersonIndex person) {
                          return !views_.is_seen(person) && differ_in(pair, view, person);
                        });
    answer = differ ? Answer::Yes : Answer::No;
  }
  return answer == Answer::Yes;
}

// The absences above 0 in which they differ. Nobody but people of these teams and their covers changes an owner.
const Bits& OwnerDifferences::differ_seen(Pair& pair, std::uint32_t view) {
  std::uint32_t& place = pair.seen[view];
  if (place == kNotAsked) {
    Bits row = differ_in(pair, view, {}) ? Bits::full(views_.absences()) : Bits(views_.absences());
    row.remove(0);
    for (const PersonIndex person : pair.people) {
      if (!views_.is_seen(person)) continue;
      const std::uint32_t absence = views_.absence_number(person);
      if (differ_in(pair, view, person)) {
        row.add(absence);
      } else {
        row.remove(absence);
      }
    }
    const auto [found, is_new] = place_of_row_.try_emplace(row, static_cast<std::uint32_t>(rows_.size()));
    if (is_new) rows_.push_back(std::move(row));
    place = found->second;
  }
  return rows_[place];
}

bool OwnerDifferences::differ_in(const Pair& pair, std::uint32_t view, PersonIndex away) const {
  return std::ranges::any_of(views_.kinds_of(view), [&](std::uint32_t kind) {
    return owner(pair.a, {kind, away}) != owner(pair.b, {kind, away});
  });
}

TeamIndex OwnerDifferences::owner(TeamIndex named, const Situation& situation) const {
  const TeamIndex acting = attendance_.acting(named, situation);
  return acting.is_none() ? named : acting;
}

}  // namespace tandem::proof
