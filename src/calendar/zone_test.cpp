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
  for (const char* name : {"Europe/Bristol", "", "../UTC", "localtime", "america/new_york", "EST5", "posixrules",
                           "posix/UTC", "right/UTC", "Europe", "Europe/", "/UTC", "/usr/share/zoneinfo/UTC",
                           "Europe//Berlin", "Europe/../UTC", "./UTC", "UTC ", "zone.tab", "leapseconds"}) {
    CAPTURE(name);
    const auto found = Zone::find(name);
    REQUIRE_FALSE(found.has_value());
    CHECK(found.error().message.find(fmt::format("`{}`", name)) != std::string::npos);
  }
  CHECK_FALSE(Zone::find(std::string_view("UTC\0", 4)).has_value());
  CHECK_FALSE(Zone::find(std::string(5000, 'a')).has_value());
  CHECK(zone("US/Eastern").name() == "US/Eastern");
  CHECK(zone("US/Eastern") == zone("US/Eastern"));
  CHECK(zone("Etc/GMT+5").offset_at(at("2026-01-01T00:00:00Z")) == -base::hours(5));
}

TEST_CASE("clock changes are the recorded ones, and beyond the record those of the zone's rule") {
  struct Row {
    const char* zone;
    const char* at;
    int before;  // minutes
    int after;
    bool daylight;
    const char* abbreviation;
  };
  const Row rows[] = {
      {"America/New_York", "2026-03-08T07:00:00Z", -300, -240, true, "EDT"},
      {"America/New_York", "2026-11-01T06:00:00Z", -240, -300, false, "EST"},
      {"America/New_York", "2050-03-13T07:00:00Z", -300, -240, true, "EDT"},
      {"America/New_York", "2050-11-06T06:00:00Z", -240, -300, false, "EST"},
      {"Europe/Berlin", "2099-03-29T01:00:00Z", 60, 120, true, "CEST"},
      {"Europe/Berlin", "2099-10-25T01:00:00Z", 120, 60, false, "CET"},
      {"Europe/Berlin", "3000-03-30T01:00:00Z", 60, 120, true, "CEST"},
      {"Europe/Berlin", "3000-10-26T01:00:00Z", 120, 60, false, "CET"},
      {"Europe/Dublin", "2040-03-25T01:00:00Z", 0, 60, false, "IST"},
      {"Europe/Dublin", "2040-10-28T01:00:00Z", 60, 0, true, "GMT"},
      {"Australia/Lord_Howe", "2040-03-31T15:00:00Z", 660, 630, false, "+1030"},
      {"Australia/Lord_Howe", "2040-10-06T15:30:00Z", 630, 660, true, "+11"},
      {"Pacific/Chatham", "2045-04-01T14:00:00Z", 825, 765, false, "+1245"},
      {"Pacific/Chatham", "2045-09-23T14:00:00Z", 765, 825, true, "+1345"},
      {"Asia/Kathmandu", "1985-12-31T18:30:00Z", 330, 345, false, "+0545"},
      {"Africa/Casablanca", "2026-02-15T02:00:00Z", 60, 0, true, "+00"},
      {"Africa/Casablanca", "2026-03-22T02:00:00Z", 0, 60, false, "+01"},
      {"Pacific/Apia", "2011-09-24T14:00:00Z", -660, -600, true, "-10"},
      {"Pacific/Apia", "2011-12-30T10:00:00Z", -600, 840, true, "+14"},
      {"Antarctica/Troll", "2050-03-27T01:00:00Z", 0, 120, true, "+02"},
      {"Antarctica/Troll", "2050-10-30T01:00:00Z", 120, 0, false, "+00"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.zone);
    CAPTURE(row.at);
    const Zone place = zone(row.zone);
    const base::Instant instant = at(row.at);
    const Transition expected{instant, base::minutes(row.before), base::minutes(row.after), row.daylight,
                              row.abbreviation};
    CHECK(place.transitions({instant, instant + base::Duration(1)}) == std::vector{expected});
    // No other change within five weeks on either side.
    const base::Duration weeks = base::hours(24 * 34);
    CHECK(place.transitions({instant - weeks, instant}).empty());
    CHECK(place.transitions({instant + base::Duration(1), instant + weeks}).empty());
    CHECK(place.offset_at(instant - base::Duration(1)) == expected.before);
    CHECK(place.offset_at(instant) == expected.after);
    const auto changes = place.transitions({instant, instant + base::Duration(1)});
    REQUIRE(changes.size() == 1);
    CHECK(changes.front().daylight == row.daylight);
    CHECK(place.abbreviation_at(instant) == row.abbreviation);
  }
}

