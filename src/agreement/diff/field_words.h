// The amounts and dates of an agreement as the words of its text; of what the text leaves out, nothing.
#pragma once

#include <fmt/format.h>

#include <string>

#include "agreement/amounts.h"
#include "agreement/days.h"
#include "calendar/date_text.h"

namespace tandem::agreement::diff {

[[nodiscard]] inline std::string words(const Field<std::string>& field) {
  return field.good() ? field.value : std::string();
}
[[nodiscard]] inline std::string words(const Field<Length>& field) {
  return field.good() ? agreement::to_text(field.value) : std::string();
}
[[nodiscard]] inline std::string words(const Field<std::uint32_t>& field) {
  return field.good() ? fmt::format("{}", field.value) : std::string();
}
[[nodiscard]] inline std::string words(const Field<bool>& field) {
  return field.good() && field.value ? "yes" : std::string();
}
[[nodiscard]] inline std::string words(const Field<calendar::Date>& field) {
  return field.good() ? agreement::to_text(field.value) : std::string();
}
[[nodiscard]] std::string words(const Field<Money>& field);  // the same
[[nodiscard]] std::string words(const HoursPer& hours);      // "60 hours per month"
[[nodiscard]] std::string words(const Field<Measure>& field);
[[nodiscard]] std::string words(const Field<calendar::LocalTime>& field);
[[nodiscard]] std::string words(const DayOrMoment& day);
[[nodiscard]] std::string words(const FromTo& during);              // "2026-12-21 to 2026-12-23"
[[nodiscard]] std::string clock_words(base::Duration time_of_day);  // "07:30"
// "mon-fri 08:00-17:30, sat 09:00-12:00"
[[nodiscard]] std::string words(const calendar::WeekWindows& windows);
[[nodiscard]] std::string words(const std::vector<calendar::DayWindow>& windows);
[[nodiscard]] std::string words(const DaySpan& span);

}  // namespace tandem::agreement::diff
