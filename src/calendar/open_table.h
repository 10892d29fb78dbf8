// Open time over a part of time, worked out: spans, each of which follows one weekly pattern in UTC. Offices keep the
// same hours week after week, so that a span ends where clocks change, where a holiday is, and nowhere else. Questions
// take a look at an index, a span and its pattern.
//
//   OpenTable::Builder builder(part);
//   builder.add(0, builder.pattern({{0, 3600}}));
//   const OpenTable table = std::move(builder).finish();
//   table.open_before(at);                                  // REQUIRES, as all questions: part.from <= at <= part.to
//
// All edges lie on whole seconds; instants between them are exact to the microsecond. Immutable; thread-safe. 16 bytes
// a span and half a kilobyte a pattern. Private to calendar/.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "base/time.h"
#include "calendar/week_pattern.h"

namespace tandem::calendar {

class OpenTable {
 public:
  enum class Operation { Union, Intersection, Difference };

  class Builder;
  // What the operation leaves of both. REQUIRES: tables over the same part of time. O(spans of both).
  [[nodiscard]] static OpenTable combined(Operation operation, const OpenTable& a, const OpenTable& b);

  [[nodiscard]] base::Interval part() const { return {origin_, origin_ + base::seconds(length_)}; }
  [[nodiscard]] bool is_open(base::Instant at) const;
  // Open time between the table's beginning and `at`.
  [[nodiscard]] base::Duration open_before(base::Instant at) const;
  // The earliest instant with `amount` of open time before it; quick when that lies near `near`.
  // REQUIRES: 0 < amount <= all there is.
  [[nodiscard]] base::Instant earliest_with(base::Duration amount, base::Instant near) const;
  // The latest instant with no more than `amount` of open time before it, which is one that is open. Nothing when
  // there is no more than that.
  [[nodiscard]] std::optional<base::Instant> latest_with(base::Duration amount, base::Instant near) const;
  // The first instant after `at` at which it is open and was not, or the other way round. REQUIRES: at < part.to.
  [[nodiscard]] std::optional<base::Instant> edge_after(base::Instant at) const;
  // The last such instant before `at`. REQUIRES: part.from < at.
  [[nodiscard]] std::optional<base::Instant> edge_before(base::Instant at) const;
  // Open or closed from beginning to end; nothing when it is both.
  [[nodiscard]] std::optional<bool> constant() const;
  [[nodiscard]] std::size_t memory() const;  // bytes

 private:
  struct Span {
    std::uint32_t begin = 0;        // seconds since the origin
    std::uint32_t open_before = 0;  // open seconds between the origin and `begin`
    // What to add to the pattern's own sum since the origin; counts modulo 2^32, as the sums do.
    std::uint32_t base = 0;
    std::uint32_t pattern = 0;
  };
  struct Second {
    std::uint32_t whole = 0;
    std::int64_t rest = 0;  // microseconds
  };
  // Patterns 0 and 1 are the constant ones.
  static constexpr std::uint32_t kClosed = 0;
  static constexpr std::uint32_t kOpen = 1;
  static constexpr unsigned kSlotBits = 21;  // 24 days

  [[nodiscard]] Second second_of(base::Instant at) const;
  [[nodiscard]] base::Instant instant_of(std::uint32_t second) const { return origin_ + base::seconds(second); }
  [[nodiscard]] std::size_t span_of(std::uint32_t second) const;
  [[nodiscard]] std::uint32_t end_of(std::size_t span) const;
  [[nodiscard]] bool is_open_during(std::size_t span, std::uint32_t second) const;
  [[nodiscard]] std::uint32_t pattern_sum(std::uint32_t pattern, std::uint32_t second) const;
  // The last span that `comes_before` holds for, looked for around `near`. REQUIRES: it holds for the first one.
  template <class Predicate>
  [[nodiscard]] std::size_t last_span_where(std::size_t near, Predicate comes_before) const;

  base::Instant origin_;  // a Monday, 00:00 UTC
  std::uint32_t length_ = 0;
  std::vector<Span> spans_;
  std::vector<std::uint32_t> slots_;  // the span that holds the beginning of each slot of time
  std::vector<WeekPattern> patterns_;
};

class OpenTable::Builder {
 public:
  // REQUIRES: begins on a Monday at 00:00 UTC, ends on a whole second, at most 135 years long.
  explicit Builder(base::Interval part);
  // The number of the pattern that is open then. REQUIRES: as WeekPattern.
  std::uint32_t pattern(const std::vector<WeekStretch>& stretches);
  static constexpr std::uint32_t closed() { return kClosed; }
  static constexpr std::uint32_t open() { return kOpen; }
  // From a second since the part's beginning on, until the next one, the pattern holds. What lies outside of the part
  // is cut off. REQUIRES: none lies before the one added last; the first lies at 0 or before.
  void add(std::int64_t second, std::uint32_t pattern);
  [[nodiscard]] OpenTable finish() &&;

 private:
  OpenTable table_;
};

}  // namespace tandem::calendar
