// The zones of an agreement that was bound: their names are known to exist.
#pragma once

#include "agreement/located.h"
#include "base/check.h"
#include "calendar/zone.h"

namespace tandem::agreement {

[[nodiscard]] inline calendar::Zone zone_named(const std::string& name) {
  auto zone = calendar::Zone::find(name);
  TANDEM_ENSURE(zone.has_value());
  return *zone;
}

// The zone that a part of the agreement names for itself, or else the one around it.
[[nodiscard]] inline calendar::Zone zone_of(const Field<std::string>& own, const calendar::Zone& around) {
  return own.good() ? zone_named(own.value) : around;
}

}  // namespace tandem::agreement
