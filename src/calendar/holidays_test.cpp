#include "calendar/holidays.h"

#include <doctest/doctest.h>

#include "calendar/holiday_mistake_text.h"

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

namespace {

using Days = std::vector<HolidaySetText::Day>;

// The dates of one year and the names, "01-01 New Year; 12-25 Christmas".
std::string year_of(const HolidaySet& set, int year) {
  std::string text;
  for (const Holiday& holiday : set.in_year(std::chrono::year(year))) {
    text += fmt::format("{}{:02}-{:02} {}", text.empty() ? "" : " | ", static_cast<unsigned>(holiday.date.month()),
                        static_cast<unsigned>(holiday.date.day()), holiday.name);
  }
  return text;
}

std::shared_ptr<const HolidaySet> made(const HolidaySetText& text) {
  auto set = HolidaySet::make(text);
  if (!set) FAIL(text_of(text, set.error().front()));
  return *set;
}

std::string year_of(Days days, std::string observed, int year) {
  return year_of(*made({.name = "own", .days = std::move(days), .observed = std::move(observed)}), year);
}

std::vector<std::string> mistakes(const HolidaySetText& text) {
  std::vector<std::string> found;
  const auto set = HolidaySet::make(text);
  if (!set) {
    for (const HolidayMistake& mistake : set.error()) found.push_back(text_of(text, mistake));
  }
  return found;
}

}  // namespace

TEST_CASE("a set of one's own adds to another one and leaves out") {
  const auto set = made({.name = "harbor-days",
                         .based_on = {find_holiday_set("us-federal")},
                         .days = {{"Founders' Day", "2nd fri may"}, {"Christmas Break", "day after \"Christmas Day\""}},
                         .without = {"Columbus Day"}});
  CHECK(set->name() == "harbor-days");
  CHECK(set->holiday(*parse_date("2026-05-08")) == "Founders' Day");
  CHECK(set->holiday(*parse_date("2026-12-26")) == "Christmas Break");
  CHECK(set->holiday(*parse_date("2026-07-03")) == "Independence Day");
  CHECK_FALSE(set->holiday(*parse_date("2026-10-12")));
  CHECK_FALSE(set->holiday(Date(std::chrono::year(2026), std::chrono::February, std::chrono::day(30))));
}

TEST_CASE("a name that a set below has replaces the holiday there, one's own add up") {
  const auto set = made({.name = "own",
                         .based_on = {find_holiday_set("us-federal")},
                         .days = {{"Columbus Day", "oct 12 since 2027"}, {"Columbus Day", "oct 13 until 2026"}}});
  CHECK_FALSE(set->holiday(*parse_date("2026-10-12")));
  CHECK(set->holiday(*parse_date("2026-10-13")) == "Columbus Day");
  CHECK(set->holiday(*parse_date("2027-10-12")) == "Columbus Day");
}

TEST_CASE("weekends are kept as the rule says, or else the set, or else the set below") {
  CHECK(year_of({{"A", "jul 4"}}, "", 2026) == "07-04 A");  // a Saturday
  CHECK(year_of({{"A", "jul 4"}}, "nearest weekday", 2026) == "07-03 A | 07-04 A");
  CHECK(year_of({{"A", "jul 4"}}, "next monday", 2026) == "07-04 A | 07-06 A");
  CHECK(year_of({{"A", "jul 4"}}, "next monday instead", 2026) == "07-06 A");
  CHECK(year_of({{"A", "jul 4 observed never"}}, "next monday instead", 2026) == "07-04 A");
  CHECK(year_of({{"A", "jul 2"}, {"B", "jul 4 observed sat to thu"}}, "", 2026) == "07-02 A; B | 07-04 B");
  HolidaySetText own{.name = "own", .based_on = {find_holiday_set("us-federal")}, .days = {{"A", "aug 1"}}};
  CHECK(made(own)->holiday(*parse_date("2026-07-31")) == "A");
  own.observed = "never";
  CHECK_FALSE(made(own)->holiday(*parse_date("2026-07-31")));
  CHECK_FALSE(made(own)->holiday(*parse_date("2026-07-03")));
}

