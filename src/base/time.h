// Instants and durations. An Instant is a point on the UTC line in whole microseconds since 1970 and knows no time
// zone; local times live in calendar/. A Duration is elapsed real time: a 25-hour day is 25 hours long. Business
// time is a different type (calendar::BusinessDuration), so that the two cannot be added by accident.
//
//   const Instant now = clock.now();
//   const Instant due = now + minutes(15);
//
// now() comes from a Clock that is passed in; only base/clock.cpp reads the machine's.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tandem::base {

using Duration = std::chrono::duration<std::int64_t, std::micro>;

constexpr Duration seconds(std::int64_t n) {
  return std::chrono::seconds(n);
}
constexpr Duration minutes(std::int64_t n) {
  return std::chrono::minutes(n);
}
constexpr Duration hours(std::int64_t n) {
  return std::chrono::hours(n);
}

class Instant {
 public:
  constexpr Instant() = default;  // 1970-01-01T00:00:00Z
  constexpr explicit Instant(Duration since_epoch) : since_epoch_(since_epoch) {}
  [[nodiscard]] static constexpr Instant from_unix_us(std::int64_t us) { return Instant(Duration(us)); }
  [[nodiscard]] static constexpr Instant from_unix_s(std::int64_t s) { return Instant(seconds(s)); }
  [[nodiscard]] constexpr std::int64_t unix_us() const { return since_epoch_.count(); }
  [[nodiscard]] constexpr std::int64_t unix_ms() const {
    return std::chrono::floor<std::chrono::milliseconds>(since_epoch_).count();
  }
  // For interoperation with std::chrono.
  [[nodiscard]] constexpr std::chrono::sys_time<Duration> sys() const {
    return std::chrono::sys_time<Duration>(since_epoch_);
  }
  auto operator<=>(const Instant&) const = default;
  friend constexpr Instant operator+(Instant at, Duration by) { return Instant(at.since_epoch_ + by); }
  friend constexpr Instant operator-(Instant at, Duration by) { return Instant(at.since_epoch_ - by); }
  friend constexpr Duration operator-(Instant a, Instant b) { return a.since_epoch_ - b.since_epoch_; }

 private:
  Duration since_epoch_{};
};

// Half-open: contains from, not to.
struct Interval {
  Instant from;
  Instant to;
  auto operator<=>(const Interval&) const = default;
  [[nodiscard]] constexpr bool contains(Instant at) const { return from <= at && at < to; }
};

// RFC 3339 in UTC, with as many fractional digits as are needed (none, 3 or 6): "2026-10-05T14:00:00Z".
// REQUIRES: the year is between 0 and 9999.
[[nodiscard]] std::string to_rfc3339(Instant at);
// Accepts any RFC 3339 offset and up to 6 fractional digits; nothing else.
[[nodiscard]] std::optional<Instant> parse_rfc3339(std::string_view text);

class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant now() const = 0;  // thread-safe
};

// The machine's clock. Made once in main/ and passed down.
[[nodiscard]] std::unique_ptr<Clock> make_system_clock();

// A clock that stands still until it is told to move. For tests and replays; thread-safe.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(Instant start) : us_(start.unix_us()) {}
  [[nodiscard]] Instant now() const override { return Instant::from_unix_us(us_.load()); }
  void set(Instant at) { us_.store(at.unix_us()); }
  void advance(Duration by) { us_.fetch_add(by.count()); }

 private:
  std::atomic<std::int64_t> us_;
};

}  // namespace tandem::base
