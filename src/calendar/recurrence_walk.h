// The starts that one recurrence rule gives, in ascending order, as seconds on the clock on the wall. What recurrence.h
// is made of: it knows no zones, exceptions or ends in UTC. Wall-clock seconds ignore clock changes: every day has
// 86,400.
//
// The rule is walked period by period (a year, a week, a minute …). Of each period only the days are listed; times of
// day are counted, so that a rule for every second of a year costs no memory. Periods before the point of interest are
// skipped by arithmetic unless COUNT has to be counted through them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "calendar/recurrence_rule.h"

namespace tandem::calendar {

using WallSeconds = std::int64_t;  // since 1970-01-01T00:00 on the wall

// Fractions of a second are dropped.
[[nodiscard]] WallSeconds wall_seconds(const LocalTime& local);
[[nodiscard]] LocalTime local_time(WallSeconds wall);

// How much work is allowed. A step is about one day or one start looked at: some ten nanoseconds.
class StepBudget {
 public:
  explicit StepBudget(std::size_t steps) : left_(steps) {}
  void spend(std::size_t steps) { left_ -= std::min(left_, steps); }
  [[nodiscard]] bool exhausted() const { return left_ == 0; }
  [[nodiscard]] std::size_t left() const { return left_; }

 private:
  std::size_t left_;
};

class RecurrenceWalk {
 public:
  struct Range {
    WallSeconds start;  // DTSTART: nothing is before it, and the rule takes from it what it does not say itself
    WallSeconds from;   // starts before this one are of no interest
    WallSeconds end;    // nor is this one or what comes after
  };

  // REQUIRES: `rule` outlives the walk. `whole_day`: the series is of dates, times are ignored.
  RecurrenceWalk(const RecurrenceRule& rule, const Range& range, bool whole_day);

  // Nothing at the end, and when the budget is spent. It may give starts before `from`.
  [[nodiscard]] std::optional<WallSeconds> next(StepBudget& budget);

 private:
  [[nodiscard]] bool load(StepBudget& budget);
  [[nodiscard]] std::optional<WallSeconds> load_years(StepBudget& budget);
  [[nodiscard]] std::optional<WallSeconds> load_months(StepBudget& budget);
  [[nodiscard]] std::optional<WallSeconds> load_weeks(StepBudget& budget);
  [[nodiscard]] std::optional<WallSeconds> load_days(StepBudget& budget);
  [[nodiscard]] std::optional<WallSeconds> load_times(StepBudget& budget);
  void skip_ahead(StepBudget& budget);
  void choose_positions();
  [[nodiscard]] bool period_yields_always_the_same() const;
  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] WallSeconds candidate(std::size_t index) const;
  [[nodiscard]] std::size_t first_at_or_after(WallSeconds wall) const;

  const RecurrenceRule& rule_;
  Range range_;
  std::vector<int> hours_, minutes_, seconds_;  // what each base is multiplied with
  WallSeconds unit_ = 0;                        // of sub-daily rules: the length of a period without the interval
  std::int64_t period_ = 0;                     // counted in intervals from the one that contains `start`
  std::int64_t remaining_;                      // of COUNT
  bool ended_ = false;
  bool loaded_ = false;

  // The current period: days or, in sub-daily rules, one hour, minute or second; then BYSETPOS's choice among them.
  std::vector<WallSeconds> bases_;
  std::vector<std::size_t> chosen_;
  std::size_t cursor_ = 0;
  WallSeconds last_ = std::numeric_limits<WallSeconds>::min();
};

}  // namespace tandem::calendar
