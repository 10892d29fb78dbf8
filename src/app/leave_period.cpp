#include "app/leave_period.h"

#include <optional>

#include "calendar/date_text.h"
#include "calendar/leave.h"

namespace tandem::app {
namespace {

using calendar::Date;
using calendar::LeaveEdge;
using calendar::LocalTime;
using calendar::Zone;

std::optional<LeaveEdge> read_edge(std::string_view text) {
  std::optional<LeaveEdge> edge;
  if (const auto day = calendar::parse_date(text)) edge = LeaveEdge{.date = *day};
  if (const auto time = calendar::parse_local_time(text)) edge = {.date = time->date, .time_of_day = time->time_of_day};
  return edge && calendar::is_planned(edge->date) ? edge : std::nullopt;
}

std::optional<base::Instant> read_instant(std::string_view text, const Zone& zone) {
  const auto instant = base::parse_rfc3339(text);
  return instant && calendar::is_planned(zone.to_local(*instant).date) ? instant : std::nullopt;
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

std::expected<base::Interval, PeriodProblem> not_too_long(base::Interval period, const Zone& zone) {
  if (period.to <= latest_end(period.from, zone)) return period;
  return problem(PeriodEdge::To, fmt::format("is more than {} years after `from`", kMaxLeaveYears));
}

bool is_midnight(base::Instant at, const Zone& zone) {
  return zone.to_instant(zone.to_local(at).date, {}) == at;
}

// Nothing when no local time in whole minutes means this instant.
std::optional<std::string> local_text(base::Instant at, const Zone& zone) {
  const LocalTime local = zone.to_local(at);
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(local.time_of_day);
  if (minutes != local.time_of_day || zone.to_instant(local.date, local.time_of_day) != at) return std::nullopt;
  return fmt::format("{} {:02}:{:02}", calendar::iso_date(local.date), minutes.count() / 60, minutes.count() % 60);
}

}  // namespace

std::expected<base::Interval, PeriodProblem> parse_leave_period(std::string_view from, std::string_view to,
                                                                const Zone& zone) {
  constexpr std::string_view kForm = "is a day, such as 2026-12-21, or a time, such as 2026-12-21 13:00, that exists";
  const auto first_instant = read_instant(from, zone);
  const auto last_instant = read_instant(to, zone);
  if (first_instant && last_instant) {
    if (*last_instant <= *first_instant) return problem(PeriodEdge::To, "is not behind `from`");
    return not_too_long({*first_instant, *last_instant}, zone);
  }
  const auto first = read_edge(from);
  if (!first) return problem(PeriodEdge::From, std::string(kForm));
  const auto last = read_edge(to);
  if (!last) return problem(PeriodEdge::To, std::string(kForm));
  const auto period = calendar::interval_of({.from = *first, .to = *last}, zone);
  if (period) return not_too_long(*period, zone);
  if (last->date < first->date) return problem(PeriodEdge::To, "is before `from`");
  return problem(PeriodEdge::To, fmt::format("leaves no time behind `from` in {}", zone.name()));
}

PeriodText leave_period_text(base::Interval period, const Zone& zone) {
  if (is_midnight(period.from, zone) && is_midnight(period.to, zone)) {
    const Date last = std::chrono::sys_days(zone.to_local(period.to).date) - std::chrono::days(1);
    return {.from = calendar::iso_date(zone.to_local(period.from).date), .to = calendar::iso_date(last)};
  }
  auto from = local_text(period.from, zone);
  auto to = local_text(period.to, zone);
  if (from && to) return {.from = *std::move(from), .to = *std::move(to)};
  return {.from = base::to_rfc3339(period.from), .to = base::to_rfc3339(period.to)};
}

std::string spoken_period(std::string_view from, std::string_view to) {
  constexpr std::size_t kDay = std::string_view("2026-12-21").size();
  constexpr std::size_t kTime = std::string_view("2026-12-21 13:00").size();
  if (from == to && from.size() == kDay) return fmt::format("on {}", from);
  const bool is_of_one_day = from.size() == kTime && to.size() == kTime && from.substr(0, kDay) == to.substr(0, kDay);
  if (is_of_one_day)
    return fmt::format("on {} from {} to {}", from.substr(0, kDay), from.substr(kDay + 1), to.substr(kDay + 1));
  return fmt::format("from {} to {}", from, to);
}

}  // namespace tandem::app
