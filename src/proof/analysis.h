// All that is proved of one compiled agreement over a horizon, worked out once, when it is made.
//
//   const Analysis analysis(policy->spec(), {october, next_october});
//   for (const UncoveredTeam& each : analysis.uncovered_teams()) …    // coverage.h
//   analysis.rules().unreachable()                                    // routing_rules.h
//
// Borrows the Spec, which outlives it. Not thread-safe: what was asked of the space of work is remembered.
#pragma once

#include "proof/absences.h"
#include "proof/attendance.h"
#include "proof/coverage.h"
#include "proof/escalations.h"
#include "proof/moments.h"
#include "proof/response.h"
#include "proof/routing_rules.h"
#include "proof/routing_space.h"

namespace tandem::proof {

class Analysis {
 public:
  // REQUIRES: a Spec that a Policy could be made of; from < to.
  Analysis(const policy::Spec& spec, base::Interval horizon)
      : spec_(spec),
        moments_(spec, horizon),
        attendance_(spec, moments_),
        space_(spec, moments_),
        rules_(spec, moments_, attendance_, space_),
        coverage_(spec, moments_, attendance_, space_),
        response_(spec, moments_, attendance_, space_),
        uncovered_teams_(coverage_.uncovered_teams()),
        unable_teams_(coverage_.unable_teams()),
        closed_rings_(coverage_.closed_rings()),
        needed_teams_(proof::needed_teams(spec, moments_, attendance_, space_)),
        unanswered_activities_(proof::unanswered_activities(spec, moments_)),
        impossible_targets_(response_.impossible_targets()),
        longest_unseen_(response_.longest_unseen()),
        steps_to_nobody_(proof::steps_to_nobody(spec, moments_, attendance_, space_, coverage_)),
        late_escalations_(proof::late_escalations(spec, horizon)) {}
  // The parts refer to one another.
  Analysis(const Analysis&) = delete;
  Analysis& operator=(const Analysis&) = delete;

  [[nodiscard]] const policy::Spec& spec() const { return spec_; }
  [[nodiscard]] const Moments& moments() const { return moments_; }
  [[nodiscard]] const Attendance& attendance() const { return attendance_; }
  [[nodiscard]] const RoutingSpace& space() const { return space_; }
  [[nodiscard]] const RoutingRules& rules() const { return rules_; }
  [[nodiscard]] const Coverage& coverage() const { return coverage_; }

  [[nodiscard]] std::span<const UncoveredTeam> uncovered_teams() const { return uncovered_teams_; }
  [[nodiscard]] std::span<const UnableTeam> unable_teams() const { return unable_teams_; }
  [[nodiscard]] std::span<const CoverRing> closed_rings() const { return closed_rings_; }
  [[nodiscard]] std::span<const NeededTeam> needed_teams() const { return needed_teams_; }
  [[nodiscard]] std::span<const UnansweredActivity> unanswered_activities() const { return unanswered_activities_; }
  [[nodiscard]] std::span<const ImpossibleTarget> impossible_targets() const { return impossible_targets_; }
  [[nodiscard]] std::span<const LongestUnseen> longest_unseen() const { return longest_unseen_; }
  [[nodiscard]] std::span<const StepToNobody> steps_to_nobody() const { return steps_to_nobody_; }
  [[nodiscard]] std::span<const LateEscalation> late_escalations() const { return late_escalations_; }

 private:
  const policy::Spec& spec_;
  Moments moments_;
  Attendance attendance_;
  RoutingSpace space_;
  RoutingRules rules_;
  Coverage coverage_;
  Response response_;
  std::vector<UncoveredTeam> uncovered_teams_;
  std::vector<UnableTeam> unable_teams_;
  std::vector<CoverRing> closed_rings_;
  std::vector<NeededTeam> needed_teams_;
  std::vector<UnansweredActivity> unanswered_activities_;
  std::vector<ImpossibleTarget> impossible_targets_;
  std::vector<LongestUnseen> longest_unseen_;
  std::vector<StepToNobody> steps_to_nobody_;
  std::vector<LateEscalation> late_escalations_;
};

}  // namespace tandem::proof
