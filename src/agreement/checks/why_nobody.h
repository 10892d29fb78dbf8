// Notes that say at the places in the text why neither a team nor any of its covers is there: hours that are closed, a
// minimum that is not reached, leave.
//
//   add_why_nobody(finding, context, team, {.kind = 3});
//
// A place that the finding points at itself gets no note. Pure apart from the notes.
#pragma once

#include <string>

#include "agreement/checks/proof_context.h"
#include "diag/finding.h"

namespace tandem::agreement {

// REQUIRES: `at` is of the situation's kind.
void add_why_nobody(diag::Finding& finding, const ProofContext& context, policy::TeamIndex named,
                    const proof::Situation& situation, base::Instant at);

// "nobody is there", or where the team is open with too few, "fewer than its minimum of 2 are there".
[[nodiscard]] std::string missing_text(const ProofContext& context, policy::TeamIndex team,
                                       const proof::Situation& situation);

// Where it says that the person is on leave then: "`dana` is on leave until Mon 2027-01-04 00:00". Adds nothing when
// they are not.
void add_leave(diag::Finding& finding, const ProofContext& context, policy::PersonIndex person, base::Instant at);

// Which rule or activity names the team for the work of the case.
void add_named_by(diag::Finding& finding, const ProofContext& context, const proof::Case& point);

}  // namespace tandem::agreement
