#include "calendar/holidays.h"

#include <doctest/doctest.h>

using namespace tandem::calendar;

namespace {
std::optional<std::string> federal(std::string_view date) {
  return find_holiday_set("us-federal")->holiday(*parse_date(date));
}
}  // namespace

TEST_CASE("sets of holidays are found by name") {
  CHECK(find_holiday_set("us-federal") != nullptr);
  CHECK(find_holiday_set("us") == nullptr);
  for (const std::string_view name : holiday_set_names()) CHECK(find_holiday_set(name)->name() == name);
}

TEST_CASE("the federal holidays of 2026 are these eleven and one observed day") {
  std::vector<std::string> days;
  for (auto day = std::chrono::sys_days(std::chrono::year(2026) / 1 / 1);
       day < std::chrono::sys_days(std::chrono::year(2027) / 1 / 1); day += std::chrono::days(1)) {
    const Date date(day);
    if (find_holiday_set("us-federal")->holiday(date)) {
      days.push_back(
          fmt::format("{:02}-{:02}", static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())));
    }
  }
  CHECK(days == std::vector<std::string>{"01-01", "01-19", "02-16", "05-25", "06-19", "07-03", "07-04", "09-07",
                                         "10-12", "11-11", "11-26", "12-25"});
}

TEST_CASE("a holiday on a weekend is also kept on its neighbour") {
  CHECK(federal("2026-07-03") == "Independence Day");  // Saturday the 4th
  CHECK(federal("2021-07-05") == "Independence Day");  // Sunday the 4th
  CHECK(federal("2021-12-31") == "New Year's Day");    // Saturday 1 January 2022
  CHECK(federal("2023-01-02") == "New Year's Day");
  CHECK_FALSE(federal("2022-12-31"));
}

TEST_CASE("a holiday begins with its law") {
  CHECK_FALSE(federal("2020-06-19"));
  CHECK(federal("2021-06-18") == "Juneteenth National Independence Day");
  CHECK_FALSE(federal("1985-01-21"));
  CHECK(federal("1986-01-20") == "Birthday of Martin Luther King, Jr.");
  CHECK(federal("1975-10-27") == "Veterans Day");
  CHECK_FALSE(federal("1975-11-11"));
}
