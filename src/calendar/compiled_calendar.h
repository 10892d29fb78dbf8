// What a BusinessCalendar points to: where its open time comes from, and the table of it for the years that matter.
// Walks any part of time, in either direction, table by table. Immutable; thread-safe. Private to calendar/.
#pragma once

#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "base/time.h"
#include "calendar/business_calendar.h"
#include "calendar/open_hours.h"
#include "calendar/open_table.h"

namespace tandem::calendar {

class BusinessCalendar::Compiled {
 public:
  struct Combination {
    OpenTable::Operation operation;
    std::vector<std::shared_ptr<const Compiled>> parts;  // a difference has two
  };

  [[nodiscard]] static BusinessCalendar combined(OpenTable::Operation operation,
                                                 std::span<const BusinessCalendar> calendars);
  explicit Compiled(OpenHours rule);
  explicit Compiled(Combination combination);

  [[nodiscard]] static constexpr base::Instant clamped(base::Instant at) { return std::clamp(at, kFirst, kLast); }
  [[nodiscard]] static constexpr bool in_horizon(base::Instant at) { return at >= kHorizonBegin && at < kHorizonEnd; }
  static constexpr base::Instant first() { return kFirst; }
  static constexpr base::Instant last() { return kLast; }

  [[nodiscard]] const OpenHours* rule() const { return std::get_if<OpenHours>(&source_); }
  [[nodiscard]] const Combination* combination() const { return std::get_if<Combination>(&source_); }
  [[nodiscard]] const OpenTable& horizon() const { return horizon_; }
  // Open at all times, or never; nothing when it is both.
  [[nodiscard]] std::optional<bool> constant() const { return constant_; }

  // Calls visit(table, part) for the consecutive parts of [from, to) until it returns true. REQUIRES: clamped instants.
  template <class Visit>
  void walk_forward(base::Instant from, base::Instant to, Visit visit) const {
    base::Duration step = kFirstStep;
    while (from < to) {
      if (in_horizon(from)) {
        const base::Interval part{from, std::min(to, kHorizonEnd)};
        if (visit(horizon_, part)) return;
        from = part.to;
      } else {
        const base::Instant limit = from < kHorizonBegin ? std::min(to, kHorizonBegin) : to;
        const base::Interval part{from, std::min(limit, from + step)};
        if (visit(beyond(part), part)) return;
        from = part.to;
        step = std::min(step * kStepGrowth, kLongestStep);
      }
    }
  }
  // The same from the end to the beginning.
  template <class Visit>
  void walk_backward(base::Instant from, base::Instant to, Visit visit) const {
    base::Duration step = kFirstStep;
    while (from < to) {
      if (to > kHorizonBegin && to <= kHorizonEnd) {
        const base::Interval part{std::max(from, kHorizonBegin), to};
        if (visit(horizon_, part)) return;
        to = part.from;
      } else {
        const base::Instant limit = to > kHorizonEnd ? std::max(from, kHorizonEnd) : from;
        const base::Interval part{std::max(limit, to - step), to};
        if (visit(beyond(part), part)) return;
        to = part.from;
        step = std::min(step * kStepGrowth, kLongestStep);
      }
    }
  }

 private:
  using Days = std::chrono::sys_days;
  // Mondays, so that tables count whole weeks.
  static constexpr base::Instant kHorizonBegin =
      base::Instant(Days(std::chrono::year(1969) / 12 / 29).time_since_epoch());
  static constexpr base::Instant kHorizonEnd = base::Instant(Days(std::chrono::year(2101) / 1 / 3).time_since_epoch());
  static constexpr base::Instant kFirst = kFirstInstant;
  static constexpr base::Instant kLast = kLastInstant;
  // Answers mostly lie near: the first look beyond the horizon is a short one.
  static constexpr base::Duration kFirstStep = base::hours(24 * 366);
  static constexpr int kStepGrowth = 10;
  static constexpr base::Duration kLongestStep = base::hours(24 * 366 * 100);

  // REQUIRES: whole weeks, as OpenTable::Builder.
  [[nodiscard]] OpenTable table(base::Interval weeks) const;
  // A table that holds the part.
  [[nodiscard]] OpenTable beyond(base::Interval part) const;
  [[nodiscard]] std::optional<bool> find_constant() const;

  std::variant<OpenHours, Combination> source_;
  OpenTable horizon_;
  std::optional<bool> constant_;
};

}  // namespace tandem::calendar
