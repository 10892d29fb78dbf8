// How long work waits until somebody who is there knows of it. The person on duty is told at once, which helps while
// the owning team or one of its covers is there; otherwise the first step of the escalation that tells somebody who is
// there, or the team's next opening.
//
//   const Response response(spec, moments, attendance, named);
//   for (const LongestUnseen& each : response.longest_unseen()) …        // one for each priority
//   for (const ImpossibleTarget& each : response.impossible_targets()) …
//
// The longest is that of all openings within the horizon and all work of the priority; what is not seen when the
// horizon ends counts until then. Exact, to the microsecond: between two turning points (waiting.h) a wait only gets
// shorter. Borrows what it is given.
#pragma once

#include <optional>
#include <vector>

#include "proof/attendance.h"
#include "proof/extent.h"
#include "proof/named_work.h"

namespace tandem::proof {

struct LongestUnseen {
  policy::PriorityIndex priority{};
  base::Duration longest{};  // zero: always somebody at once
  // The rest tells the case; empty when it is zero.
  policy::TeamIndex named{};
  base::Instant opened{};               // the earliest with that wait
  std::optional<base::Instant> seen{};  // none: not within the horizon
  std::optional<std::size_t> step{};    // the step of the escalation by which; none: by the team's opening
  std::optional<Work> work{};
};

struct ImpossibleTarget {
  policy::PriorityIndex priority{};
  policy::TeamIndex named{};
  base::Instant opened{};                  // the earliest
  base::Instant due{};                     // nobody is there from `opened` until then
  std::optional<base::Instant> reopens{};  // when somebody is, at the earliest; none: not within the horizon
  Work work{};
  Openings openings{};  // all of that priority's work for the team of which this is so
};

class Response {
 public:
  Response(const policy::Spec& spec, const Moments& moments, const Attendance& attendance, const NamedWork& named)
      : spec_(spec), moments_(moments), attendance_(attendance), named_(named) {
    for (std::uint32_t team = 0; team < spec.teams.size(); ++team) {
      gaps_.push_back(intervals_of(moments, attendance.uncovered({team})));
    }
  }

  [[nodiscard]] std::vector<LongestUnseen> longest_unseen() const;
  // In the order of the priorities, then the teams: one for each pair of them.
  [[nodiscard]] std::vector<ImpossibleTarget> impossible_targets() const;

 private:
  class PriorityWork;
  const policy::Spec& spec_;
  const Moments& moments_;
  const Attendance& attendance_;
  const NamedWork& named_;
  std::vector<std::vector<base::Interval>> gaps_;  // by team: when neither it nor a cover is there
};

}  // namespace tandem::proof
