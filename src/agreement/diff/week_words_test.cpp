#include "agreement/diff/week_words.h"

#include <doctest/doctest.h>

namespace tandem::agreement::diff {
namespace {

const calendar::Zone& new_york() {
  static const calendar::Zone zone = *calendar::Zone::find("America/New_York");
  return zone;
}

base::Instant at(std::string_view text) {
  const auto local = calendar::parse_local_time(text);
  REQUIRE(local);
  return new_york().to_instant(local->date, local->time_of_day);
}

base::Interval year() {
  return {at("2026-10-01 00:00"), at("2027-10-01 00:00")};
}

// From 18:00 to the following morning at 06:00, on working days, but for those left out.
std::vector<base::Interval> nights(int leave_out) {
  std::vector<base::Interval> out;
  for (auto day = std::chrono::sys_days(std::chrono::year(2026) / 10 / 1);
       day < std::chrono::sys_days(std::chrono::year(2027) / 9 / 30); day += std::chrono::days(1)) {
    if (std::chrono::weekday(day).iso_encoding() > 5 || leave_out-- > 0) continue;
    out.push_back({new_york().to_instant(calendar::Date(day), base::hours(18)),
                   new_york().to_instant(calendar::Date(day), base::hours(30))});
  }
  return out;
}

}  // namespace

TEST_CASE("most weeks alike are told as hours of the week, over changes of clocks as well") {
  CHECK(week_words(nights(0), year(), new_york()) ==
        "mon 18:00-24:00, tue-fri 00:00-06:00 and 18:00-24:00, sat 00:00-06:00, with other hours on 2 days");
  CHECK(week_words(nights(5), year(), new_york()) ==
        "mon 18:00-24:00, tue-fri 00:00-06:00 and 18:00-24:00, sat 00:00-06:00, with other hours on 8 days");
}

TEST_CASE("what is rare is told by its dates") {
  const std::vector<base::Interval> one{{at("2026-12-24 08:00"), at("2026-12-24 17:30")}};
  CHECK(week_words(one, year(), new_york()) == "on 2026-12-24 08:00-17:30");
  const std::vector<base::Interval> two{{at("2026-12-24 12:00"), at("2026-12-26 00:00")}};
  CHECK(week_words(two, year(), new_york()) == "on 2026-12-24 12:00-24:00 and 2026-12-25");
  std::vector<base::Interval> many;
  for (const std::string_view day : {"2026-10-05", "2026-11-05", "2027-01-05", "2027-03-05"})
    many.push_back({at(std::string(day) + " 08:00"), at(std::string(day) + " 09:00")});
  CHECK(week_words(many, year(), new_york()) == "on 4 days from 2026-10-05 to 2027-03-05");
}

TEST_CASE("weeks that take turns have no usual week") {
  std::vector<base::Interval> every_other;
  for (base::Instant from = year().from; from < year().to; from = from + base::hours(24 * 14))
    every_other.push_back({from, std::min(from + base::hours(24 * 7), year().to)});
  CHECK(week_words(every_other, year(), new_york()).starts_with("on "));
}

}  // namespace tandem::agreement::diff
