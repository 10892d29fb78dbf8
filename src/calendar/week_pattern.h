// Open time that repeats every week, in seconds since the week's beginning, with the sums that make questions cheap.
//
//   const WeekPattern pattern({{0, 3600}});      // the first hour of every week
//   pattern.open_before(1800);                   // 1800
//
// What the week begins with is the caller's: tables count weeks from Monday 00:00 UTC, rules from Monday 00:00 on the
// wall. Immutable value. Questions take constant time for patterns as people write them. Private to calendar/.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace tandem::calendar {

constexpr std::uint32_t kWeekSeconds = 7 * 24 * 3600;

struct WeekStretch {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  bool operator==(const WeekStretch&) const = default;
};

struct SignedStretch {
  std::int64_t from = 0;
  std::int64_t to = 0;
  auto operator<=>(const SignedStretch&) const = default;
};
// Sorted and disjoint, touching ones made one. What begins before the week or ends after it comes in at its other end.
// REQUIRES: from < to; none begins a week or more before the week; none ends more than two weeks after its beginning.
[[nodiscard]] std::vector<WeekStretch> wrapped_into_week(const std::vector<SignedStretch>& stretches);

class WeekPattern {
 public:
  // REQUIRES: sorted, disjoint, not touching, within a week.
  explicit WeekPattern(const std::vector<WeekStretch>& stretches);

  // REQUIRES: `second` lies in the week, for all of these.
  [[nodiscard]] bool is_open(std::uint32_t second) const { return stretches_[position(second)].from <= second; }
  [[nodiscard]] std::uint32_t open_before(std::uint32_t second) const {
    const Entry& entry = stretches_[position(second)];
    return entry.open_before + (second > entry.from ? second - entry.from : 0);
  }
  // Where the stretch of one state, open or closed, that holds the second begins and ends within the week.
  [[nodiscard]] std::uint32_t begin_of_state(std::uint32_t second) const;
  [[nodiscard]] std::uint32_t end_of_state(std::uint32_t second) const;

  [[nodiscard]] std::uint32_t total() const { return stretches_.back().open_before; }
  // The earliest second with so much open time before it. REQUIRES: 0 < amount <= total.
  [[nodiscard]] std::uint32_t earliest_with(std::uint32_t amount) const;
  // The latest second with so much open time before it, which is one that is open. REQUIRES: amount < total.
  [[nodiscard]] std::uint32_t latest_with(std::uint32_t amount) const;
  [[nodiscard]] std::vector<WeekStretch> stretches() const;
  [[nodiscard]] std::size_t memory() const;

 private:
  struct Entry {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint32_t open_before = 0;
  };
  static constexpr unsigned kSlotBits = 12;  // 68 minutes

  // The stretch that holds the second or follows it.
  [[nodiscard]] std::size_t position(std::uint32_t second) const {
    std::size_t i = slots_[second >> kSlotBits];
    while (stretches_[i].to <= second) ++i;
    return i;
  }

  std::vector<Entry> stretches_;  // and an empty one at the week's end, so that there is always one that follows
  std::array<std::uint32_t, (kWeekSeconds >> kSlotBits) + 1> slots_{};
};

}  // namespace tandem::calendar
