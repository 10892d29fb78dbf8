#include "agreement/lower_calendars.h"

#include "agreement/lower_zones.h"
#include "base/check.h"

namespace tandem::agreement {
namespace {

using calendar::BusinessCalendar;
using calendar::Date;
using Days = std::chrono::sys_days;

// Calls visit(date) for every day of the span.
template <class Visit>
void for_each_day(const DaySpan& span, Visit visit) {
  for (Days day = span.first; day <= Days(span.last); day += std::chrono::days(1)) visit(Date(day));
}

std::vector<calendar::DayHours> by_date(const std::vector<DatedHours>& text) {
  std::vector<calendar::DayHours> out;
  for (const DatedHours& hours : text) {
    for_each_day(hours.days.value, [&](Date date) { out.push_back({date, hours.windows}); });
  }
  return out;
}

class CalendarLowering {
 public:
  explicit CalendarLowering(const Agreement& agreement)
      : agreement_(agreement), zone_(zone_named(agreement.time_zone.value)), lowered_(agreement.calendars.size()) {}

  std::vector<LoweredCalendar> run() {
    for (const std::size_t i : order_of(agreement_.calendars).order) lowered_[i] = lower(agreement_.calendars[i]);
    std::vector<LoweredCalendar> out;
    for (auto& each : lowered_) {
      TANDEM_ENSURE(each.has_value());
      out.push_back(*std::move(each));
    }
    return out;
  }

 private:
  [[nodiscard]] LoweredCalendar lower(const CalendarText& text) const {
    LoweredCalendar lowered = text.combines() ? combined(text) : plain(text);
    if (!text.without.value.empty()) {
      lowered.open = BusinessCalendar::without(lowered.open, BusinessCalendar::any_of(open_of(text.without.value)));
    }
    return lowered;
  }

  [[nodiscard]] LoweredCalendar plain(const CalendarText& text) const {
    calendar::BusinessHours hours{.zone = zone_of(text.time_zone, zone_),
                                  .windows = text.windows,
                                  .closed = {},
                                  .holidays = {},
                                  .special = by_date(text.open.value),
                                  .breaks = by_date(text.breaks.value)};
    for (const auto& closed : text.closed.value) {
      for_each_day(closed.value, [&](Date date) { hours.closed.push_back(date); });
    }
    for (const HolidaySetRef& ref : text.holidays.value) {
      hours.holidays.push_back(ref.own.is_none() ? ref.set : agreement_.holiday_sets[ref.own.value].set);
    }
    const calendar::Zone zone = hours.zone;
    auto open = BusinessCalendar::make(std::move(hours));
    TANDEM_ENSURE(open.has_value());
    return {*std::move(open), zone};
  }

  [[nodiscard]] LoweredCalendar combined(const CalendarText& text) const {
    const bool any = !text.any_of.absent();
    const std::vector<CalendarRef>& parts = any ? text.any_of.value : text.all_of.value;
    const auto open = open_of(parts);
    return {any ? BusinessCalendar::any_of(open) : BusinessCalendar::all_of(open), shared_zone(parts)};
  }

  [[nodiscard]] std::vector<BusinessCalendar> open_of(const std::vector<CalendarRef>& parts) const {
    std::vector<BusinessCalendar> open;
    for (const CalendarRef& part : parts) open.push_back(lowered_[part.index.value]->open);
    return open;
  }

  [[nodiscard]] calendar::Zone shared_zone(const std::vector<CalendarRef>& parts) const {
    const calendar::Zone first = lowered_[parts.front().index.value]->zone;
    const auto has_it = [&](const CalendarRef& part) {
      return lowered_[part.index.value]->zone.name() == first.name();
    };
    return std::ranges::all_of(parts, has_it) ? first : zone_;
  }

  const Agreement& agreement_;
  calendar::Zone zone_;
  std::vector<std::optional<LoweredCalendar>> lowered_;
};

}  // namespace

std::vector<LoweredCalendar> lower_calendars(const Agreement& agreement) {
  return CalendarLowering(agreement).run();
}

base::Duration business_day(const LoweredCalendar& calendar, Date effective) {
  std::map<base::Duration, int> days_by_length;
  base::Instant begins = calendar.zone.to_instant(effective, {});
  for (int day = 1; day <= 365; ++day) {
    const base::Instant ends = calendar.zone.to_instant(Date(Days(effective) + std::chrono::days(day)), {});
    const base::Duration open = calendar.open.elapsed(begins, ends).open;
    if (open > base::Duration{}) ++days_by_length[open];
    begins = ends;
  }
  base::Duration usual = base::hours(24);
  int most = 0;
  for (const auto& [length, days] : days_by_length) {
    if (days < most) continue;
    most = days;
    usual = length;
  }
  return usual;
}

}  // namespace tandem::agreement
