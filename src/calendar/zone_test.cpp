#include "calendar/zone.h"

#include <doctest/doctest.h>

using namespace tandem;
using namespace tandem::calendar;
using base::parse_rfc3339;

namespace {
Zone zone(std::string_view name) {
  auto found = Zone::find(name);
  REQUIRE(found.has_value());
  return *found;
}
base::Instant at(std::string_view text) {
  return *parse_rfc3339(text);
}
}  // namespace

TEST_CASE("an unknown zone is refused by its name") {
  for (const char* name : {"Europe/Bristol", "", "../UTC", "localtime", "america/new_york", "EST5"}) {
    CAPTURE(name);
    const auto found = Zone::find(name);
    REQUIRE_FALSE(found.has_value());
    CHECK(found.error().message.find(fmt::format("`{}`", name)) != std::string::npos);
  }
  CHECK(zone("US/Eastern").name() == "US/Eastern");
}

TEST_CASE("a local time that does not exist is the instant of the jump, one that occurs twice its first occurrence") {
  struct Row {
    const char* zone;
    const char* local;
    const char* instant;
  };
  for (const Row& row : {Row{"America/New_York", "2026-03-08 01:59", "2026-03-08T06:59:00Z"},
                         {"America/New_York", "2026-03-08 02:00", "2026-03-08T07:00:00Z"},
                         {"America/New_York", "2026-03-08 02:30", "2026-03-08T07:00:00Z"},
                         {"America/New_York", "2026-03-08 03:00", "2026-03-08T07:00:00Z"},
                         {"America/New_York", "2026-11-01 01:30", "2026-11-01T05:30:00Z"},
                         {"America/New_York", "2026-11-01 02:00", "2026-11-01T07:00:00Z"},
                         {"Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-04T14:45:00Z"},
                         {"Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-03T15:30:00Z"},
                         {"Asia/Kathmandu", "2026-01-01 00:00", "2025-12-31T18:15:00Z"},
                         {"Pacific/Apia", "2011-12-30 12:00", "2011-12-30T10:00:00Z"}}) {
    CAPTURE(row.zone);
    CAPTURE(row.local);
    const auto local = parse_local_time(row.local);
    REQUIRE(local);
    CHECK(base::to_rfc3339(zone(row.zone).to_instant(local->date, local->time_of_day)) == row.instant);
  }
}

TEST_CASE("hours beyond midnight count into the following day") {
  const Zone berlin = zone("Europe/Berlin");
  CHECK(berlin.to_instant(*parse_date("2026-12-31"), base::hours(26)) == at("2027-01-01T01:00:00Z"));
}

TEST_CASE("an instant has one local time, also before 1970 and in the second pass of an hour") {
  const LocalTime old = zone("Europe/London").to_local(at("1960-07-01T12:00:00.5Z"));
  CHECK(old.date == *parse_date("1960-07-01"));
  CHECK(old.time_of_day == base::hours(13) + base::Duration(500'000));
  const LocalTime again = zone("America/New_York").to_local(at("2026-11-01T06:30:00Z"));
  CHECK(again.time_of_day == base::hours(1) + base::minutes(30));
}

TEST_CASE("dates and local times are read strictly") {
  CHECK(parse_date("2028-02-29").has_value());
  for (const char* text : {"", "2026-2-3", "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-01 ",
                           " 2026-01-01", "2026/01/01", "20260101", "+026-01-01", "2026-01-01T00:00"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
  CHECK(parse_local_time("2026-10-05 23:59")->time_of_day == base::hours(23) + base::minutes(59));
  for (const char* text : {"2026-10-05", "2026-10-05 24:00", "2026-10-05 9:00", "2026-10-05 09:60", "2026-10-05T09:00",
                           "2026-10-05 09:00:00", "2026-10-05  09:00"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_local_time(text));
  }
}
