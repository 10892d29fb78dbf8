#include "calendar/leave.h"

#include <algorithm>

namespace tandem::calendar {

using base::Duration;
using base::Interval;

namespace {

base::Result<> check(const LeaveEdge& edge, std::string_view what) {
  if (!edge.date.ok()) {
    return base::fail(base::ErrorCode::BadInput, fmt::format("the {} of a leave is not a date that exists", what));
  }
  if (edge.time_of_day && (*edge.time_of_day < Duration::zero() || *edge.time_of_day >= base::hours(24))) {
    return base::fail(base::ErrorCode::BadInput,
                      fmt::format("the {} of a leave needs a time of day from 00:00 to 23:59", what));
  }
  return {};
}

}  // namespace

base::Result<Interval> interval_of(const LeavePeriod& period, const Zone& zone) {
  TANDEM_TRY_DONE(check(period.from, "beginning"));
  TANDEM_TRY_DONE(check(period.to, "end"));
  const Interval during{zone.to_instant(period.from.date, period.from.time_of_day.value_or(Duration::zero())),
                        zone.to_instant(period.to.date, period.to.time_of_day.value_or(base::hours(24)))};
  if (during.from < during.to) return during;
  return base::fail(base::ErrorCode::BadInput, "a leave must begin before it ends");
}

std::vector<Absence> normalised(std::vector<Absence> absences) {
  std::ranges::stable_sort(absences, {}, [](const Absence& each) { return each.during.from; });
  std::vector<Absence> out;
  for (Absence each : absences) {
    if (!out.empty()) {
      Absence& last = out.back();
      each.during.from = std::max(each.during.from, last.during.to);
      if (each.during.from >= each.during.to) continue;
      if (each.source == last.source && each.during.from == last.during.to) {
        last.during.to = each.during.to;
        continue;
      }
    }
    out.push_back(each);
  }
  return out;
}

}  // namespace tandem::calendar
