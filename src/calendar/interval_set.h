// Sets of instants as sorted half-open intervals: shifts, gaps, leave.
//
//   IntervalSet covered(shifts);                       // any order, overlapping or touching
//   const IntervalSet gaps = covered.complement(week);
//   gaps.total();
//
// Always sorted, disjoint and not touching, so that equal sets are equal values. Empty intervals, and those that end
// before they begin, hold nothing. Operations cost O(intervals of both); contains O(log n). A value type.
#pragma once

#include <span>
#include <vector>

#include "base/time.h"

namespace tandem::calendar {

class IntervalSet {
 public:
  IntervalSet() = default;
  explicit IntervalSet(base::Interval interval);
  explicit IntervalSet(std::vector<base::Interval> intervals);  // O(n log n) unless they are sorted

  [[nodiscard]] std::span<const base::Interval> intervals() const { return intervals_; }
  [[nodiscard]] bool empty() const { return intervals_.empty(); }
  [[nodiscard]] bool contains(base::Instant at) const;
  [[nodiscard]] base::Duration total() const;

  [[nodiscard]] IntervalSet operator|(const IntervalSet& other) const;
  [[nodiscard]] IntervalSet operator&(const IntervalSet& other) const;
  [[nodiscard]] IntervalSet operator-(const IntervalSet& other) const;
  // What of `range` does not belong to the set.
  [[nodiscard]] IntervalSet complement(base::Interval range) const;
  bool operator==(const IntervalSet&) const = default;

 private:
  std::vector<base::Interval> intervals_;
};

}  // namespace tandem::calendar
