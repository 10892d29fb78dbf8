// Who is on duty: people in order, taking turns of a length from a local start, with overrides. Turns are counted in
// local time, so a weekly hand-over at 09:00 stays at 09:00 when clocks change. People are positions in an order that
// the caller keeps.
//
//   Rotation duty{.zone = zone, .people = 2, .starts = {date, base::hours(9)}, .turn_days = 7};
//   duty.on_duty(now);    // 0 or 1; nothing before it starts
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/time.h"
#include "calendar/zone.h"

namespace tandem::calendar {

struct Rotation {
  struct Override {
    std::uint32_t person = 0;  // position in the order
    base::Interval during;
  };

  Zone zone;
  std::uint32_t people = 0;  // REQUIRES: at least 1
  LocalTime starts;
  std::uint32_t turn_days = 7;        // REQUIRES: at least 1, when turn_hours is 0
  std::uint32_t turn_hours = 0;       // turns shorter than a day are counted in real hours
  std::vector<Override> overrides{};  // the last that holds wins

  // O(overrides). Nothing before the start.
  [[nodiscard]] std::optional<std::uint32_t> on_duty(base::Instant at) const;
};

}  // namespace tandem::calendar
