#include "cli/calendar_team.h"

#include <algorithm>

namespace tandem::cli {
namespace {

using policy::PersonIndex;
using policy::Policy;
using policy::TeamIndex;

// Instants within the span at which somebody of the team leaves or returns, with the span's own edges; sorted.
std::vector<base::Instant> changes_of(const Policy& policy, TeamIndex team, base::Interval span) {
  std::vector<base::Instant> changes{span.from, span.to};
  for (const PersonIndex member : policy.team(team).members) {
    for (const base::Interval& leave : policy.person(member).leave) {
      for (const base::Instant at : {leave.from, leave.to}) {
        if (span.from < at && at < span.to) changes.push_back(at);
      }
    }
  }
  std::ranges::sort(changes);
  const auto repeated = std::ranges::unique(changes);
  changes.erase(repeated.begin(), repeated.end());
  return changes;
}

std::vector<PersonIndex> present_at(const Policy& policy, TeamIndex team, base::Instant at) {
  std::vector<PersonIndex> present;
  for (const PersonIndex member : policy.team(team).members) {
    if (policy.is_present(member, at)) present.push_back(member);
  }
  return present;
}

std::string away_names(const Policy& policy, TeamIndex team, base::Instant at) {
  std::string names;
  std::size_t count = 0;
  for (const PersonIndex member : policy.team(team).members) {
    if (policy.is_present(member, at)) continue;
    names += (names.empty() ? "" : ", ") + policy.person(member).display;
    ++count;
  }
  if (count == 0) return "";
  return fmt::format(": {} {} away", names, count == 1 ? "is" : "are");
}

std::string shortage_text(const Policy& policy, TeamIndex team, const Presence& presence) {
  const std::string away = away_names(policy, team, presence.during.from);
  if (presence.people.empty()) return "nobody is there" + away;
  return fmt::format("{} of {} people needed {} there{}", presence.people.size(), policy.team(team).minimum,
                     presence.people.size() == 1 ? "is" : "are", away);
}

// What is left of the parts where none of the others is. REQUIRES: both sorted and disjoint.
std::vector<base::Interval> outside(const std::vector<base::Interval>& parts,
                                    const std::vector<base::Interval>& others) {
  std::vector<base::Interval> left;
  for (const base::Interval& part : parts) {
    base::Instant from = part.from;
    auto other = std::ranges::upper_bound(others, from, {}, &base::Interval::to);
    for (; other != others.end() && other->from < part.to; ++other) {
      if (from < other->from) left.push_back({from, other->from});
      from = std::max(from, other->to);
    }
    if (from < part.to) left.push_back({from, part.to});
  }
  return left;
}

}  // namespace

std::vector<Presence> presence_of(const Policy& policy, TeamIndex team, base::Interval span) {
  const std::vector<base::Instant> changes = changes_of(policy, team, span);
  std::vector<Presence> found;
  for (const base::Interval& open : policy.calendar(policy.team(team).hours).open.open_within(span)) {
    base::Instant from = open.from;
    for (auto next = std::ranges::upper_bound(changes, from); from < open.to; ++next) {
      const base::Instant to = next == changes.end() ? open.to : std::min(*next, open.to);
      std::vector<PersonIndex> present = present_at(policy, team, from);
      if (!found.empty() && found.back().during.to == from && found.back().people == present) {
        found.back().during.to = to;
      } else {
        found.push_back({{from, to}, std::move(present)});
      }
      if (next == changes.end()) break;
      from = to;
    }
  }
  return found;
}

std::vector<TeamGap> gaps_of(const Policy& policy, TeamIndex team, base::Interval span) {
  std::vector<TeamGap> gaps;
  std::vector<base::Interval> staffed;
  for (const Presence& presence : presence_of(policy, team, span)) {
    if (presence.people.size() >= policy.team(team).minimum) {
      staffed.push_back(presence.during);
    } else {
      gaps.push_back({team, presence.during, presence.people.size(), shortage_text(policy, team, presence)});
    }
  }
  if (policy.team(team).rotation) {
    std::vector<base::Interval> duty;
    for (const TeamShift& shift : shifts_of(policy, team, span)) duty.push_back(shift.during);
    for (const base::Interval& gap : outside(staffed, duty)) {
      gaps.push_back({team, gap, present_at(policy, team, gap.from).size(), "nobody of the rotation is on duty"});
    }
  }
  std::ranges::stable_sort(gaps, {}, [](const TeamGap& gap) { return gap.during.from; });
  return gaps;
}

OpenState open_state(const Policy& policy, TeamIndex team, base::Instant at) {
  const calendar::BusinessCalendar& hours = policy.calendar(policy.team(team).hours).open;
  const bool open = hours.is_open(at);
  return {open, open ? hours.next_close(at) : hours.next_open(at)};
}

}  // namespace tandem::cli
