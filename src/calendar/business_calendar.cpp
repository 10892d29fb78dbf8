#include "calendar/business_calendar.h"

#include <fmt/format.h>

#include "calendar/compiled_calendar.h"
#include "calendar/date_text.h"

namespace tandem::calendar {

using base::Duration;
using base::Instant;
using base::Interval;

namespace {

constexpr std::size_t kMostWindows = BusinessHours::kMostWindows;
constexpr std::size_t kMostDates = BusinessHours::kMostDates;

std::unexpected<base::Error> bad(std::string what) {
  return base::fail(base::ErrorCode::BadInput, std::move(what));
}

base::Result<> check(const std::vector<DayWindow>& windows, std::string_view what) {
  if (windows.size() > kMostWindows) {
    return bad(
        fmt::format("{}: {} windows on one day are more than the {} there may be", what, windows.size(), kMostWindows));
  }
  for (const DayWindow& window : windows) {
    const bool whole =
        window.from % base::seconds(1) == Duration::zero() && window.to % base::seconds(1) == Duration::zero();
    if (window.from < Duration::zero() || window.from >= window.to || window.to > kLatestWindowEnd || !whole) {
      return bad(
          fmt::format("{} from second {} to second {} of a day: they must start before they end, last at most "
                      "until the end of the following day and be whole seconds",
                      what, window.from / base::seconds(1), window.to / base::seconds(1)));
    }
  }
  return {};
}

base::Result<> check(const std::vector<Date>& dates, std::string_view what) {
  if (dates.size() > kMostDates) {
    return bad(fmt::format("{}: {} dates are more than the {} there may be", what, dates.size(), kMostDates));
  }
  const auto wrong = std::ranges::find_if_not(dates, [](Date date) { return date.ok(); });
  if (wrong != dates.end()) return bad(fmt::format("{}: {} is not a date that exists", what, iso_date(*wrong)));
  return {};
}

base::Result<> check(const std::vector<DayHours>& days, std::string_view what) {
  std::vector<Date> dates;
  for (const DayHours& day : days) {
    dates.push_back(day.date);
    if (day.date.ok()) TANDEM_TRY_DONE(check(day.windows, fmt::format("{} of {}", what, iso_date(day.date))));
  }
  return check(dates, what);
}

base::Result<> check(const BusinessHours& hours) {
  for (const auto& day : hours.windows) TANDEM_TRY_DONE(check(day, "opening hours"));
  TANDEM_TRY_DONE(check(hours.closed, "closed days"));
  TANDEM_TRY_DONE(check(hours.special, "special hours"));
  return check(hours.breaks, "breaks");
}

}  // namespace

base::Result<BusinessCalendar> BusinessCalendar::make(BusinessHours hours) {
  TANDEM_TRY_DONE(check(hours));
  return BusinessCalendar(std::make_shared<const Compiled>(OpenHours(std::move(hours))));
}

BusinessCalendar BusinessCalendar::any_of(const std::vector<BusinessCalendar>& calendars) {
  return Compiled::combined(OpenTable::Operation::Union, calendars);
}

BusinessCalendar BusinessCalendar::all_of(const std::vector<BusinessCalendar>& calendars) {
  return Compiled::combined(OpenTable::Operation::Intersection, calendars);
}

BusinessCalendar BusinessCalendar::without(const BusinessCalendar& open, const BusinessCalendar& closed) {
  return Compiled::combined(OpenTable::Operation::Difference, std::array{open, closed});
}

const BusinessHours* BusinessCalendar::hours() const {
  const OpenHours* rule = compiled_->rule();
  return rule == nullptr ? nullptr : &rule->hours();
}

std::optional<BusinessCalendar::Combined> BusinessCalendar::combined() const {
  const Compiled::Combination* combination = compiled_->combination();
  if (combination == nullptr) return std::nullopt;
  Combined out;
  switch (combination->operation) {
    case OpenTable::Operation::Union: out.operation = Operation::AnyOf; break;
    case OpenTable::Operation::Intersection: out.operation = Operation::AllOf; break;
    case OpenTable::Operation::Difference: out.operation = Operation::Without; break;
  }
  for (const auto& part : combination->parts) out.parts.push_back(BusinessCalendar(part));
  return out;
}

std::size_t BusinessCalendar::memory() const {
  return sizeof(Compiled) + compiled_->horizon().memory();
}

bool BusinessCalendar::is_open(Instant at) const {
  if (Compiled::in_horizon(at)) return compiled_->horizon().is_open(at);
  if (compiled_->constant()) return *compiled_->constant();
  at = std::min(Compiled::clamped(at), Compiled::last() - Duration(1));
  bool open = false;
  compiled_->walk_forward(at, at + Duration(1), [&](const OpenTable& table, Interval part) {
    open = table.is_open(part.from);
    return true;
  });
  return open;
}

std::optional<Instant> BusinessCalendar::next_open(Instant at) const {
  if (is_open(at)) return at;
  if (compiled_->constant()) return std::nullopt;
  std::optional<Instant> found;
  compiled_->walk_forward(Compiled::clamped(at), Compiled::last(), [&](const OpenTable& table, Interval part) {
    const auto open = table.latest_with(table.open_before(part.from), part.from);
    if (open && *open < part.to) found = open;
    return found.has_value();
  });
  return found;
}

std::optional<Instant> BusinessCalendar::next_close(Instant at) const {
  if (!is_open(at)) return at;
  if (compiled_->constant()) return std::nullopt;
  std::optional<Instant> found;
  compiled_->walk_forward(Compiled::clamped(at), Compiled::last(), [&](const OpenTable& table, Interval part) {
    found = table.is_open(part.from) ? table.edge_after(part.from) : part.from;
    if (found && *found >= part.to) found.reset();
    return found.has_value();
  });
  return found;
}

std::optional<Instant> BusinessCalendar::previous_close(Instant at) const {
  if (compiled_->constant()) return *compiled_->constant() ? std::optional(at) : std::nullopt;
  std::optional<Instant> found;
  compiled_->walk_backward(Compiled::first(), Compiled::clamped(at), [&](const OpenTable& table, Interval part) {
    const Duration open = table.open_before(part.to);
    if (open > table.open_before(part.from)) found = table.earliest_with(open, part.to);
    return found.has_value();
  });
  return found;
}

std::optional<Instant> BusinessCalendar::previous_open(Instant at) const {
  if (compiled_->constant()) return std::nullopt;
  const bool open = is_open(at);
  const auto until = open ? std::optional(Compiled::clamped(at)) : previous_close(at);
  if (!until) return std::nullopt;
  std::optional<Instant> found;
  compiled_->walk_backward(Compiled::first(), *until, [&](const OpenTable& table, Interval part) {
    const bool open_just_before = table.is_open(part.to - Duration(1));
    found = open_just_before ? table.edge_before(part.to) : part.to;
    if (found && *found <= part.from) found.reset();
    return found.has_value();
  });
  return found;
}

BusinessDuration BusinessCalendar::elapsed(Instant from, Instant to) const {
  if (Compiled::in_horizon(from) && Compiled::in_horizon(to)) {
    const OpenTable& table = compiled_->horizon();
    return {table.open_before(to) - table.open_before(from)};
  }
  if (to < from) return {-elapsed(to, from).open};
  from = Compiled::clamped(from);
  to = Compiled::clamped(to);
  if (compiled_->constant()) return {*compiled_->constant() ? to - from : Duration::zero()};
  Duration sum{};
  compiled_->walk_forward(from, to, [&](const OpenTable& table, Interval part) {
    sum += table.open_before(part.to) - table.open_before(part.from);
    return false;
  });
  return {sum};
}

std::optional<Instant> BusinessCalendar::after(Instant from, BusinessDuration amount) const {
  if (amount.open <= Duration::zero()) return from;
  if (compiled_->constant() == false) return std::nullopt;
  Duration left = amount.open;
  std::optional<Instant> found;
  compiled_->walk_forward(Compiled::clamped(from), Compiled::last(), [&](const OpenTable& table, Interval part) {
    const Duration before = table.open_before(part.from);
    const Duration here = table.open_before(part.to) - before;
    if (left <= here) found = table.earliest_with(before + left, part.from);
    left -= here;
    return found.has_value();
  });
  return found;
}

std::optional<Instant> BusinessCalendar::before(Instant from, BusinessDuration amount) const {
  if (amount.open <= Duration::zero()) return from;
  if (compiled_->constant() == false) return std::nullopt;
  Duration left = amount.open;
  std::optional<Instant> found;
  compiled_->walk_backward(Compiled::first(), Compiled::clamped(from), [&](const OpenTable& table, Interval part) {
    const Duration until = table.open_before(part.to);
    const Duration here = until - table.open_before(part.from);
    if (left <= here) found = table.latest_with(until - left, part.to);
    left -= here;
    return found.has_value();
  });
  return found;
}

std::vector<Interval> BusinessCalendar::open_within(Interval part) const {
  std::vector<Interval> found;
  compiled_->walk_forward(Compiled::clamped(part.from), Compiled::clamped(part.to),
                          [&](const OpenTable& table, Interval here) {
                            Instant at = here.from;
                            while (at < here.to) {
                              const Instant edge = std::min(table.edge_after(at).value_or(here.to), here.to);
                              const bool touches = !found.empty() && found.back().to == at;
                              if (table.is_open(at) && touches) found.back().to = edge;
                              if (table.is_open(at) && !touches) found.push_back({at, edge});
                              at = edge;
                            }
                            return false;
                          });
  return found;
}

}  // namespace tandem::calendar
