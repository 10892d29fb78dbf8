#include "calendar/business_calendar.h"

#include <fmt/format.h>

#include "calendar/open_hours.h"

namespace tandem::calendar {

using base::Duration;
using base::Instant;
using base::Interval;

namespace {

using Days = std::chrono::sys_days;

constexpr Instant kHorizonBegin(Days(std::chrono::year(2010) / 1 / 1).time_since_epoch());
constexpr Instant kHorizonEnd(Days(std::chrono::year(2038) / 1 / 1).time_since_epoch());
constexpr Instant kFirst(Days(std::chrono::year(1) / 1 / 4).time_since_epoch());
constexpr Instant kLast(Days(std::chrono::year(9999) / 12 / 28).time_since_epoch());
constexpr Duration kYear = base::hours(24 * 366);
constexpr Duration kLongestWindow = base::hours(48);
constexpr int kYearsAhead = 10;  // how far next_open looks

Instant clamp(Instant at) {
  return std::clamp(at, kFirst, kLast);
}

base::Result<> check(const BusinessHours& hours) {
  for (const auto& day : hours.windows) {
    for (const DayWindow& window : day) {
      const bool whole =
          window.from % base::seconds(1) == Duration::zero() && window.to % base::seconds(1) == Duration::zero();
      if (window.from < Duration::zero() || window.from >= window.to || window.to > kLongestWindow || !whole) {
        return base::fail(base::ErrorCode::BadInput,
                          fmt::format("opening hours from second {} to second {} of a day: they must start before they "
                                      "end, last at most until the end of the following day and be whole seconds",
                                      window.from / base::seconds(1), window.to / base::seconds(1)));
      }
    }
  }
  if (!std::ranges::all_of(hours.closed, [](Date date) { return date.ok(); })) {
    return base::fail(base::ErrorCode::BadInput, "a closed day of the calendar is not a date that exists");
  }
  return {};
}

// Whether the weekly windows leave no moment of the week closed, Sunday's late ones reaching into Monday.
bool covers_week(const BusinessHours& hours) {
  std::vector<std::pair<Duration, Duration>> windows;
  const Duration day = base::hours(24);
  const Duration week = 7 * day;
  for (int weekday = 0; weekday < 7; ++weekday) {
    for (const DayWindow& window : hours.windows[static_cast<std::size_t>(weekday)]) {
      windows.emplace_back(weekday * day + window.from, weekday * day + window.to);
      windows.emplace_back(weekday * day + window.from - week, weekday * day + window.to - week);
    }
  }
  std::ranges::sort(windows);
  Duration covered{};
  for (const auto& [from, to] : windows) {
    if (from <= covered) covered = std::max(covered, to);
  }
  return covered >= week;
}

}  // namespace

struct BusinessCalendar::Compiled {
  explicit Compiled(BusinessHours given)
      : rule(std::move(given)),
        never(std::ranges::all_of(rule.hours().windows, [](const auto& day) { return day.empty(); })),
        full_week(covers_week(rule.hours())),
        always(full_week && rule.hours().closed.empty() && rule.hours().holidays.empty()) {
    if (!always && !never) horizon = OpenTable(kHorizonBegin, rule.stretches({kHorizonBegin, kHorizonEnd}));
  }

  // The open stretches of a part of time that lies outside of the horizon.
  OpenTable beyond(Interval part) const {
    const Instant from(std::chrono::floor<std::chrono::seconds>(part.from.sys()).time_since_epoch());
    const Instant to(std::chrono::ceil<std::chrono::seconds>(part.to.sys()).time_since_epoch());
    return OpenTable(from, rule.stretches({from, to}));
  }

  // Whether nothing closes it any more: every week is full and the last closed day is over.
  bool open_from_here_on(Instant at) const {
    if (!full_week || !rule.hours().holidays.empty()) return false;
    return rule.hours().closed.empty() ||
           at > Instant(Days(rule.hours().closed.back()).time_since_epoch()) + base::hours(24 * 4);
  }

