// How the teams keep up, as JSON.
#pragma once

#include <string>

#include "app/outlook.h"

namespace tandem::wire {

[[nodiscard]] std::string encode(const app::OutlookView& view);

}  // namespace tandem::wire
