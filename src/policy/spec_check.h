// What a Policy relies on in its Spec. A Spec comes from the compiler, which has told the author about every fault, or
// from a test: what is wrong here is our bug.
//
//   ensure_sound(spec);      // throws InternalError that names the condition
#pragma once

#include "policy/spec.h"

namespace tandem::policy {

void ensure_sound(const Spec& spec);

}  // namespace tandem::policy