TEST_CASE("changes of many years are counted without a hole where the rule starts over") {
  const Zone berlin = zone("Europe/Berlin");
  CHECK(berlin.transitions({at("2000-01-01T00:00:00Z"), at("9000-01-01T00:00:00Z")}).size() == 2 * 7000);
  const auto all = berlin.transitions({at("2300-01-01T00:00:00Z"), at("3300-01-01T00:00:00Z")});
  base::Duration offset = base::hours(1);
  base::Instant last = at("2299-10-01T00:00:00Z");
  for (const Transition& each : all) {
    CHECK(each.before == offset);
    CHECK(each.at - last > base::hours(24 * 120));
    last = each.at;
    offset = each.after;
  }
  CHECK(berlin.transitions({at("2026-07-01T00:00:00Z"), at("2026-07-01T00:00:00Z")}).empty());
  CHECK(zone("UTC").transitions({at("0001-01-01T00:00:00Z"), at("9999-12-31T00:00:00Z")}).empty());
}

TEST_CASE("what is shown first at a local time was shown by no instant before") {
  for (const char* name :
       {"America/New_York", "Europe/Dublin", "Australia/Lord_Howe", "Pacific/Apia", "Antarctica/Troll",
        "America/Juneau", "Asia/Manila", "Africa/Casablanca", "Pacific/Kwajalein"}) {
    CAPTURE(name);
    const Zone place = zone(name);
    const auto shown = [&](base::Instant instant) {
      return instant.sys().time_since_epoch() + place.offset_at(instant);
    };
    for (const Transition& change : place.transitions({at("1800-01-01T00:00:00Z"), at("2500-01-01T00:00:00Z")})) {
      for (int step = -40; step <= 40; ++step) {
        const base::Duration wall = shown(change.at) + step * base::minutes(45);
        const auto day = std::chrono::floor<std::chrono::days>(wall);
        const base::Instant first = place.to_instant(Date(std::chrono::sys_days(day)), wall - day);
        bool right = shown(first) >= wall && shown(first - base::Duration(1)) < wall;
        for (int hours = 1; hours < 30; ++hours) right = right && shown(first - base::hours(hours)) < wall;
        CHECK(right);
      }
    }
  }
}

TEST_CASE("before the first change a zone has its local mean time, in the year 1 as in 1800") {
  const Zone new_york = zone("America/New_York");
  CHECK(new_york.offset_at(at("1800-01-01T00:00:00Z")) == -base::seconds(17'762));
  CHECK(new_york.offset_at(at("0001-01-01T00:00:00Z")) == -base::seconds(17'762));
  CHECK(new_york.to_instant(*parse_date("0001-06-01"), {}) == at("0001-06-01T04:56:02Z"));
  CHECK(new_york.offset_at(at("9999-07-01T00:00:00Z")) == -base::hours(4));
  CHECK(new_york.to_instant(*parse_date("9999-07-01"), base::hours(12)) == at("9999-07-01T16:00:00Z"));
}

TEST_CASE("threads that ask for a zone at the same time get the same one") {
  std::vector<std::optional<Zone>> found(8);
  {
    std::vector<std::jthread> threads;
    for (auto& mine : found) threads.emplace_back([&mine] { mine = zone("Indian/Mauritius"); });
  }
  for (const auto& each : found) CHECK(each == found.front());
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