TEST_CASE("no two holidays are given the same working day") {
  const Days christmas{{"Christmas", "dec 25"}, {"Boxing", "dec 26"}};
  CHECK(year_of(christmas, "next working day instead", 2021) == "12-27 Christmas | 12-28 Boxing");  // Sat, Sun
  CHECK(year_of(christmas, "next working day instead", 2022) == "12-26 Boxing | 12-27 Christmas");  // Sun, Mon
  CHECK(year_of(christmas, "next working day instead", 2020) == "12-25 Christmas | 12-28 Boxing");  // Fri, Sat
  const Days eves{{"Eve", "dec 24"}, {"Christmas", "dec 25"}};
  const std::string both_ways = "sat to previous working day and sun to next working day instead";
  CHECK(year_of(eves, both_ways, 2021) == "12-23 Christmas | 12-24 Eve");  // Fri, Sat
  CHECK(year_of(eves, both_ways, 2022) == "12-23 Eve | 12-26 Christmas");  // Sat, Sun
  CHECK(year_of(eves, both_ways, 2023) == "12-25 Christmas | 12-26 Eve");  // Sun, Mon
}

TEST_CASE("a holiday of the next year can be kept in this one, and the other way round") {
  CHECK(year_of({{"New Year", "jan 1 since 2022 observed sat to fri instead"}}, "", 2021) == "12-31 New Year");
  CHECK(year_of({{"Eve", "dec 31 until 2022 observed sat to next mon instead"}}, "", 2023) == "01-02 Eve");
}

TEST_CASE("where every day is taken a holiday stays where it is") {
  Days days;
  for (unsigned month = 1; month <= 12; ++month) {
    for (unsigned day = 1; day <= 31; ++day) {
      const Date date(std::chrono::year(2026), std::chrono::month(month), std::chrono::day(day));
      if (date.ok()) days.push_back({"Off", fmt::format("2026-{:02}-{:02}", month, day)});
    }
  }
  const auto set = made({.name = "always-off", .days = std::move(days), .observed = "next working day"});
  CHECK(set->in_year(std::chrono::year(2026)).size() == 365);
}

TEST_CASE("names of the same date are joined in the order of the set") {
  CHECK(year_of({{"B", "jan 1"}, {"A", "jan 1"}, {"B", "1st thu jan"}}, "", 2026) == "01-01 B; A");
}

TEST_CASE("the table of a set and the years around it say the same as the rules") {
  for (const std::string_view name : {"us-federal", "gb-england", "nz", "us-nc"}) {
    CAPTURE(name);
    const auto set = find_holiday_set(name);
    std::size_t in_years = 0;
    for (int year = 1995; year <= 2065; ++year) {
      for (const Holiday& holiday : set->in_year(std::chrono::year(year))) {
        CHECK(set->holiday(holiday.date) == holiday.name);
        ++in_years;
      }
    }
    std::size_t by_day = 0;
    for (std::chrono::sys_days day(std::chrono::year(1995) / 1 / 1); day < std::chrono::year(2066) / 1 / 1;
         day += std::chrono::days(1)) {
      by_day += std::size_t{set->holiday(Date(day)).has_value()};
    }
    CHECK(by_day == in_years);
  }
  CHECK(find_holiday_set("us-federal")->in_year(std::chrono::year(0)).empty());
  CHECK(find_holiday_set("us-federal")->in_year(std::chrono::year::max()).empty());
  CHECK(find_holiday_set("us-federal")->in_year(std::chrono::year(9999)).size() >= 11);
}

TEST_CASE("everything that is wrong in a set is said, with its place") {
  const HolidaySetText text{.name = "own",
                            .based_on = {find_holiday_set("fr")},
                            .days = {{"A", "2nd fry may"}, {"", "jan 1"}, {"B", "day after \"Nothing\""}},
                            .without = {"Christmas Day"},
                            .observed = "next fortnight"};
  CHECK(mistakes(text) ==
        std::vector<std::string>{
            "own, observed `next fortnight` at byte 6: expected a weekday or `working day`, not "
            "`fortnight`",
            "own, without `Christmas Day`: the sets that this one is based on have no such holiday",
            "own, `A`: `2nd fry may` at byte 5: expected a weekday, such as `mon`, not `fry`",
            "own, ``: a holiday has a name of one line without `;` and `\"`",
            "own, `B`: `day after \"Nothing\"` at byte 11: there is no such holiday listed before this "
            "one"});
  CHECK(HolidaySet::make(text).error()[4].mistake.length == 9);
}

