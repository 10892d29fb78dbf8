// The register of VIPs, as the API tells it.
#pragma once

#include <string>

#include "app/vips.h"

namespace tandem::wire {

[[nodiscard]] std::string encode(const app::VipRecord& vip);
[[nodiscard]] std::string encode(const app::VipRegister& vips);

}  // namespace tandem::wire
