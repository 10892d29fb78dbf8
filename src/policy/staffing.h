// What a team's people, hours and rotation come to over a part of time: who has the duty, and when nobody does or too
// few are there. Answered by Policy (policy.h).
//
//   for (const StaffingGap& each : policy.staffing_gaps(team, next_month)) explain(policy, team, each);
//
// Half-open intervals in UTC. Plain values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "calendar/presence.h"
#include "policy/spec.h"

namespace tandem::policy {

struct DutyShift {
  PersonIndex person{};
  PersonIndex stands_in_for{};  // who has it but is on leave; else none
  base::Interval during;
  calendar::ShiftOrigin origin = calendar::ShiftOrigin::Layer;
  std::uint32_t source = 0;  // position in the rotation's layers, swaps, temporary schedules or overrides
  auto operator<=>(const DutyShift&) const = default;
};

enum class StaffingGapKind : std::uint8_t {
  ShortOfPeople,    // the team's hours are open, and fewer than its minimum are present
  NobodyScheduled,  // its hours are open, and by its rotation nobody is on duty: by its layers, or on purpose
  EverybodyAway,    // its hours are open, and all whom its rotation has are on leave
};
[[nodiscard]] std::string_view to_text(StaffingGapKind kind);  // "short-of-people"

struct StaffingGap {
  base::Interval during;
  StaffingGapKind kind = StaffingGapKind::ShortOfPeople;
  std::uint32_t present = 0;  // ShortOfPeople: how many are
  auto operator<=>(const StaffingGap&) const = default;
};

class Policy;
// What people are told of a gap of the team, whom they see it with: "1 of 2 people needed is there".
[[nodiscard]] std::string explain(const Policy& policy, TeamIndex team, const StaffingGap& gap);

}  // namespace tandem::policy
