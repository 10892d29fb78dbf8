// What is wrong with a matrix as its authors wrote it, told at its own cells: an activity that nobody is accountable
// for, or two are for the same part of it; parts that nobody answers for; `Shared`; letters that are none.
//
//   diag::Findings findings;
//   find_faults(matrix, findings);          // no-accountable, two-accountable, no-responsible, shared-unsplit,
//   unknown-letter
//
// One report for each cause: an activity that is `Shared` is not also reported as having nobody. That nobody is
// responsible is a warning here, because many authors let A imply R. Pure.
#pragma once

#include "diag/finding.h"
#include "draft/matrix.h"

namespace tandem::draft {

void find_faults(const Matrix& matrix, diag::Findings& findings);

}  // namespace tandem::draft
