// Business hours minute by minute, knowing nothing but what a clock on the wall shows: the reference that the tests
// hold BusinessCalendar against. It shares no code with it beyond Zone::to_local, walks every minute and is meant to be
// obvious, not quick.
//
//   const SlowCalendar slow(rule, first, 13 * 24 * 60);    // the minutes from `first` on
//   slow.is_open(90);                                      // the minute that begins 90 minutes after `first`
//
// REQUIRES: a rule in whole minutes, in a zone whose offsets are whole minutes at that time.
#pragma once

#include <algorithm>
#include <vector>

#include "calendar/business_calendar.h"
#include "calendar/holidays.h"

namespace tandem::calendar {

class SlowCalendar {
 public:
  SlowCalendar(const BusinessHours& rule, base::Instant first, std::size_t count) : open_(count) {
    constexpr std::size_t kMargin = 4 * kDay;  // windows that began before
    // A window's edge is where the wall's clock first shows it or anything later: the latest time shown counts.
    std::vector<std::int64_t> latest;
    latest.reserve(count + kMargin);
    for (std::size_t i = 0; i < count + kMargin; ++i) {
      const base::Instant at = first + base::minutes(static_cast<std::int64_t>(i) - std::int64_t{kMargin});
      const LocalTime wall = rule.zone.to_local(at);
      const std::int64_t shown = std::chrono::sys_days(wall.date).time_since_epoch() / std::chrono::minutes(1) +
                                 wall.time_of_day / base::minutes(1);
      latest.push_back(latest.empty() ? shown : std::max(latest.back(), shown));
    }
    for (std::int64_t day = latest.front() / kDay + 1; day <= latest.back() / kDay; ++day) {
      const std::vector<bool> minutes = minutes_of(rule, std::chrono::sys_days(std::chrono::days(day)));
      for (std::size_t minute = 0; minute < minutes.size(); ++minute) {
        if (!minutes[minute]) continue;
        const std::int64_t wall = day * kDay + static_cast<std::int64_t>(minute);
        auto at = std::ranges::lower_bound(latest, wall) - latest.begin();
        for (; at < std::ssize(latest) && latest[static_cast<std::size_t>(at)] <= wall; ++at) {
          if (at >= std::ssize(latest) - std::ssize(open_)) {
            open_[static_cast<std::size_t>(at - (std::ssize(latest) - std::ssize(open_)))] = true;
          }
        }
      }
    }
  }

  [[nodiscard]] bool is_open(std::size_t minute) const { return open_[minute]; }
  [[nodiscard]] const std::vector<bool>& minutes() const { return open_; }

 private:
  static constexpr std::int64_t kDay = 24 * 60;

  static bool has(const std::vector<DayWindow>& windows, std::int64_t minute) {
    return std::ranges::any_of(windows, [&](const DayWindow& window) {
      return window.from <= base::minutes(minute) && base::minutes(minute) < window.to;
    });
  }

  // The minutes a date is open, counted from its midnight over two days.
  static std::vector<bool> minutes_of(const BusinessHours& rule, std::chrono::sys_days day) {
    const Date date(day);
    const auto is_date = [&](const DayHours& hours) { return hours.date == date; };
    const bool special = std::ranges::any_of(rule.special, is_date);
    bool off = std::ranges::find(rule.closed, date) != rule.closed.end();
    for (const auto& set : rule.holidays) off = off || set->holiday(date).has_value();
    std::vector<bool> minutes(2 * kDay);
    for (std::int64_t minute = 0; minute < 2 * kDay; ++minute) {
      const auto holds = [&](const DayHours& hours) { return is_date(hours) && has(hours.windows, minute); };
      bool open = !off && has(rule.windows[std::chrono::weekday(day).iso_encoding() - 1], minute);
      if (special) open = std::ranges::any_of(rule.special, holds);
      minutes[static_cast<std::size_t>(minute)] = open && !std::ranges::any_of(rule.breaks, holds);
    }
    return minutes;
  }

  std::vector<bool> open_;
};

}  // namespace tandem::calendar
