// Named sets of public holidays, worked out by rule (fixed date, nth weekday, observed on a neighbouring weekday).
//
//   find_holiday_set("us-federal")->holiday(date);    // "Thanksgiving Day", or nothing
//
// A date is a holiday when it is kept as one: for us-federal the observed day (5 U.S.C. 6103) as well as the day
// itself. Days that a proclamation closes once are not part of a set. Sets live as long as the program; thread-safe.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/zone.h"

namespace tandem::calendar {

struct Holiday {
  Date date;
  std::string name;
  bool operator==(const Holiday&) const = default;
};

class HolidaySet {
 public:
  virtual ~HolidaySet() = default;
  [[nodiscard]] virtual std::string_view name() const = 0;
  // The holidays kept in a year, by date. Days of the same date are one, their names joined by "; ".
  [[nodiscard]] virtual std::vector<Holiday> in_year(std::chrono::year year) const = 0;
  // The holiday's name, or nothing on an ordinary day.
  [[nodiscard]] virtual std::optional<std::string> holiday(Date date) const = 0;
};

// Null when no set has the name.
[[nodiscard]] std::shared_ptr<const HolidaySet> find_holiday_set(std::string_view name);
[[nodiscard]] std::span<const std::string_view> holiday_set_names();

}  // namespace tandem::calendar
