// The meaning of an agreement written down a second time, slowly and plainly: every rule in order, every member, no
// index, no trace. Policy::evaluate must give the same answer for every question; tests compare them, and whoever
// doubts an answer reads here what it should be.
//
//   CHECK(policy.evaluate(facts, at) == evaluate_plainly(policy.spec(), facts, at));
#pragma once

#include "policy/policy.h"

namespace tandem::policy {

[[nodiscard]] Answer evaluate_plainly(const Spec& spec, const Facts& facts, base::Instant at);

}  // namespace tandem::policy
