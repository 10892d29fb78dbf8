#include "calendar/recurrence.h"

#include "calendar/excerpt.h"
#include "calendar/recurrence_walk.h"

namespace tandem::calendar {
namespace {

// Offsets from UTC are less than a day; two days also cover a start that clocks leap over.
constexpr base::Duration kZoneMargin = base::hours(48);

LocalTime days_later(const LocalTime& from, std::int32_t days) {
  return {Date(std::chrono::sys_days(from.date) + std::chrono::days(days)), from.time_of_day};
}

bool touches(const base::Interval& during, const base::Interval& window) {
  if (during.from == during.to) return window.contains(during.from);
  return during.from < window.to && window.from < during.to;
}

// Lists one series within one window.
class Listing {
 public:
  Listing(const Series& series, base::Interval window, const RecurrenceLimits& limits)
      : series_(series), limits_(limits), budget_(limits.steps) {
    window_ = {std::clamp(window.from, kFirstInstant, kLastInstant),
               std::clamp(window.to, kFirstInstant, kLastInstant)};
  }

  [[nodiscard]] std::size_t spent() const { return limits_.steps - budget_.left(); }

  base::Result<std::vector<Occurrence>> list() {
    if (window_.to <= window_.from) return std::vector<Occurrence>{};
    if (series_.rules.empty()) TANDEM_TRY_DONE(add(series_.start, series_.length));
    for (const RecurrenceRule& rule : series_.rules) {
      TANDEM_TRY_DONE(each_start(rule, [&](const LocalTime& start) { return add(start, series_.length); }));
    }
    for (const Series::Addition& each : series_.additions) {
      TANDEM_TRY_DONE(add(each.start, series_.clock.to_local(each.start), each.length.value_or(series_.length)));
    }
    TANDEM_TRY_DONE(remove_exceptions());
    // An addition with a length of its own, added last, is preferred to the same start without.
    std::ranges::reverse(found_);
    std::ranges::stable_sort(found_, {}, [](const Occurrence& one) { return one.during.from; });
    const auto doubled = std::ranges::unique(found_, {}, [](const Occurrence& one) { return one.during.from; });
    found_.erase(doubled.begin(), doubled.end());
    return std::move(found_);
  }

 private:
  // The occurrences that can share time with the window start in this range.
  [[nodiscard]] RecurrenceWalk::Range range() const {
    const base::Duration reach = base::hours(24) * series_.length.days + series_.length.exact + kZoneMargin;
    const base::Instant from = window_.from - kFirstInstant < reach ? kFirstInstant : window_.from - reach;
    const auto wall = [](base::Instant at) { return at.unix_us() / 1'000'000; };
    return {wall_seconds(series_.start), wall(from), wall(window_.to + kZoneMargin)};
  }

  template <class Take>
  base::Result<> each_start(const RecurrenceRule& rule, Take take) {
    if (series_.whole_day && rule.frequency < Frequency::Daily) {
      return refuse(rule, "repeats within a day, but its start is a date without a time");
    }
    RecurrenceWalk walk(rule, range(), series_.whole_day);
    while (const auto start = walk.next(budget_)) {
      const LocalTime local = local_time(*start);
      if (!is_allowed(rule, local)) break;
      TANDEM_TRY_DONE(take(local));
    }
    if (budget_.exhausted()) {
      return refuse(rule, fmt::format("takes more than {} steps to expand", limits_.steps));
    }
    return {};
  }

  static std::unexpected<base::Error> refuse(const RecurrenceRule& rule, std::string_view reason) {
    return base::fail(base::ErrorCode::BadInput, fmt::format("recurrence rule `{}` {}", excerpt(rule.text), reason));
  }

  // Whether UNTIL lets a start pass. A date lets its whole day pass; for a series of dates a time in UTC means the date
  // it has on the series' clock.
  [[nodiscard]] bool is_allowed(const RecurrenceRule& rule, const LocalTime& start) const {
    if (!rule.until) return true;
    const CivilTime& until = *rule.until;
    const base::Instant utc = WallClock::utc().to_instant(until.at);
    if (until.kind == CivilTime::Kind::Utc && !series_.whole_day) return series_.clock.to_instant(start) <= utc;
    const LocalTime local = until.kind == CivilTime::Kind::Utc ? series_.clock.to_local(utc) : until.at;
    if (series_.whole_day || until.kind == CivilTime::Kind::WholeDay) return start.date <= local.date;
    return wall_seconds(start) <= wall_seconds(local);
  }

  base::Result<> add(const LocalTime& start, const EventLength& length) {
    return add(series_.clock.to_instant(start), start, length);
  }

  base::Result<> add(base::Instant at, const LocalTime& start, const EventLength& length) {
    if (at >= window_.to) return {};
    const base::Instant nominal = length.days == 0 ? at : series_.clock.to_instant(days_later(start, length.days));
    const base::Interval during{at, std::max(at, nominal + length.exact)};
    if (!touches(during, window_)) return {};
    if (found_.size() >= limits_.occurrences) {
      return base::fail(base::ErrorCode::BadInput,
                        fmt::format("has more than {} occurrences in the time asked for", limits_.occurrences));
    }
    const LocalTime end = series_.whole_day ? days_later(start, length.days) : series_.clock.to_local(during.to);
    found_.push_back({start, end, during});
    return {};
  }

  base::Result<> remove_exceptions() {
    std::vector<base::Instant> removed = series_.exceptions;
    for (const RecurrenceRule& rule : series_.exception_rules) {
      TANDEM_TRY_DONE(each_start(rule, [&](const LocalTime& start) -> base::Result<> {
        removed.push_back(series_.clock.to_instant(start));
        return {};
      }));
    }
    std::vector<Date> days = series_.exception_days;
    std::ranges::sort(removed);
    std::ranges::sort(days);
    std::erase_if(found_, [&](const Occurrence& one) {
      return std::ranges::binary_search(removed, one.during.from) || std::ranges::binary_search(days, one.start.date);
    });
    return {};
  }

  const Series& series_;
  RecurrenceLimits limits_;
  base::Interval window_;
  StepBudget budget_;
  std::vector<Occurrence> found_;
};

}  // namespace

base::Result<std::vector<Occurrence>> occurrences(const Series& series, base::Interval window,
                                                  const RecurrenceLimits& limits, std::size_t* spent) {
  Listing listing(series, window, limits);
  auto found = listing.list();
  if (spent != nullptr) *spent += listing.spent();
  return found;
}

}  // namespace tandem::calendar
