#include "calendar/holiday_rule.h"

#include <doctest/doctest.h>

#include <random>

using namespace tandem::calendar;
using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;

namespace {

std::string written(sys_days day) {
  const Date date(day);
  return fmt::format("{}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

// The days of some years, "2026-01-19 2027-01-18".
std::string falls_on(std::string_view text, int first, int last) {
  const auto rule = parse_holiday_rule(text);
  REQUIRE_MESSAGE(rule.has_value(), text);
  std::string found;
  for (int number = first; number <= last; ++number) {
    std::vector<sys_days> fallen;
    days_of(*rule, year(number), fallen);
    for (const sys_days day : fallen) found += (found.empty() ? "" : " ") + written(day);
  }
  return found;
}

// "7+3 expected …": where a rule is wrong and why.
std::string mistake_in(std::string_view text) {
  const auto rule = parse_holiday_rule(text);
  if (rule) return "no mistake";
  return fmt::format("{}+{} {}", rule.error().at, rule.error().length, rule.error().message);
}

// Every form of the language.
constexpr std::array<std::string_view, 34> kRules{
    "jan 1",
    "25 December",
    "feb 29",
    "3rd mon jan",
    "first Tuesday of March",
    "last mon may",
    "5th fri in oct",
    "mon before may 25",
    "mon on or before may 24",
    "wed after nov 16",
    "mon on or after may 27",
    "mon nearest apr 23",
    "fri before last sat sep",
    "easter",
    "easter -2",
    "easter +39",
    "orthodox easter +1",
    "day after 4th thu nov",
    "2 days before last sun feb",
    "week after easter",
    "2 weeks before jun 30",
    "2022-09-19",
    "2022-06-24 2023-07-14, 2024-06-28",
    "jun 19 since 2021",
    "4th mon oct until 1977",
    "1st mon oct 2013-2015",
    "jan 20 every 4 years from 1937",
    "1st mon may not 1995 2020",
    "1st mon oct in 2012 2016-2022",
    "apr 25 unless sat sun",
    "dec 27 if mon and tue",
    "jul 4 observed nearest weekday",
    "jan 26 since 1988 observed next monday instead",
    "dec 25 not 2011 observed sat to previous working day and sun to tue"};

}  // namespace

TEST_CASE("rules fall on the days that they say") {
  CHECK(falls_on("jan 1", 2026, 2027) == "2026-01-01 2027-01-01");
  CHECK(falls_on("1 january", 2026, 2026) == "2026-01-01");
  CHECK(falls_on("feb 29", 2023, 2028) == "2024-02-29 2028-02-29");
  CHECK(falls_on("3rd mon jan", 2026, 2026) == "2026-01-19");
  CHECK(falls_on("Third Monday of January", 2026, 2026) == "2026-01-19");
  CHECK(falls_on("last mon may", 2026, 2027) == "2026-05-25 2027-05-31");
  CHECK(falls_on("5th fri oct", 2025, 2027) == "2025-10-31 2026-10-30 2027-10-29");
  CHECK(falls_on("5th thu feb", 2023, 2027) == "2024-02-29");
  CHECK(falls_on("mon before may 25", 2026, 2027) == "2026-05-18 2027-05-24");  // 25 May 2026 is a Monday itself
  CHECK(falls_on("mon on or before may 25", 2026, 2027) == "2026-05-25 2027-05-24");
  CHECK(falls_on("mon after may 25", 2026, 2027) == "2026-06-01 2027-05-31");
  CHECK(falls_on("mon on or after may 25", 2026, 2027) == "2026-05-25 2027-05-31");
  CHECK(falls_on("mon nearest jan 29", 2025, 2028) == "2025-01-27 2026-01-26 2027-02-01 2028-01-31");
  CHECK(falls_on("easter -2", 2026, 2026) == "2026-04-03");
  CHECK(falls_on("easter +39", 2026, 2026) == "2026-05-14");
  CHECK(falls_on("orthodox easter +1", 2026, 2026) == "2026-04-13");
  CHECK(falls_on("day after 4th thu nov", 2026, 2026) == "2026-11-27");
  CHECK(falls_on("10 days after 1st tue nov", 2026, 2026) == "2026-11-13");
  CHECK(falls_on("2 weeks before jun 30", 2026, 2026) == "2026-06-16");
  CHECK(falls_on("fri before last sat sep", 2026, 2026) == "2026-09-25");
  CHECK(falls_on("day before jan 1", 2026, 2026) == "2025-12-31");  // belongs to the year it is counted from
  CHECK(falls_on("2022-09-19 2023-05-08", 2020, 2030) == "2022-09-19 2023-05-08");
}

TEST_CASE("years and weekdays leave holidays out") {
  CHECK(falls_on("jun 19 since 2021", 2019, 2022) == "2021-06-19 2022-06-19");
  CHECK(falls_on("jun 19 until 2021", 2020, 2023) == "2020-06-19 2021-06-19");
  CHECK(falls_on("jun 19 2021-2022", 2019, 2024) == "2021-06-19 2022-06-19");
  CHECK(falls_on("jan 20 every 4 years from 1937", 2016, 2026) == "2017-01-20 2021-01-20 2025-01-20");
  CHECK(falls_on("jan 20 every 4 years from 1937", 1930, 1940) == "1937-01-20");
  CHECK(falls_on("1st mon may not 2020", 2019, 2021) == "2019-05-06 2021-05-03");
  CHECK(falls_on("may 1 in 2012 2016-2017", 2010, 2020) == "2012-05-01 2016-05-01 2017-05-01");
  CHECK(falls_on("apr 25 unless weekend", 2025, 2028) == "2025-04-25 2028-04-25");
  CHECK(falls_on("feb 1 if fri", 2023, 2035) == "2030-02-01");
  CHECK(falls_on("may 8 2020", 2019, 2021) == "2020-05-08");
  CHECK(falls_on("jan 1", 1580, 1584) == "1583-01-01 1584-01-01");
}

TEST_CASE("what is wrong in a rule is said with its place") {
  CHECK(mistake_in("").starts_with("0+0 expected a day, such as `jan 1`"));
  CHECK(mistake_in("  ").starts_with("2+0 expected a day"));
  CHECK(mistake_in("2nd fry may") == "4+3 expected a weekday, such as `mon`, not `fry`");
  CHECK(mistake_in("2nd fri") == "7+0 expected a month, such as `jan`, but the text ends here");
  CHECK(mistake_in("jan") == "3+0 expected a day of the month, but the text ends here");
  CHECK(mistake_in("feb 30") == "0+6 there is no such day in a year");
  CHECK(mistake_in("1st mon may perhaps").starts_with("12+7 expected `since`, `until`, `in`, `not` or `every`"));
  CHECK(mistake_in("mon befor may 25") ==
        "4+5 expected `before`, `after`, `on or before`, `on or after` or `nearest`, not `befor`");
  CHECK(mistake_in("mon after blursday").starts_with("10+8 expected a day, such as"));
  CHECK(mistake_in("easter -300") == "7+4 a day is at most 80 days before Easter and 200 after it");
  CHECK(mistake_in("easter -two") == "7+4 expected a count of days, such as `-2`, not `-two`");
  CHECK(mistake_in("day of jan 1") == "4+2 expected `before` or `after`, not `of`");
  CHECK(mistake_in("300 days after jan 1") == "0+8 a day is 1 to 100 days from the other one");
  CHECK(mistake_in("0 days after jan 1") == "0+6 a day is 1 to 100 days from the other one");
  CHECK(mistake_in("jan 1 since 21") == "12+2 expected a year of four digits, not `21`");
  CHECK(mistake_in("jan 1 since 2021 since 2022") == "17+5 this was said already");
  CHECK(mistake_in("jan 1 since 2021 until 2020") == "17+10 the last year is before the first");
  CHECK(mistake_in("jan 1 not never") == "10+5 expected a year of four digits, not `never`");
  CHECK(mistake_in("jan 1 every 4 years") == "19+0 expected `from` and the first of the years, but the text ends here");
  CHECK(mistake_in("jan 1 if friday unless fri") == "16+10 no weekday is left on which the holiday falls");
  CHECK(mistake_in("jan 1 observed sat to sat") == "15+10 a day is not moved to the same weekday");
  CHECK(mistake_in("jan 1 observed sat to fri and sat to mon") == "30+10 where this weekday is kept was said already");
  CHECK(mistake_in("jan 1 observed sometimes").starts_with("15+9 expected where it is kept"));
  CHECK(mistake_in("jan 1 observed next") == "19+0 expected a weekday or `working day`, but the text ends here");
  CHECK(mistake_in("2026-02-30").starts_with("0+10 expected a day"));
  CHECK(mistake_in("\x01\xff").starts_with("0+2 expected a day, such as"));
  CHECK(mistake_in("day after \"\"") == "10+2 expected the name of a holiday between the quotes");
  CHECK(mistake_in("day after day after day after day after day after jan 1") ==
        "50+3 this counts from too many other days");
  CHECK(mistake_in(std::string(5000, 'x')) == "4000+1000 a rule has at most 4000 bytes");
}

TEST_CASE("observed policies are read alone as in a rule") {
  CHECK(print(*parse_observed_policy("nearest weekday")) == "sat to fri and sun to mon");
  CHECK(print(*parse_observed_policy("next working day")) == "sat to next working day and sun to next working day");
  CHECK(print(*parse_observed_policy("weekend to next mon also")) == "sat to next mon and sun to next mon");
  CHECK(print(*parse_observed_policy("sun to mon instead")) == "sun to mon instead");
  CHECK(print(*parse_observed_policy("never")) == "never");
  CHECK(parse_observed_policy("").error().at == 0);
  CHECK(parse_observed_policy("next monday or so").error().at == 12);
}

TEST_CASE("the nearest, next and previous weekday are those of the calendar") {
  const sys_days start(year(2026) / 1 / 1);
  for (int i = 0; i < 14; ++i) {
    for (unsigned number = 1; number <= 7; ++number) {
      const sys_days day = start + days(i);
      const std::chrono::weekday wanted(number);
      CHECK(std::chrono::weekday(weekday_near(day, wanted, Side::Nearest)) == wanted);
      CHECK(std::chrono::abs(weekday_near(day, wanted, Side::Nearest) - day) <= days(3));
      const days behind = day - weekday_near(day, wanted, Side::Before);
      CHECK((behind >= days(1) && behind <= days(7)));
      const days ahead = weekday_near(day, wanted, Side::OnOrAfter) - day;
      CHECK((ahead >= days(0) && ahead <= days(6)));
      CHECK(weekday_near(day - days(1), wanted, Side::After) == weekday_near(day, wanted, Side::OnOrAfter));
      CHECK(weekday_near(day + days(1), wanted, Side::Before) == weekday_near(day, wanted, Side::OnOrBefore));
    }
  }
}

TEST_CASE("a printed rule is the same rule") {
  for (const std::string_view text : kRules) {
    CAPTURE(text);
    const std::string printed = print(*parse_holiday_rule(text));
    CAPTURE(printed);
    REQUIRE(parse_holiday_rule(printed).has_value());
    CHECK(print(*parse_holiday_rule(printed)) == printed);
    CHECK(falls_on(printed, 1900, 2100) == falls_on(text, 1900, 2100));
    CHECK(parse_holiday_rule(printed)->observed == parse_holiday_rule(text)->observed);
    CHECK(printed.find_first_of(",:#{}[]") == std::string::npos);  // plain in YAML, also between braces
  }
}

TEST_CASE("no rule falls outside of its year by more than what it counts") {
  for (const std::string_view text : kRules) {
    const auto rule = parse_holiday_rule(text);
    for (int number = 1583; number <= 4099; ++number) {
      std::vector<sys_days> fallen;
      days_of(*rule, year(number), fallen);
      for (const sys_days day : fallen) REQUIRE(Date(day).year() == year(number));
    }
  }
}

TEST_CASE("every beginning of a rule and every change to it is a rule or a mistake with its place") {
  const auto look_at = [](const std::string& text) {
    const auto rule = parse_holiday_rule(text);
    if (rule) {
      REQUIRE_MESSAGE(parse_holiday_rule(print(*rule)).has_value(), text);
      return true;
    }
    REQUIRE_MESSAGE(rule.error().at + rule.error().length <= text.size(), text);
    REQUIRE_MESSAGE(!rule.error().message.empty(), text);
    return false;
  };
  std::mt19937 random(20260405);
  std::size_t rules = 0;
  std::size_t mistakes = 0;
  for (const std::string_view whole : kRules) {
    for (std::size_t size = 0; size < whole.size(); ++size) {
      ++(look_at(std::string(whole.substr(0, size))) ? rules : mistakes);
    }
    for (int i = 0; i < 2000; ++i) {
      std::string text(whole);
      for (int changes = static_cast<int>(random() % 3); changes >= 0; --changes) {
        const std::size_t at = random() % text.size();
        switch (random() % 4) {
          case 0: text[at] = static_cast<char>(random() % 256); break;
          case 1: text.insert(at, 1, "0123456789 -+\",amost"[random() % 20]); break;
          case 2: text.insert(at, kRules[random() % kRules.size()]); break;
          default: text.erase(at, 1 + random() % 4); break;
        }
        if (text.empty()) text = "x";
      }
      ++(look_at(text) ? rules : mistakes);
    }
  }
  CHECK(rules > 500);
  CHECK(mistakes > 10000);
}
