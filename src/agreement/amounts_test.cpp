#include "agreement/amounts.h"

#include <doctest/doctest.h>

namespace tandem::agreement {
namespace {

TEST_CASE("lengths are read as people write them") {
  struct Row {
    std::string_view text;
    std::int64_t count;
    Unit unit;
    bool business;
  };
  for (const Row& row : std::vector<Row>{{"15 min", 15, Unit::Minute, false},
                                         {"15min", 15, Unit::Minute, false},
                                         {"1 minute", 1, Unit::Minute, false},
                                         {"4 hours", 4, Unit::Hour, false},
                                         {"4 business hours", 4, Unit::Hour, true},
                                         {"2 business days", 2, Unit::Day, true},
                                         {"90 days", 90, Unit::Day, false},
                                         {"1 week", 1, Unit::Week, false},
                                         {"3 months", 3, Unit::Month, false},
                                         {"1 year", 1, Unit::Year, false},
                                         {"0 min", 0, Unit::Minute, false}}) {
    CAPTURE(row.text);
    const auto length = parse_length(row.text);
    REQUIRE(length);
    CHECK(length->count == row.count);
    CHECK(length->unit == row.unit);
    CHECK(length->business == row.business);
  }
}

TEST_CASE("lengths are written in one way, which reads as the same length") {
  for (const auto text : {"0 min", "1 min", "15 min", "1 hour", "4 hours", "1 business hour", "4 business hours",
                          "2 business days", "90 days", "1 week", "3 months", "1 year", "2 years"}) {
    const auto length = parse_length(text);
    REQUIRE(length);
    CHECK(to_text(*length) == text);
  }
  CHECK(to_text(*parse_length("15min")) == "15 min");
  CHECK(to_text(*parse_length("1 minute")) == "1 min");
}

TEST_CASE("what is no length is not taken for one") {
  for (const auto text :
       {"", "soon", "15", "min", "-5 min", "1.5 hours", "15 minits", "2 business weeks", "3 business months",
        "business days", "1 2 days", "99999999999 days", "101 years", "15 min later"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_length(text));
  }
}

TEST_CASE("a length beyond a hundred years is too long, and what is no length is not") {
  for (const auto text : {"101 years", "999999 years", "99999999999 days", "999999999999999999999 min",
                          "999999 business days", "5270400 business hours"}) {
    CAPTURE(text);
    CHECK(is_too_long(text));
  }
  for (const auto text : {"100 years", "15 min", "999999", "999999 business years", "-999999 days",
                          "99999999999.5 days", "999999 years later", "", "years"}) {
    CAPTURE(text);
    CHECK_FALSE(is_too_long(text));
  }
}

TEST_CASE("real time is what has a fixed length") {
  CHECK(real_time({2, Unit::Day, false}) == base::hours(48));
  CHECK(real_time({1, Unit::Week, false}) == base::hours(168));
  CHECK_FALSE(real_time({1, Unit::Month, false}));
  CHECK_FALSE(real_time({1, Unit::Hour, true}));
}

TEST_CASE("windows of a day") {
  const auto office = parse_window("08:00-17:30");
  REQUIRE(office);
  CHECK(office->from == base::hours(8));
  CHECK(office->to == base::minutes(17 * 60 + 30));
  const auto night = parse_window("22:00-06:00");
  REQUIRE(night);
  CHECK(night->to == base::hours(30));
  const auto all_day = parse_window("00:00-24:00");
  REQUIRE(all_day);
  CHECK(all_day->to == base::hours(24));
  for (const auto text :
       {"8-17", "08:00", "08:00-08:00", "24:00-24:00", "24:00-06:00", "25:00-26:00", "08:60-09:00", "08:00-24:01"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_window(text));
  }
}

TEST_CASE("days of the week") {
  using Days = std::vector<std::uint8_t>;
  CHECK(parse_weekdays("mon") == Days{0});
  CHECK(parse_weekdays("mon-fri") == Days{0, 1, 2, 3, 4});
  CHECK(parse_weekdays("sat-mon") == Days{5, 6, 0});
  CHECK(parse_weekdays("tue,thu") == Days{1, 3});
  CHECK(parse_weekdays("mon-wed, fri") == Days{0, 1, 2, 4});
  for (const auto text : {"", "monday", "mon-", "mon,mon", "mon-wed,tue", "fri-", ","}) {
    CAPTURE(text);
    CHECK_FALSE(parse_weekdays(text));
  }
}

TEST_CASE("moments, money, hours and measures") {
  const auto sync = parse_week_moment("tue 10:00");
  REQUIRE(sync);
  CHECK(sync->day == 1);
  CHECK(sync->time_of_day == base::hours(10));
  CHECK_FALSE(parse_week_moment("tue"));

  const auto cost = parse_money("5200 USD per month");
  REQUIRE(cost);
  CHECK(cost->hundredths == 520000);
  CHECK(cost->currency == "USD");
  CHECK(cost->per == Unit::Month);
  CHECK(parse_money("12.50 EUR")->hundredths == 1250);
  for (const auto text : {"5200", "5200 usd", "5200 USD monthly", "5200 USD per", "1.5 USD"})
    CHECK_FALSE(parse_money(text));

  CHECK(parse_hours_per("40")->hours == 40);
  CHECK(parse_hours_per("60 per month")->per == Unit::Month);
  CHECK_FALSE(parse_hours_per("60 hours"));

  CHECK(parse_measure("90 %")->percent);
  CHECK(parse_measure("90%")->number == doctest::Approx(90));
  CHECK(parse_measure("0.25")->number == doctest::Approx(0.25));
  CHECK_FALSE(parse_measure("most"));
}

TEST_CASE("names and mail addresses") {
  for (const auto good : {"desk", "harbor-it", "team-2", "3rd-line"}) CHECK(is_kebab_case(good));
  for (const auto bad : {"", "Desk", "harbor_it", "-desk", "desk-", "a--b", "a b", "a.b"})
    CHECK_FALSE(is_kebab_case(bad));
  for (const auto good : {"dana@harbor.example", "d.w+x@a-b.example"}) CHECK(is_email_address(good));
  for (const auto bad : {"", "dana", "@x.example", "dana@", "dana@host", "a b@x.example", "a@b@x.example",
                         "a@-x.example", "a@x..example"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_email_address(bad));
  }
}

}  // namespace
}  // namespace tandem::agreement
