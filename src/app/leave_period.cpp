#include "app/leave_period.h"

#include <optional>

namespace tandem::app {
namespace {

using calendar::Date;
using calendar::LocalTime;
using calendar::Zone;

constexpr int kFirstYear = 1970;
constexpr int kLastYear = 2199;
constexpr base::Duration kDay = base::hours(24);

bool is_in_range(const Date& date) {
  const int year = static_cast<int>(date.year());
  return year >= kFirstYear && year <= kLastYear;
}

std::string day_text(const Date& date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::optional<base::Instant> read_edge(std::string_view text, PeriodEdge edge, const Zone& zone) {
  if (const auto day = calendar::parse_date(text); day && is_in_range(*day))
    return zone.to_instant(*day, edge == PeriodEdge::From ? base::Duration{} : kDay);
  if (const auto time = calendar::parse_local_time(text); time && is_in_range(time->date))
    return zone.to_instant(time->date, time->time_of_day);
  if (const auto instant = base::parse_rfc3339(text); instant && is_in_range(zone.to_local(*instant).date))
    return *instant;
  return std::nullopt;
}

std::unexpected<PeriodProblem> problem(PeriodEdge edge, std::string message) {
  return std::unexpected(PeriodProblem{.edge = edge, .message = std::move(message)});
}

// Two years later on the local calendar; from February 29 to March 1.
base::Instant latest_end(base::Instant from, const Zone& zone) {
  const LocalTime start = zone.to_local(from);
  const Date same_day = start.date + std::chrono::years(kMaxLeaveYears);
  const Date day = same_day.ok() ? same_day : Date{same_day.year(), std::chrono::March, std::chrono::day{1}};
  return zone.to_instant(day, start.time_of_day);
}

bool is_midnight(base::Instant at, const Zone& zone) {
  return zone.to_instant(zone.to_local(at).date, {}) == at;
}

std::string edge_text(base::Instant at, const Zone& zone) {
  const LocalTime local = zone.to_local(at);
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(local.time_of_day);
  if (minutes != local.time_of_day || zone.to_instant(local.date, local.time_of_day) != at) return base::to_rfc3339(at);
  return fmt::format("{} {:02}:{:02}", day_text(local.date), minutes.count() / 60, minutes.count() % 60);
}

}  // namespace

std::expected<base::Interval, PeriodProblem> parse_leave_period(std::string_view from, std::string_view to,
                                                                const Zone& zone) {
  constexpr std::string_view kForm = "is a day, such as 2026-12-21, or a time, such as 2026-12-21 13:00, that exists";
  const auto start = read_edge(from, PeriodEdge::From, zone);
  if (!start) return problem(PeriodEdge::From, std::string(kForm));
  const auto end = read_edge(to, PeriodEdge::To, zone);
  if (!end) return problem(PeriodEdge::To, std::string(kForm));
  // A last day that ends where the first begins is the day before it.
  const bool is_day_before = *end == *start && calendar::parse_date(to).has_value();
  if (*end < *start || is_day_before) return problem(PeriodEdge::To, "is before `from`");
  if (*end == *start) return problem(PeriodEdge::To, fmt::format("leaves no time in between in {}", zone.name()));
  if (*end > latest_end(*start, zone))
    return problem(PeriodEdge::To, fmt::format("is more than {} years after `from`", kMaxLeaveYears));
  return base::Interval{*start, *end};
}

PeriodText leave_period_text(base::Interval period, const Zone& zone) {
  if (!is_midnight(period.from, zone) || !is_midnight(period.to, zone))
    return {.from = edge_text(period.from, zone), .to = edge_text(period.to, zone)};
  const Date last = std::chrono::sys_days(zone.to_local(period.to).date) - std::chrono::days(1);
  return {.from = day_text(zone.to_local(period.from).date), .to = day_text(last)};
}

}  // namespace tandem::app
