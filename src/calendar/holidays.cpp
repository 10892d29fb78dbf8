#include "calendar/holidays.h"

namespace tandem::calendar {
namespace {

using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;

// One holiday's rule in the years in which it is law.
struct HolidayRule {
  std::string_view name;
  month in;
  unsigned day = 0;  // the day of the month, or 0: the nth weekday counts
  weekday on{};      // with `nth`
  unsigned nth = 0;  // 5: the last
  int first_year = 1971;
  int last_year = 9999;
};

// 5 U.S.C. 6103(a) since the Uniform Monday Holiday Act took effect in 1971; Veterans Day moved back to 11 November in
// 1978 (Public Law 94-97), Dr. King's birthday came in 1986 (98-144) and Juneteenth in 2021 (117-17).
constexpr std::array kUsFederal{
    HolidayRule{.name = "New Year's Day", .in = std::chrono::January, .day = 1},
    HolidayRule{.name = "Birthday of Martin Luther King, Jr.",
                .in = std::chrono::January,
                .on = std::chrono::Monday,
                .nth = 3,
                .first_year = 1986},
    HolidayRule{.name = "Washington's Birthday", .in = std::chrono::February, .on = std::chrono::Monday, .nth = 3},
    HolidayRule{.name = "Memorial Day", .in = std::chrono::May, .on = std::chrono::Monday, .nth = 5},
    HolidayRule{.name = "Juneteenth National Independence Day", .in = std::chrono::June, .day = 19, .first_year = 2021},
    HolidayRule{.name = "Independence Day", .in = std::chrono::July, .day = 4},
    HolidayRule{.name = "Labor Day", .in = std::chrono::September, .on = std::chrono::Monday, .nth = 1},
    HolidayRule{.name = "Columbus Day", .in = std::chrono::October, .on = std::chrono::Monday, .nth = 2},
    HolidayRule{
        .name = "Veterans Day", .in = std::chrono::October, .on = std::chrono::Monday, .nth = 4, .last_year = 1977},
    HolidayRule{.name = "Veterans Day", .in = std::chrono::November, .day = 11, .first_year = 1978},
    HolidayRule{.name = "Thanksgiving Day", .in = std::chrono::November, .on = std::chrono::Thursday, .nth = 4},
    HolidayRule{.name = "Christmas Day", .in = std::chrono::December, .day = 25},
};

sys_days day_of(const HolidayRule& rule, year in_year) {
  if (rule.day != 0) return sys_days(in_year / rule.in / std::chrono::day(rule.day));
  if (rule.nth == 5) return sys_days(in_year / rule.in / rule.on[std::chrono::last]);
  return sys_days(in_year / rule.in / rule.on[rule.nth]);
}

// 5 U.S.C. 6103(b) and Executive Order 11582: Saturday is kept on Friday, Sunday on Monday.
sys_days observed(sys_days day) {
  const weekday on(day);
  if (on == std::chrono::Saturday) return day - std::chrono::days(1);
  if (on == std::chrono::Sunday) return day + std::chrono::days(1);
  return day;
}

class UsFederal final : public HolidaySet {
 public:
  std::string_view name() const override { return "us-federal"; }

  std::vector<Holiday> in_year(year wanted) const override {
    std::vector<Holiday> kept;
    const sys_days end(std::chrono::year(wanted + std::chrono::years(1)) / 1 / 1);
    for (sys_days day(wanted / 1 / 1); day < end; day += std::chrono::days(1)) {
      if (auto name = holiday(Date(day))) kept.push_back({Date(day), *std::move(name)});
    }
    return kept;
  }

  std::optional<std::string> holiday(Date date) const override {
    const sys_days day(date);
    for (const HolidayRule& rule : kUsFederal) {
      // New Year's Day of the following year may be kept on 31 December.
      const bool next_year = rule.in == std::chrono::January && date.month() == std::chrono::December;
      const year in_year = next_year ? date.year() + std::chrono::years(1) : date.year();
      if (!next_year && rule.in != date.month()) continue;  // no other holiday is kept in a neighbouring month
      if (static_cast<int>(in_year) < rule.first_year || static_cast<int>(in_year) > rule.last_year) continue;
      const sys_days itself = day_of(rule, in_year);
      if (day == itself || day == observed(itself)) return std::string(rule.name);
    }
    return std::nullopt;
  }
};

constexpr std::array<std::string_view, 1> kNames{"us-federal"};

}  // namespace

std::shared_ptr<const HolidaySet> find_holiday_set(std::string_view name) {
  static const auto us_federal = std::make_shared<const UsFederal>();
  return name == us_federal->name() ? us_federal : nullptr;
}

std::span<const std::string_view> holiday_set_names() {
  return kNames;
}

}  // namespace tandem::calendar
