#include "draft/example_times.h"

#include <fmt/format.h>

#include <algorithm>

#include "agreement/amounts.h"
#include "base/check.h"
#include "calendar/date_text.h"
#include "calendar/holidays.h"

namespace tandem::draft {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

std::uint8_t weekday_of(sys_days day) {
  return static_cast<std::uint8_t>(std::chrono::weekday(day).iso_encoding() - 1);
}

class Office {
 public:
  explicit Office(const DraftRequest& request)
      : holidays_(request.holidays.empty() ? nullptr : calendar::find_holiday_set(request.holidays)) {
    const auto open_days = agreement::parse_weekdays(request.office_days);
    TANDEM_ENSURE(open_days && !request.office_windows.empty());
    days_ = *open_days;
    for (const std::string& each : request.office_windows) {
      const auto window = agreement::parse_window(each);
      TANDEM_ENSURE(window);
      windows_.push_back(*window);
    }
  }

  [[nodiscard]] const calendar::DayWindow& first_window() const { return windows_.front(); }

  [[nodiscard]] bool works_on(sys_days day) const {
    const bool is_holiday = holidays_ != nullptr && holidays_->holiday(calendar::Date(day)).has_value();
    return !is_holiday && std::ranges::find(days_, weekday_of(day)) != days_.end();
  }

  // Whether a window of this day or of the one before reaches over the time.
  [[nodiscard]] bool is_open(sys_days day, base::Duration time) const {
    const auto opens = [&](sys_days of, base::Duration at) {
      return std::ranges::find(days_, weekday_of(of)) != days_.end() &&
             std::ranges::any_of(windows_, [&](const auto& window) { return window.from <= at && at < window.to; });
    };
    return opens(day, time) || opens(day - days(1), time + base::hours(24));
  }

 private:
  std::shared_ptr<const calendar::HolidaySet> holidays_;
  std::vector<std::uint8_t> days_;
  std::vector<calendar::DayWindow> windows_{};
};

std::string written(sys_days day, base::Duration time) {
  return fmt::format("{} {}", calendar::iso_date(calendar::Date(day)), calendar::clock_time(time));
}

// In the second week, preferably in its middle; a working day comes within a month of any start.
std::string in_office_hours(const Office& office, sys_days effective) {
  sys_days day = effective + days(7);
  while (weekday_of(day) != 1) day += days(1);
  for (int i = 0; i < 31 && !office.works_on(day); ++i) day += days(1);
  const auto& window = office.first_window();
  const base::Duration length = window.to - window.from;
  const base::Duration into = length > base::hours(3) ? base::hours(2) : length / 2;
  const base::Duration time = window.from + into;
  const bool is_next_day = time >= base::hours(24);
  return written(is_next_day ? day + days(1) : day, is_next_day ? time - base::hours(24) : time);
}

// At three in the morning of a Saturday, or else some time of the Sunday after it: hours that are shorter than the
// day leave one free.
std::string at_night(const Office& office, sys_days effective) {
  sys_days saturday = effective + days(7);
  while (weekday_of(saturday) != 5) saturday += days(1);
  if (!office.is_open(saturday, base::hours(3))) return written(saturday, base::hours(3));
  for (int hour = 3; hour < 24 + 3; ++hour) {
    const base::Duration time = base::hours(hour % 24);
    if (!office.is_open(saturday + days(1), time)) return written(saturday + days(1), time);
  }
  TANDEM_ENSURE(false);
  return {};
}

}  // namespace

ExampleTimes example_times(const DraftRequest& request) {
  TANDEM_ENSURE(request.effective.ok());
  const Office office(request);
  const sys_days effective(request.effective);
  calendar::Date end = request.effective + std::chrono::months(request.trial_months);
  if (!end.ok()) end = end.year() / end.month() / std::chrono::last;
  return {.first_monday = calendar::Date(effective - days(weekday_of(effective))),
          .in_office_hours = in_office_hours(office, effective),
          .at_night = at_night(office, effective),
          .trial_end = end};
}

}  // namespace tandem::draft
