#include "policy/staffing.h"

#include <fmt/format.h>

#include <map>

#include "base/check.h"
#include "calendar/interval_set.h"
#include "policy/compiled.h"
#include "policy/policy.h"

namespace tandem::policy {

using base::Interval;
using calendar::AttendedStretch;
using calendar::Headcount;
using calendar::IntervalSet;

namespace {

std::vector<std::uint32_t> numbers(std::span<const PersonIndex> people) {
  std::vector<std::uint32_t> out;
  out.reserve(people.size());
  for (const PersonIndex person : people) out.push_back(person.value);
  return out;
}

// What is wrong, by its kind and, where people are too few, by how many are there.
class Gaps {
 public:
  void add(Interval during, StaffingGapKind kind, std::uint32_t present = 0) {
    found_[{kind, present}].push_back(during);
  }
  // What of it lies within the open hours, in the order of time.
  [[nodiscard]] std::vector<StaffingGap> within(const IntervalSet& open) && {
    std::vector<StaffingGap> gaps;
    for (auto& [what, during] : found_) {
      const IntervalSet common = IntervalSet(std::move(during)) & open;
      for (const Interval& each : common.intervals()) gaps.push_back({each, what.first, what.second});
    }
    std::ranges::sort(gaps);
    return gaps;
  }

 private:
  std::map<std::pair<StaffingGapKind, std::uint32_t>, std::vector<Interval>> found_;
};

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
  const IntervalSet open(spec_.calendars[team.hours.value].open.open_within(between));
  Gaps gaps;
  for (const Headcount& each : headcounts(index, between)) {
    if (each.present < team.minimum) gaps.add(each.during, StaffingGapKind::ShortOfPeople, each.present);
  }
  if (!team.rotation) return std::move(gaps).within(open);
  if (const auto begins = team.rotation->begins()) between.from = std::max(between.from, *begins);
  const auto people = numbers(team.rotation_order);
  for (const AttendedStretch& each : calendar::attended(*team.rotation, compiled_->absences, people, between)) {
    if (each.place) continue;
    gaps.add(each.during, each.somebody_away ? StaffingGapKind::EverybodyAway : StaffingGapKind::NobodyScheduled);
  }
  return std::move(gaps).within(open);
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
