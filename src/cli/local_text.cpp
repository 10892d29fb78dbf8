#include "cli/local_text.h"

#include <array>

namespace tandem::cli {

using std::chrono::hh_mm_ss;

namespace {

hh_mm_ss<std::chrono::seconds> split(base::Duration length) {
  return hh_mm_ss(std::chrono::floor<std::chrono::seconds>(length));
}

}  // namespace

std::string_view weekday_text(calendar::Date date) {
  constexpr std::array<std::string_view, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  return kDays[std::chrono::weekday{std::chrono::sys_days(date)}.c_encoding()];
}

std::string iso_text(calendar::Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string date_text(calendar::Date date) {
  return fmt::format("{} {}", weekday_text(date), iso_text(date));
}

std::string clock_text(base::Duration time_of_day) {
  const auto parts = split(time_of_day);
  std::string text = fmt::format("{:02}:{:02}", parts.hours().count(), parts.minutes().count());
  if (parts.seconds().count() != 0) text += fmt::format(":{:02}", parts.seconds().count());
  return text;
}

std::string local_text(base::Instant at, const calendar::Zone& zone) {
  const auto local = zone.to_local(at);
  return fmt::format("{} {}", date_text(local.date), clock_text(local.time_of_day));
}

std::string end_text(base::Interval during, const calendar::Zone& zone) {
  const auto from = zone.to_local(during.from);
  const auto to = zone.to_local(during.to);
  return from.date == to.date ? clock_text(to.time_of_day) : local_text(during.to, zone);
}

std::string length_text(base::Duration length) {
  const auto parts = split(length);
  std::string text;
  const auto add = [&](std::int64_t count, std::string_view unit) {
    if (count != 0) text += fmt::format("{}{} {}", text.empty() ? "" : " ", count, unit);
  };
  add(parts.hours().count(), "h");
  add(parts.minutes().count(), "min");
  add(parts.seconds().count(), "s");
  return text.empty() ? "0 min" : text;
}

std::string hours_text(base::Duration length) {
  const auto parts = split(length);
  std::string text = fmt::format("{}:{:02}", parts.hours().count(), parts.minutes().count());
  if (parts.seconds().count() != 0) text += fmt::format(":{:02}", parts.seconds().count());
  return text + " h";
}

}  // namespace tandem::cli
