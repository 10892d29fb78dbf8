#include "calendar/date_text.h"

#include <fmt/format.h>

#include <array>

namespace tandem::calendar {

std::string iso_date(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string_view weekday_long(std::chrono::weekday weekday) {
  constexpr std::array<std::string_view, 7> kNames{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};
  return kNames.at(weekday.iso_encoding() - 1);
}

std::string_view weekday_short(std::chrono::weekday weekday) {
  return weekday_long(weekday).substr(0, 3);
}

std::string clock_time(base::Duration time_of_day) {
  const std::chrono::hh_mm_ss parts(std::chrono::floor<std::chrono::seconds>(time_of_day));
  std::string text = fmt::format("{:02}:{:02}", parts.hours().count(), parts.minutes().count());
  if (parts.seconds().count() != 0) text += fmt::format(":{:02}", parts.seconds().count());
  return text;
}

std::string local_time_text(const LocalTime& local) {
  const std::chrono::weekday weekday{std::chrono::sys_days(local.date)};
  return fmt::format("{} {} {}", weekday_short(weekday), iso_date(local.date), clock_time(local.time_of_day));
}

std::string local_time_text(base::Instant at, const Zone& zone) {
  return local_time_text(zone.to_local(at));
}

}  // namespace tandem::calendar
