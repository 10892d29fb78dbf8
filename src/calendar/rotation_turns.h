// The turns of one layer, in the local time of its zone: which turn a local moment falls into and when a turn begins.
// Knows no zone and no people. Private to calendar/.
//
//   const TurnCount count(layer);
//   count.hand_over(count.turn_at(moment)) <= moment         // from the first hand-over on
//
// All answers are O(1). The meaning of turns is told in rotation_rule.h.
#pragma once

#include <array>

#include "calendar/rotation_rule.h"

namespace tandem::calendar {

class TurnCount {
 public:
  // REQUIRES: a layer that check() found sound.
  explicit TurnCount(const DutyLayer& layer);
  // Before the first hand-over it is turn 0 as well.
  [[nodiscard]] std::int64_t turn_at(LocalMoment at) const;
  // When the turn begins. REQUIRES: turn >= 0.
  [[nodiscard]] LocalMoment hand_over(std::int64_t turn) const;
  // The first hand-over inside of (from, to), where the person changes; `to` when there is none. [from, to) is a part
  // of a window of `day`.
  [[nodiscard]] LocalMoment next_cut(std::chrono::days day, LocalMoment from, LocalMoment to) const;

 private:
  [[nodiscard]] base::Duration hand_over_time(std::chrono::days day) const;
  [[nodiscard]] std::int64_t months_at(LocalMoment at) const;
  // Of the days with windows, how many are counted before the day; and the day that has so many before it.
  [[nodiscard]] std::int64_t worked_before(std::chrono::days day) const;
  [[nodiscard]] std::chrono::days worked_day(std::int64_t number) const;
  void count_worked_days(const DutyLayer& layer);

  enum class Way : std::uint8_t { Steps, WorkedDays, Months };
  Way way_;
  bool hourly_;
  LocalMoment start_;
  base::Duration step_{};  // Steps: the length of a turn
  std::uint32_t count_;
  Date start_date_;
  // Worked days, by weekday from that of first_counted_.
  std::chrono::days first_counted_{};
  std::array<bool, 7> worked_{};
  std::array<bool, 7> over_before_hand_over_{};
  std::array<std::uint8_t, 8> worked_in_first_{};  // of so many days of the week
  std::array<std::uint8_t, 7> offset_of_{};        // of the n-th worked day of the week
};

}  // namespace tandem::calendar
