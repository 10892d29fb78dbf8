// The small agreement of the language page as a Spec, for tests and measurements.
#pragma once

#include "policy/policy.h"

namespace tandem::policy {

[[nodiscard]] Spec example_spec();

}  // namespace tandem::policy
