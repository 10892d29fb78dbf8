// The clock on a wall, as calendars of others need it: a zone of the IANA database, or a list of offsets that a feed
// brought along. It keeps the rules of Zone: a local time that does not exist is the instant of the jump, one that
// occurs twice its first occurrence.
//
//   const WallClock berlin(*Zone::find("Europe/Berlin"));
//   const WallClock own(base::hours(1), {{summer_begins, base::hours(2)}, {summer_ends, base::hours(1)}});
//
// A value, cheap to copy; thread-safe.
#pragma once

#include <memory>
#include <variant>
#include <vector>

#include "base/time.h"
#include "calendar/zone.h"

namespace tandem::calendar {

class WallClock {
 public:
  struct Change {
    base::Instant at;
    base::Duration offset{};  // east of UTC, from `at` on
  };

  explicit WallClock(const Zone& zone) : rule_(zone) {}
  // REQUIRES: `changes` ascend by instant.
  WallClock(base::Duration first_offset, std::vector<Change> changes);
  [[nodiscard]] static WallClock utc() { return {base::Duration{}, {}}; }

  [[nodiscard]] base::Instant to_instant(const LocalTime& local) const;
  [[nodiscard]] LocalTime to_local(base::Instant at) const;

 private:
  struct Offsets {
    base::Duration first;
    std::vector<Change> changes;
  };
  std::variant<Zone, std::shared_ptr<const Offsets>> rule_;
};

}  // namespace tandem::calendar
