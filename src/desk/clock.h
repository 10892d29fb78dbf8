// A stopwatch with a goal, told of the stretches during which it runs and stands still. The primitive under every
// target, whatever starts and stops it:
//
//   Clock clock({.goal = base::hours(4), .at = opened});
//   clock.run(Measure(office), opened, paused);
//   clock.pause(paused, now);
//   clock.elapsed();                              // open time of `office` between the two instants
//   clock.reached();                              // when four hours were used up, if they were
//
// A measure says what counts: all time, or the time in which a calendar is open; it may differ from stretch to stretch.
// Exact to the microsecond: cutting a stretch in two changes nothing, and neither does a pause that ends as it begins.
// Pure values, no allocation; a stretch costs one or two questions to its calendar.
#pragma once

#include <optional>

#include "base/time.h"
#include "calendar/business_calendar.h"

namespace tandem::desk {

class Measure {
 public:
  Measure() = default;  // real time
  // Time in which the calendar is open. The calendar outlives this.
  explicit Measure(const calendar::BusinessCalendar& calendar) : calendar_(&calendar) {}

  // Zero when to <= from.
  [[nodiscard]] base::Duration between(base::Instant from, base::Instant to) const;
  // The earliest instant at or after `from` at which `between(from, it)` reaches `amount`; `from` itself for nothing or
  // less. Nothing when the calendar never opens for so long.
  [[nodiscard]] std::optional<base::Instant> after(base::Instant from, base::Duration amount) const;
  [[nodiscard]] bool is_real_time() const { return calendar_ == nullptr; }
  bool operator==(const Measure&) const = default;  // the same calendar, not an equal one

 private:
  const calendar::BusinessCalendar* calendar_ = nullptr;
};

class Clock {
 public:
  struct Start {
    base::Duration goal{};
    base::Instant at;
  };
  explicit Clock(Start start) : goal_(start.goal) {
    if (goal_ <= base::Duration::zero()) reached_ = start.at;
  }

  // REQUIRES of both: stretches come in the order of time and do not overlap. An empty one is nothing.
  void run(const Measure& measure, base::Instant from, base::Instant to);
  void pause(base::Instant from, base::Instant to) {
    if (from < to) paused_ = paused_ + (to - from);
  }

  [[nodiscard]] base::Duration goal() const { return goal_; }
  [[nodiscard]] base::Duration elapsed() const { return elapsed_; }
  [[nodiscard]] base::Duration remaining() const { return goal_ - elapsed_; }  // negative when late
  [[nodiscard]] base::Duration paused() const { return paused_; }              // real time
  // The earliest instant at which elapsed() was the goal; nothing while some remains.
  [[nodiscard]] std::optional<base::Instant> reached() const { return reached_; }
  // When the goal is or was reached if the clock runs by `measure` from `now` on, the end of the last stretch.
  [[nodiscard]] std::optional<base::Instant> due(const Measure& measure, base::Instant now) const {
    return reached_ ? reached_ : measure.after(now, remaining());
  }

 private:
  base::Duration goal_;
  base::Duration elapsed_{};
  base::Duration paused_{};
  std::optional<base::Instant> reached_;
};

}  // namespace tandem::desk
