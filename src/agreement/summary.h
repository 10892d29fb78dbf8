// What an agreement comes to over its horizon, for whoever signs it: how much was looked at, how much of the time
// somebody is there, how long work waits at worst, whose absence hurts, and what both sides let pass.
//
//   const Summary& summary = *compiled.summary;
//   summary.covered;                       // of summary.horizon.during
//   summary.unseen.front().longest;        // of the most urgent priority
//
// Plain values; indices are the policy's.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "agreement/checks/proof_context.h"
#include "proof/response.h"

namespace tandem::agreement {

struct Summary {
  std::shared_ptr<const policy::Policy> policy;  // what was looked at, also where findings keep it from being run
  Horizon horizon;
  std::int64_t classes_of_work =
      0;                     // combinations of the facts that the agreement knows; unknown ones count as one more
  base::Duration covered{};  // the time at which somebody is there for all work that can arrive
  std::vector<proof::LongestUnseen> unseen;  // one for each priority, most urgent first
  struct Needed {
    policy::PersonIndex person{};
    policy::TeamIndex team{};  // whose work would have nobody
    base::Duration length{};
  };
  std::vector<Needed> needed;                     // the longest first
  std::vector<policy::ActivityIndex> unanswered;  // for which one further absence, or none, leaves no name that answers
  std::vector<Exception> exceptions;              // those in force that silence something
};

// Without the policy and the exceptions, which its caller has.
[[nodiscard]] Summary summary_of(const ProofContext& context);

}  // namespace tandem::agreement
