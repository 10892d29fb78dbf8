// One layer on the line of instants: whose turn it is, and the stretches of time in which it has somebody. Private to
// calendar/.
//
//   const LayerTurns turns(layer, zone);
//   turns.person_at(now);                               // nobody outside of its windows, its start and its end
//   LayerStretches walk(turns, year.from);
//   while (walk.advance(year.to)) walk.stretch()…       // in order, disjoint
//
// Immutable; thread-safe. A LayerStretches refers to its LayerTurns.
#pragma once

#include "calendar/duty.h"
#include "calendar/rotation_turns.h"

namespace tandem::calendar {

class LayerTurns {
 public:
  // REQUIRES: a layer that check() found sound.
  LayerTurns(const DutyLayer& layer, const Zone& zone);

  // O(windows of three days), no allocation.
  [[nodiscard]] std::optional<std::int64_t> turn_at(base::Instant at) const;
  [[nodiscard]] std::uint32_t person(std::int64_t turn) const { return person_behind(turn, 0); }
  // Who is `steps` places behind the turn's own in the order.
  [[nodiscard]] std::uint32_t person_behind(std::int64_t turn, std::size_t steps) const {
    return order_[(static_cast<std::size_t>(turn) + steps) % order_.size()];
  }
  [[nodiscard]] std::size_t people() const { return order_.size(); }
  [[nodiscard]] base::Interval life() const { return life_; }

 private:
  friend class LayerStretches;
  // A window of the week on a day of the calendar.
  struct Opening {
    std::chrono::days day;
    DayWindow window;
  };
  [[nodiscard]] base::Instant instant(LocalMoment local) const;
  [[nodiscard]] std::optional<Opening> opening_at(base::Instant at, LocalMoment local) const;
  [[nodiscard]] std::int64_t turn_by_hand_over(base::Instant at, LocalMoment local) const;

  Zone zone_;
  TurnCount count_;
  std::vector<std::uint32_t> order_;
  WeekWindows windows_;  // sorted, disjoint and not touching within a day; empty where it is not restricted
  bool restricted_;
  bool hourly_;
  bool constant_;  // one person without a break
  base::Interval life_;
};

class LayerStretches {
 public:
  struct Stretch {
    base::Interval during;  // not empty
    std::int64_t turn = 0;
  };
  // Those that end after `from`. It begins in front of the first, with one that is empty and ends there.
  LayerStretches(const LayerTurns& turns, base::Instant from);
  // Goes to the next one; false, and it stays where it is, when none begins before `limit`. O(1).
  [[nodiscard]] bool advance(base::Instant limit);
  [[nodiscard]] const Stretch& stretch() const { return stretch_; }

 private:
  [[nodiscard]] bool find_turn(base::Instant limit);
  [[nodiscard]] bool find_part(base::Instant limit);
  [[nodiscard]] base::Instant instant(LocalMoment local);
  void next_window();

  const LayerTurns* turns_;
  base::Instant from_;
  Stretch stretch_;
  Stretch next_;
  bool found_next_ = false;  // it begins at or after the limit of that time
  // Without windows: the turn that comes next.
  std::int64_t turn_ = 0;
  // With windows: what is left of the window, and where in the week it is.
  std::chrono::days day_{};
  std::size_t window_ = 0;
  LocalMoment at_{};
  LocalMoment last_local_{};
  base::Instant last_instant_;
};

}  // namespace tandem::calendar
