// What the checks of the compiled agreement are given: the text, the policy made of it, and what is worked out about it
// for the horizon. Borrowed views; everything outlives the checks.
#pragma once

#include "agreement/horizon.h"
#include "agreement/model.h"
#include "policy/policy.h"
#include "proof/analysis.h"

namespace tandem::agreement {

struct ProofContext {
  const Agreement& agreement;
  const source::SourceMap& sources;
  const policy::Policy& policy;
  const proof::Analysis& analysis;
  const Horizon& horizon;
};

}  // namespace tandem::agreement
