#include "policy/staffing.h"

#include <fmt/format.h>

#include "base/check.h"
#include "policy/compiled.h"
#include "policy/policy.h"

namespace tandem::policy {

using base::Instant;
using base::Interval;
using calendar::AttendedStretch;
using calendar::Headcount;

namespace {

std::vector<std::uint32_t> numbers(std::span<const PersonIndex> people) {
  std::vector<std::uint32_t> out;
  out.reserve(people.size());
  for (const PersonIndex person : people) out.push_back(person.value);
  return out;
}

std::vector<Interval> open_stretches(const calendar::BusinessCalendar& hours, Interval between) {
  std::vector<Interval> out;
  Instant at = between.from;
  while (at < between.to) {
    const auto open = hours.next_open(at);
    if (!open || *open >= between.to) break;
    const Instant close = std::min(hours.next_close(*open).value_or(between.to), between.to);
    out.push_back({*open, close});
    at = close;
  }
  return out;
}

// Adds what lies within the stretch; what touches the last gap of the kind and is the same becomes one with it.
void add_common(std::vector<StaffingGap>& gaps, StaffingGap gap, Interval stretch) {
  gap.during = {std::max(gap.during.from, stretch.from), std::min(gap.during.to, stretch.to)};
  if (gap.during.from >= gap.during.to) return;
  if (!gaps.empty() && gaps.back().during.to == gap.during.from && gaps.back().kind == gap.kind &&
      gaps.back().present == gap.present) {
    gaps.back().during.to = gap.during.to;
    return;
  }
  gaps.push_back(gap);
}

// What the candidates and the open stretches have in common; both are sorted and disjoint.
std::vector<StaffingGap> within(std::span<const StaffingGap> candidates, std::span<const Interval> open) {
  std::vector<StaffingGap> gaps;
  std::size_t first = 0;
  for (const StaffingGap& candidate : candidates) {
    while (first < open.size() && open[first].to <= candidate.during.from) ++first;
    for (std::size_t i = first; i < open.size() && open[i].from < candidate.during.to; ++i) {
      add_common(gaps, candidate, open[i]);
    }
  }
  return gaps;
}

}  // namespace

std::vector<DutyShift> Policy::duty_shifts(TeamIndex index, Interval between) const {
  const Team& team = spec_.teams[index.value];
  std::vector<DutyShift> out;
  if (!team.rotation) return out;
  const auto people = numbers(team.rotation_order);
  for (const AttendedStretch& each : calendar::attended(*team.rotation, compiled_->absences, people, between)) {
    if (!each.place) continue;
    DutyShift shift{.person = team.rotation_order[each.place->duty.person],
                    .during = each.during,
                    .origin = each.place->duty.origin,
                    .source = each.place->duty.source};
    if (each.place->stands_in()) shift.stands_in_for = team.rotation_order[each.place->scheduled];
    // Whether somebody before them in the line is away makes no difference to a shift.
    DutyShift same = shift;
    if (!out.empty() && out.back().during.to == shift.during.from) same.during = out.back().during;
    if (!out.empty() && out.back() == same) {
      out.back().during.to = shift.during.to;
    } else {
      out.push_back(shift);
    }
  }
  return out;
}

std::vector<Headcount> Policy::headcounts(TeamIndex index, Interval between) const {
  return calendar::headcounts(compiled_->absences, numbers(spec_.teams[index.value].members), between);
}

std::vector<StaffingGap> Policy::staffing_gaps(TeamIndex index, Interval between) const {
  const Team& team = spec_.teams[index.value];
  const auto open = open_stretches(spec_.calendars[team.hours.value].open, between);
  std::vector<StaffingGap> candidates;
  for (const Headcount& each : headcounts(index, between)) {
    if (each.present < team.minimum) candidates.push_back({each.during, StaffingGapKind::ShortOfPeople, each.present});
  }
  std::vector<StaffingGap> gaps = within(candidates, open);
  if (!team.rotation) return gaps;
  candidates.clear();
  if (const auto begins = team.rotation->begins()) between.from = std::max(between.from, *begins);
  const auto people = numbers(team.rotation_order);
  for (const AttendedStretch& each : calendar::attended(*team.rotation, compiled_->absences, people, between)) {
    if (each.place) continue;
    candidates.push_back(
        {each.during, each.somebody_away ? StaffingGapKind::EverybodyAway : StaffingGapKind::NobodyScheduled});
  }
  const auto of_duty = within(candidates, open);
  gaps.insert(gaps.end(), of_duty.begin(), of_duty.end());
  std::ranges::sort(gaps);
  return gaps;
}

std::string_view to_text(StaffingGapKind kind) {
  switch (kind) {
    case StaffingGapKind::ShortOfPeople: return "short-of-people";
    case StaffingGapKind::NobodyScheduled: return "nobody-scheduled";
    case StaffingGapKind::EverybodyAway: return "everybody-away";
  }
  base::check_failed("a staffing gap has one of the kinds");
}

std::string explain(const Policy& policy, TeamIndex index, const StaffingGap& gap) {
  switch (gap.kind) {
    case StaffingGapKind::ShortOfPeople:
      if (gap.present == 0) return "nobody is there";
      return fmt::format("{} of {} people needed {} there", gap.present, policy.team(index).minimum,
                         gap.present == 1 ? "is" : "are");
    case StaffingGapKind::NobodyScheduled: return "nobody is on duty";
    case StaffingGapKind::EverybodyAway: return "everybody who could be on duty is on leave";
  }
  base::check_failed("a staffing gap has one of the kinds");
}

}  // namespace tandem::policy
