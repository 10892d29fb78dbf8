// The tests that travel with an agreement, held against the policy it compiles to.
//
//   for (const ExpectationOutcome& each : try_expectations(agreement, {.policy = *policy, .places = places})) {
//     if (each.holds()) continue;
//     for (const auto& difference : each.differences) print(difference.words);   // "the owner is `desk`, not `soc`"
//     for (const auto& reason : each.trace.reasons()) print(policy::explain(*policy, reason));
//   }
//
// What an expectation leaves open is unknown to the question: no category is `other`, no priority the usual one, no
// load nobody's. Those whom `away` names are on leave at the expectation's own moment and no other. Pure.
// REQUIRES: nothing in the agreement is Wrong.
#pragma once

#include <vector>

#include "agreement/model.h"
#include "agreement/text_places.h"
#include "policy/policy.h"

namespace tandem::agreement {

struct ExpectationContext {
  const policy::Policy& policy;
  TextPlaces places;
};

struct ExpectationOutcome {
  struct Difference {
    source::Range at{};  // the expected word
    std::string words;   // "the owner is `desk`, not `soc`"
  };
  const Expectation* expectation = nullptr;  // never null; of the agreement
  std::size_t position = 0;                  // in `expect`, from 1
  base::Instant at{};
  policy::Answer answer{};
  policy::Trace trace{};
  std::vector<Difference> differences{};
  [[nodiscard]] bool holds() const { return differences.empty(); }
};

// In the order of the text.
[[nodiscard]] std::vector<ExpectationOutcome> try_expectations(const Agreement& agreement,
                                                               const ExpectationContext& context);

}  // namespace tandem::agreement
