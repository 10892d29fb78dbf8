#include "cli/calendar_team.h"

#include <algorithm>

#include "calendar/interval_set.h"

namespace tandem::cli {
namespace {

using calendar::IntervalSet;
using policy::DutyShift;
using policy::PersonIndex;
using policy::Policy;
using policy::TeamIndex;

// How far beyond a span it is looked for the beginning and the end of its first and last shifts.
constexpr std::chrono::days kMargin{366};

std::vector<PersonIndex> present_at(const Policy& policy, TeamIndex team, base::Instant at) {
  std::vector<PersonIndex> present;
  for (const PersonIndex member : policy.team(team).members) {
    if (policy.is_present(member, at)) present.push_back(member);
  }
  return present;
}

// Instants within the span at which somebody of the team leaves or returns; sorted.
std::vector<base::Instant> changes_of(const Policy& policy, TeamIndex team, base::Interval span) {
  std::vector<base::Instant> changes;
  for (const PersonIndex member : policy.team(team).members) {
    for (const base::Interval& leave : policy.person(member).leave) {
      for (const base::Instant at : {leave.from, leave.to}) {
        if (span.from < at && at < span.to) changes.push_back(at);
      }
    }
  }
  std::ranges::sort(changes);
  return changes;
}

std::vector<base::Interval> open_within(const Policy& policy, TeamIndex team, base::Interval span) {
  return policy.calendar(policy.team(team).hours).open.open_within(span);
}

std::string layer_name(const policy::Team& team, const DutyShift& shift) {
  if (shift.origin != calendar::ShiftOrigin::Layer) return "";
  const auto& layers = team.rotation->rule().layers;
  const std::string& name = layers[shift.source].name;
  if (!name.empty() || layers.size() == 1) return name;
  return fmt::format("layer {}", shift.source + 1);
}

// The one of the two whose turns the other has.
PersonIndex other_of_swap(const policy::Team& team, const DutyShift& shift, PersonIndex scheduled) {
  const calendar::DutySwap& swap = team.rotation->rule().swaps[shift.source];
  const PersonIndex one = team.rotation_order[swap.one];
  return one == scheduled ? team.rotation_order[swap.other] : one;
}

std::string origin_text(const Policy& policy, const policy::Team& team, const DutyShift& shift) {
  const PersonIndex scheduled = shift.stands_in_for.is_none() ? shift.person : shift.stands_in_for;
  switch (shift.origin) {
    case calendar::ShiftOrigin::Layer: {
      const std::string layer = layer_name(team, shift);
      return layer.empty() ? "turn" : fmt::format("turn in `{}`", layer);
    }
    case calendar::ShiftOrigin::Swap:
      return fmt::format("swap with {}", policy.person(other_of_swap(team, shift, scheduled)).display);
    case calendar::ShiftOrigin::Temporary: return "temporary schedule";
    case calendar::ShiftOrigin::Override: return "override";
  }
  return "";
}

std::string_view origin_word(const DutyShift& shift) {
  if (!shift.stands_in_for.is_none()) return "stand-in";
  switch (shift.origin) {
    case calendar::ShiftOrigin::Layer: return "layer";
    case calendar::ShiftOrigin::Swap: return "swap";
    case calendar::ShiftOrigin::Temporary: return "temporary";
    case calendar::ShiftOrigin::Override: return "override";
  }
  return "";
}

std::string why_text(const Policy& policy, const policy::Team& team, const DutyShift& shift) {
  if (shift.stands_in_for.is_none()) return origin_text(policy, team, shift);
  const std::string& away = policy.person(shift.stands_in_for).display;
  if (shift.origin == calendar::ShiftOrigin::Layer) return fmt::format("stands in for {}, on leave", away);
  return fmt::format("stands in for {}, on leave ({})", away, origin_text(policy, team, shift));
}

// ": Iris Calder is away"; nothing when nobody is.
std::string away_words(const Policy& policy, TeamIndex team, base::Instant at) {
  std::string names;
  std::size_t count = 0;
  for (const PersonIndex member : policy.team(team).members) {
    if (policy.is_present(member, at)) continue;
    names += (names.empty() ? "" : ", ") + policy.person(member).display;
    ++count;
  }
  return count == 0 ? "" : fmt::format(": {} {} away", names, count == 1 ? "is" : "are");
}

// "nobody is there: Iris Calder is away", "1 of 2 people needed is there".
std::string reason_text(const Policy& policy, TeamIndex team, const policy::StaffingGap& gap) {
  std::string text = explain(policy, team, gap);
  if (gap.kind == policy::StaffingGapKind::ShortOfPeople) text += away_words(policy, team, gap.during.from);
  return text;
}

// When the team's hours are open and enough people are present.
IntervalSet available(const Policy& policy, TeamIndex team, base::Interval span) {
  std::vector<base::Interval> shortages;
  for (const policy::StaffingGap& gap : policy.staffing_gaps(team, span)) {
    if (gap.kind == policy::StaffingGapKind::ShortOfPeople) shortages.push_back(gap.during);
  }
  return IntervalSet(open_within(policy, team, span)) - IntervalSet(std::move(shortages));
}

// When neither the team nor one of its covers is there. Teams that nobody covers are closed when they are closed.
IntervalSet uncovered(const Policy& policy, TeamIndex team, base::Interval span) {
  if (policy.team(team).cover.empty()) return {};
  IntervalSet there = available(policy, team, span);
  for (const TeamIndex cover : policy.team(team).cover) there = there | available(policy, cover, span);
  return there.complement(span);
}

std::string uncovered_text(const Policy& policy, TeamIndex team) {
  std::string covers;
  for (const TeamIndex cover : policy.team(team).cover) {
    covers += fmt::format("{}`{}`", covers.empty() ? "" : ", ", policy.team(cover).name);
  }
  return fmt::format("closed, no cover there ({})", covers);
}

std::string source_text(const policy::LeaveSource& source) {
  if (const auto* place = std::get_if<policy::TextPlace>(&source)) {
    return place->line == 0 ? "on leave" : fmt::format("on leave, {}:{}", place->file, place->line);
  }
  return "on leave, " + std::get<policy::Recorded>(source).words;
}

}  // namespace

std::vector<TeamShift> shifts_of(const Policy& policy, TeamIndex index, base::Interval span) {
  const policy::Team& team = policy.team(index);
  if (!team.rotation) return {};
  std::vector<TeamShift> shifts;
  const base::Interval wide{span.from - kMargin, span.to + kMargin};
  for (const DutyShift& shift : policy.duty_shifts(index, wide)) {
    const base::Interval shown{std::max(shift.during.from, span.from), std::min(shift.during.to, span.to)};
    if (shown.to <= shown.from) continue;
    const base::Interval whole{shift.during.from == wide.from ? shown.from : shift.during.from,
                               shift.during.to == wide.to ? shown.to : shift.during.to};
    shifts.push_back({index, shown, whole, shift.person, origin_word(shift), layer_name(team, shift),
                      why_text(policy, team, shift)});
  }
  return shifts;
}

std::vector<Presence> presence_of(const Policy& policy, TeamIndex team, base::Interval span) {
  const std::vector<base::Instant> changes = changes_of(policy, team, span);
  std::vector<Presence> found;
  const auto add = [&](base::Interval part) {
    std::vector<PersonIndex> present = present_at(policy, team, part.from);
    if (!found.empty() && found.back().during.to == part.from && found.back().people == present) {
      found.back().during.to = part.to;
    } else {
      found.push_back({part, std::move(present)});
    }
  };
  for (const base::Interval& open : open_within(policy, team, span)) {
    base::Instant from = open.from;
    for (auto next = std::ranges::upper_bound(changes, from); next != changes.end() && *next < open.to; ++next) {
      if (from < *next) add({from, *next});
      from = *next;
    }
    add({from, open.to});
  }
  return found;
}

std::vector<TeamGap> gaps_of(const Policy& policy, TeamIndex team, base::Interval span) {
  std::vector<TeamGap> gaps;
  IntervalSet told;
  const auto add = [&](const IntervalSet& parts, std::string_view kind, const std::string& reason) {
    const IntervalSet fresh = parts - told;
    for (const base::Interval& part : fresh.intervals()) gaps.push_back({team, part, kind, reason});
    told = told | fresh;
  };
  const auto staffing = policy.staffing_gaps(team, span);
  for (const auto kind : {policy::StaffingGapKind::ShortOfPeople, policy::StaffingGapKind::EverybodyAway,
                          policy::StaffingGapKind::NobodyScheduled}) {
    for (const policy::StaffingGap& gap : staffing) {
      if (gap.kind == kind) add(IntervalSet(gap.during), to_text(kind), reason_text(policy, team, gap));
    }
  }
  add(uncovered(policy, team, span), "uncovered", uncovered_text(policy, team));
  std::ranges::sort(gaps, {}, [](const TeamGap& gap) { return gap.during.from; });
  return gaps;
}

std::vector<Away> away_in(const Policy& policy, TeamIndex team, base::Interval span) {
  std::vector<Away> found;
  for (const PersonIndex member : policy.team(team).members) {
    const policy::Person& person = policy.person(member);
    std::optional<Away> one;  // what is put together of leave that touches
    const auto finish = [&] {
      if (one && one->during.from < span.to && span.from < one->during.to) found.push_back(*one);
    };
    for (std::size_t i = 0; i < person.leave.size(); ++i) {
      if (one && one->during.to == person.leave[i].from) {
        one->during.to = person.leave[i].to;
        continue;
      }
      finish();
      one = Away{member, person.leave[i], source_text(person.leave_at[i])};
    }
    finish();
  }
  return found;
}

OpenState open_state(const Policy& policy, TeamIndex team, base::Instant at) {
  const calendar::BusinessCalendar& hours = policy.calendar(policy.team(team).hours).open;
  const bool open = hours.is_open(at);
  return {open, open ? hours.next_close(at) : hours.next_open(at)};
}

}  // namespace tandem::cli
