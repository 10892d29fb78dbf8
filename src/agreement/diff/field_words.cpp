#include "agreement/diff/field_words.h"

#include "agreement/diff/attributes.h"

namespace tandem::agreement::diff {
namespace {

std::string per(const std::optional<Unit>& unit) {
  return unit ? fmt::format(" per {}", agreement::to_text(*unit)) : std::string();
}

}  // namespace

std::string words(const Field<Money>& field) {
  return field.good() ? agreement::to_text(field.value) : std::string();
}

std::string words(const HoursPer& hours) {
  return fmt::format("{} {}{}", hours.hours, hours.hours == 1 ? "hour" : "hours", per(hours.per));
}

std::string words(const Field<Measure>& field) {
  return field.good() ? fmt::format("{}{}", field.value.number, field.value.percent ? " %" : "") : std::string();
}

std::string clock_words(base::Duration time_of_day) {
  const auto minutes = time_of_day / base::minutes(1);
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::string words(const Field<calendar::LocalTime>& field) {
  if (!field.good()) return {};
  return fmt::format("{} {}", agreement::to_text(field.value.date), clock_words(field.value.time_of_day));
}

std::string words(const DayOrMoment& day) {
  std::string out = agreement::to_text(day.date);
  if (day.time_of_day) out += " " + clock_words(*day.time_of_day);
  return out;
}

std::string words(const FromTo& during) {
  return fmt::format("{} to {}", words(during.from.value), words(during.to.value));
}

std::string words(const std::vector<calendar::DayWindow>& windows) {
  std::string out;
  for (const calendar::DayWindow& window : windows) out += (out.empty() ? "" : " and ") + agreement::to_text(window);
  return out;
}

std::string words(const calendar::WeekWindows& windows) {
  std::string out;
  for (std::size_t day = 0; day < windows.size(); ++day) {
    const std::string hours = words(windows[day]);
    if (hours.empty()) continue;
    std::size_t last = day;
    while (last + 1 < windows.size() && words(windows[last + 1]) == hours) ++last;
    const std::string first_name(weekday_name(static_cast<std::uint8_t>(day)));
    const std::string days =
        last == day ? first_name : fmt::format("{}-{}", first_name, weekday_name(static_cast<std::uint8_t>(last)));
    Reading::append(out, days + " " + hours);
    day = last;
  }
  return out;
}

std::string words(const DaySpan& span) {
  return span.first == span.last ? agreement::to_text(span.first)
                                 : fmt::format("{}..{}", agreement::to_text(span.first), agreement::to_text(span.last));
}

}  // namespace tandem::agreement::diff
