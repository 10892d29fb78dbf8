#include "calendar/posix_rule.h"

#include <doctest/doctest.h>

#include "base/time.h"

using namespace tandem;
using namespace tandem::calendar;
using std::chrono::seconds;
using std::chrono::year;

namespace {

// "2026-03-29T01:00:00Z/2026-10-25T01:00:00Z" for each stretch.
std::vector<std::string> summers(std::string_view text, int first, int last) {
  const auto rule = PosixRule::parse(text);
  REQUIRE(rule.has_value());
  std::vector<std::string> found;
  for (const auto& period : rule->daylight_periods(year(first), year(last))) {
    found.push_back(base::to_rfc3339(base::Instant::from_unix_s(period.from)) + "/" +
                    base::to_rfc3339(base::Instant::from_unix_s(period.to)));
  }
  return found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a rule says what the clocks show and what that is called") {
  const auto berlin = PosixRule::parse("CET-1CEST,M3.5.0,M10.5.0/3");
  REQUIRE(berlin.has_value());
  CHECK(berlin->standard() == LocalTimeType{seconds(3600), false, "CET"});
  REQUIRE(berlin->daylight() != nullptr);
  CHECK(*berlin->daylight() == LocalTimeType{seconds(7200), true, "CEST"});

  const auto quoted = PosixRule::parse("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0");
  REQUIRE(quoted.has_value());
  CHECK(quoted->standard() == LocalTimeType{seconds(37'800), false, "+1030"});
  CHECK(*quoted->daylight() == LocalTimeType{seconds(39'600), true, "+11"});

  const auto fixed = PosixRule::parse("<-0330>+03:30:15");
  REQUIRE(fixed.has_value());
  CHECK(fixed->standard() == LocalTimeType{seconds(-12'615), false, "-0330"});
  CHECK(fixed->daylight() == nullptr);
  CHECK(fixed->daylight_periods(year(2026), year(2030)).empty());
}

TEST_CASE("the days of a rule are the nth weekday, the last one, and days of the year with and without 29 February") {
  CHECK(summers("CET-1CEST,M3.5.0,M10.5.0/3", 2026, 2026) == Texts{"2026-03-29T01:00:00Z/2026-10-25T01:00:00Z"});
  CHECK(summers("EST5EDT,M3.2.0,M11.1.0", 2040, 2040) == Texts{"2040-03-11T07:00:00Z/2040-11-04T06:00:00Z"});
  CHECK(summers("AAA0BBB,J59/0,J60/1", 2028, 2028) == Texts{"2028-02-28T00:00:00Z/2028-03-01T00:00:00Z"});
  CHECK(summers("AAA0BBB,58/0,59/1", 2028, 2028) == Texts{"2028-02-28T00:00:00Z/2028-02-29T00:00:00Z"});
  CHECK(summers("AAA0BBB,0/0,J365/25", 2027, 2027) == Texts{"2027-01-01T00:00:00Z/2028-01-01T00:00:00Z"});
}

TEST_CASE("summer lies over New Year in the south, and winter is the exception in Dublin") {
  CHECK(summers("NZST-12NZDT,M9.5.0,M4.1.0/3", 2026, 2026) == Texts{"2026-09-26T14:00:00Z/2027-04-03T14:00:00Z"});
  CHECK(summers("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 2040, 2040) ==
        Texts{"2040-10-06T15:30:00Z/2041-04-06T15:00:00Z"});
  CHECK(summers("IST-1GMT0,M10.5.0,M3.5.0/1", 2026, 2026) == Texts{"2026-10-25T01:00:00Z/2027-03-28T01:00:00Z"});
}

TEST_CASE("hours of a change reach over the days around it") {
  CHECK(summers("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 2026, 2026) == Texts{"2026-03-29T01:00:00Z/2026-10-25T01:00:00Z"});
  CHECK(summers("IST-2IDT,M3.4.4/26,M10.5.0", 2026, 2026) == Texts{"2026-03-27T00:00:00Z/2026-10-24T23:00:00Z"});
  CHECK(summers("AAA0BBB,J10/-167,J20/167", 2026, 2026) == Texts{"2026-01-03T01:00:00Z/2026-01-26T22:00:00Z"});
  CHECK(summers("AAA0BBB,J10/0:30:15,J20/+1", 2026, 2026) == Texts{"2026-01-10T00:30:15Z/2026-01-20T00:00:00Z"});
}

TEST_CASE("daylight time all year is one stretch, and none at all is none") {
  CHECK(summers("XXX3EDT4,0/0,J365/23", 2026, 2028) == Texts{"2026-01-01T03:00:00Z/2029-01-01T03:00:00Z"});
  CHECK(summers("AAA0BBB,J10/0,J10/1", 2026, 2028).empty());
}

TEST_CASE("what is not a rule is refused") {
  for (const char* text : {"",
                           "CET",
                           "CE-1",
                           "CET-25",
                           "CET-1CEST",
                           "CET-1CEST,",
                           "CET-1CEST,M3.5.0",
                           "CET-1CEST,M3.5.0,",
                           "CET-1CEST,M3.5.0,M10.5.0/3 ",
                           "CET-1CEST,M3.5.0,M10.5.0/168",
                           "CET-1CEST,M3.5.0,M10.5.0/-168",
                           "CET-1CEST,M13.5.0,M10.5.0",
                           "CET-1CEST,M0.5.0,M10.5.0",
                           "CET-1CEST,M3.6.0,M10.5.0",
                           "CET-1CEST,M3.0.0,M10.5.0",
                           "CET-1CEST,M3.5.7,M10.5.0",
                           "CET-1CEST,J0,J365",
                           "CET-1CEST,J366,J1",
                           "CET-1CEST,366,1",
                           "CET-1:60",
                           "CET-1:00:60",
                           "<+1>-1",
                           "<CET-1",
                           "C3T-1",
                           "CET--1",
                           "CET-0001",
                           ":Europe/Berlin"}) {
    CAPTURE(text);
    CHECK_FALSE(PosixRule::parse(text).has_value());
  }
}