  // Calls visit(table, part) for the consecutive parts of [from, to) until it returns true: what lies in the horizon
  // is one part, what lies beyond is worked out a year at a time.
  template <class Visit>
  void walk(Instant from, Instant to, Visit visit) const {
    while (from < to) {
      if (from >= kHorizonBegin && from < kHorizonEnd) {
        const Interval part{from, std::min(to, kHorizonEnd)};
        if (visit(horizon, part)) return;
        from = part.to;
      } else {
        const Instant limit = from < kHorizonBegin ? std::min(to, kHorizonBegin) : to;
        const Interval part{from, std::min(limit, from + kYear)};
        if (visit(beyond(part), part)) return;
        from = part.to;
      }
    }
  }

  OpenHours rule;
  bool never;
  bool full_week;
  bool always;
  OpenTable horizon;
};

base::Result<BusinessCalendar> BusinessCalendar::make(BusinessHours hours) {
  TANDEM_TRY_DONE(check(hours));
  std::ranges::sort(hours.closed);
  return BusinessCalendar(std::make_shared<const Compiled>(std::move(hours)));
}

const BusinessHours& BusinessCalendar::hours() const {
  return compiled_->rule.hours();
}

bool BusinessCalendar::is_open(Instant at) const {
  if (compiled_->always || compiled_->never) return compiled_->always;
  if (at >= kHorizonBegin && at < kHorizonEnd) return compiled_->horizon.is_open(at);
  at = clamp(at);
  return compiled_->beyond({at, at + base::seconds(1)}).is_open(at);
}

std::optional<Instant> BusinessCalendar::next_open(Instant at) const {
  if (compiled_->always) return at;
  if (compiled_->never) return std::nullopt;
  if (is_open(at)) return at;
  std::optional<Instant> found;
  at = clamp(at);
  compiled_->walk(at, std::min(kLast, at + kYearsAhead * kYear), [&](const OpenTable& table, Interval part) {
    const auto stretch = table.first_ending_after(part.from);
    if (stretch && stretch->from < part.to) found = std::max(stretch->from, part.from);
    return found.has_value();
  });
  return found;
}

std::optional<Instant> BusinessCalendar::next_close(Instant at) const {
  if (compiled_->always) return std::nullopt;
  if (!is_open(at)) return at;
  std::optional<Instant> found;
  compiled_->walk(clamp(at), kLast, [&](const OpenTable& table, Interval part) {
    if (compiled_->open_from_here_on(part.from)) return true;
    const auto stretch = table.first_ending_after(part.from);
    const bool open = stretch && stretch->from <= part.from;
    if (!open) found = part.from;
    if (open && stretch->to < part.to) found = stretch->to;
    return found.has_value();
  });
  return found;
}

BusinessDuration BusinessCalendar::elapsed(Instant from, Instant to) const {
  if (to <= from || compiled_->never) return {};
  if (compiled_->always) return {to - from};
  Duration sum{};
  compiled_->walk(clamp(from), clamp(to), [&](const OpenTable& table, Interval part) {
    sum += table.open_before(part.to) - table.open_before(part.from);
    return false;
  });
  return {sum};
}

std::optional<Instant> BusinessCalendar::after(Instant from, BusinessDuration amount) const {
  if (amount.open <= Duration::zero()) return from;
  if (compiled_->never) return std::nullopt;
  if (compiled_->always) return amount.open < kLast - from ? std::optional(from + amount.open) : std::nullopt;
  Duration left = amount.open;
  std::optional<Instant> found;
  compiled_->walk(clamp(from), kLast, [&](const OpenTable& table, Interval part) {
    const Duration before = table.open_before(part.from);
    const Duration here = table.open_before(part.to) - before;
    if (left <= here) found = table.reaches(before + left);
    left -= here;
    return found.has_value();
  });
  return found;
}

}  // namespace tandem::calendar
