// What can be wrong with the steps of an escalation in time: one that tells only those who cannot be there, and a way
// that begins when the response is already overdue.
//
//   for (const StepToNobody& each : steps_to_nobody(spec, moments, attendance, named, coverage)) …
//   for (const LateEscalation& each : late_escalations(spec, horizon)) …
//
// Exact over all openings within the horizon, by way of Waiting. Pure.
#pragma once

#include <vector>

#include "proof/coverage.h"

namespace tandem::proof {

// A person is there unless on leave, a team while it is available; `on-duty` and `lead` are those of the team that must
// act then, and nobody is on duty for a team that is not there.
[[nodiscard]] bool is_there(const policy::Spec& spec, const Moments& moments, const Attendance& attendance,
                            const policy::Addressee& one, policy::TeamIndex named, std::uint32_t kind);

struct StepToNobody {
  policy::PriorityIndex priority{};
  std::size_t step = 0;       // position in the priority's escalation
  policy::TeamIndex named{};  // whose work it is
  base::Instant opened{};     // the earliest
  base::Instant at{};         // when the step takes place then, within the horizon
  Work work{};
  Openings openings{};  // of the priority's work, of any team, for which it tells nobody
};
// One for each step, in the order of the priorities and steps. Nothing is said of a step that tells `on-duty` where
// the coverage has told already that work for the team has nobody at that instant.
[[nodiscard]] std::vector<StepToNobody> steps_to_nobody(const policy::Spec& spec, const Moments& moments,
                                                        const Attendance& attendance, const NamedWork& named,
                                                        const Coverage& coverage);

struct LateEscalation {
  policy::PriorityIndex priority{};
  std::size_t step = 0;               // the one that comes first
  base::Instant opened{};             // the earliest for which it is too late
  base::Instant due{};                // the response
  std::optional<base::Instant> at{};  // the step; none: it never takes place
  Openings openings{};                // all for which the first step, be it another one then, is too late
};
// In the order of the priorities; those without a response target or steps are never late.
[[nodiscard]] std::vector<LateEscalation> late_escalations(const policy::Spec& spec, base::Interval horizon);

}  // namespace tandem::proof