TEST_CASE("a holiday is counted from one listed before it, and not through a third one") {
  CHECK(year_of({{"A", "jan 2"}, {"B", "day after \"A\""}}, "", 2026) == "01-02 A | 01-03 B");
  CHECK(mistakes({.name = "own", .days = {{"B", "day after \"A\""}, {"A", "jan 2"}}}).size() == 1);
  CHECK(mistakes({.name = "own", .days = {{"A", "day after \"A\""}}}).size() == 1);
  CHECK(mistakes({.name = "own", .days = {{"A", "jan 2"}, {"B", "day after \"A\""}, {"C", "day after \"B\""}}}) ==
        std::vector<std::string>{"own, `C`: `day after \"B\"` at byte 11: this holiday is itself counted "
                                 "from another one"});
  CHECK(mistakes({.name = "own", .days = Days(401, {"A", "jan 2"})}) ==
        std::vector<std::string>{"own, `A`: `jan 2` at byte 1: a set has at most 400 holidays"});
}

TEST_CASE("a day lies at most 366 days from the one it is counted from, through however many steps") {
  const Days far{{"A", "100 days after 100 days after 100 days after 66 days after dec 31"}};
  CHECK(year_of(far, "", 2029) == "");
  CHECK(year_of(far, "", 2066) == "01-01 A");  // of 2064; the day of 2065 is the first of 2067
  CHECK(
      mistakes({.name = "own", .days = {{"A", "100 days after 100 days after 100 days after 67 days after jan 1"}}}) ==
      std::vector<std::string>{"own, `A`: `100 days after 100 days after 100 days after 67 days after "
                               "jan 1` at byte 1: a day lies at most 366 days from the one it is counted from"});
  CHECK(mistakes({.name = "own", .days = {{"A", "easter +200"}, {"B", "100 days after 67 days after \"A\""}}}) ==
        std::vector<std::string>{"own, `B`: `100 days after 67 days after \"A\"` at byte 30: a day lies at "
                                 "most 366 days from the one it is counted from"});
}

TEST_CASE("a set made by many dates and many references is worked out in bounded time") {
  std::string dates;
  for (int day = 1; day <= 28; ++day) {
    for (int month = 1; month <= 12; ++month) dates += fmt::format("2026-{:02}-{:02} ", month, day);
  }
  Days days(20, {"A", dates});
  days.resize(400, {"B", "day after \"A\""});
  // And eleven days after a 28th: the one of February is in the list.
  CHECK(made({.name = "own", .days = days})->in_year(std::chrono::year(2026)).size() == 12 * 28 + 11);
  days.insert(days.begin(), {"A", "jan 1"});
  days.pop_back();
  CHECK(mistakes({.name = "own", .days = days}).front().ends_with("this holiday has too many rules to count from"));
}

TEST_CASE("a set of one's own is valid where all sets below are") {
  const auto set = made({.name = "own", .based_on = {find_holiday_set("us-ga"), find_holiday_set("nz")}});
  CHECK(set->first_year() == std::chrono::year(2016));
  CHECK(set->last_year() == std::chrono::year(2050));
  CHECK(made({.name = "own", .days = {{"A", "jan 2"}}})->first_year() == std::chrono::year(1));
}

TEST_CASE("the days of a set are the rules from which it can be made again") {
  for (const std::string_view name : holiday_set_names()) {
    CAPTURE(name);
    const auto set = find_holiday_set(name);
    const auto again = made({.name = std::string(name), .days = set->days()});
    for (int year = 2024; year <= 2034; ++year) CHECK(year_of(*again, year) == year_of(*set, year));
  }
}
