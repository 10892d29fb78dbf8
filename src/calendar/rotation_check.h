// What a Rotation asks of its rule. Private to calendar/.
#pragma once

#include "base/error.h"
#include "calendar/rotation_rule.h"

namespace tandem::calendar {

// BadInput, in words for whoever wrote the rule.
[[nodiscard]] base::Result<> check(const RotationRule& rule);

}  // namespace tandem::calendar
