// A zone made ready for questions: every stretch of constant offset in the order of time, with the rule worked out for
// the 400 years after the last recorded change. The Gregorian calendar repeats itself after 400 years to the weekday,
// so that those stand for all that follow.
//
//   const ZoneTable table("Europe/Berlin", record);
//   table.offset_at(now);     // about 5 ns
//
// Immutable; thread-safe. About 20 KB for a zone with daylight time. Private to calendar/; callers use Zone.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/time.h"
#include "calendar/zone.h"
#include "calendar/zone_file.h"

namespace tandem::calendar {

class ZoneTable {
 public:
  ZoneTable(std::string name, const ZoneRecord& record);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] base::Duration offset_at(base::Instant at) const { return offsets_[position_at(at)]; }
  [[nodiscard]] const LocalTimeType& type_at(base::Instant at) const { return types_[kinds_[position_at(at)]]; }
  // The earliest instant at which the wall clock shows `local`, microseconds since 1970, or anything later.
  [[nodiscard]] base::Instant first_showing(base::Duration local) const;
  [[nodiscard]] std::vector<Transition> transitions(base::Interval during) const;

 private:
  void add(std::int64_t at_second, std::size_t type);
  void add_rule(const ZoneRecord& record);
  void finish();
  // REQUIRES: an instant before the end of the cycle.
  [[nodiscard]] std::size_t position(std::int64_t at) const;
  [[nodiscard]] std::size_t position_at(base::Instant at) const;
  // How much to take off an instant (or local time) to bring it into the years that are worked out.
  [[nodiscard]] std::int64_t beyond_cycle(std::int64_t at) const;

  std::string name_;
  std::vector<LocalTimeType> types_;
  // One of each for every stretch; microseconds since 1970.
  std::vector<std::int64_t> begins_;     // of the stretch; the first begins before all time. One more: the end of time
  std::vector<std::int64_t> shown_;      // the wall clock has shown all before this by the end of the stretch
  std::vector<base::Duration> offsets_;  // during the stretch
  std::vector<std::uint16_t> kinds_;     // position in types_
  std::vector<std::uint32_t> slots_;     // the stretch that holds the beginning of each slot of time
  std::int64_t slots_begin_ = 0;
  std::int64_t cycle_begin_ = std::numeric_limits<std::int64_t>::max();  // the 400 years that repeat, where a rule is
  std::int64_t cycle_end_ = std::numeric_limits<std::int64_t>::max();
};

}  // namespace tandem::calendar
