#include "calendar/windows_zones.h"

#include <doctest/doctest.h>

#include "calendar/zone.h"

using namespace tandem::calendar;

TEST_CASE("Windows' names of zones are found, and every one of them is a zone here") {
  for (const char* name : {"AUS Central Standard Time", "Eastern Standard Time", "GMT Standard Time", "UTC", "UTC+12",
                           "W. Europe Standard Time", "Yukon Standard Time"}) {
    CAPTURE(name);
    const auto iana = find_windows_zone(name);
    REQUIRE(iana.has_value());
    CHECK(Zone::find(*iana).has_value());
  }
  CHECK(find_windows_zone("W. Europe Standard Time") == "Europe/Berlin");
  CHECK(find_windows_zone("Pacific Standard Time (Mexico)") == "America/Tijuana");
  CHECK(find_windows_zone("India Standard Time") == "Asia/Kolkata");
}

TEST_CASE("names on display are found where they tell the zone") {
  CHECK(find_windows_zone("(UTC-05:00) Eastern Time (US & Canada)") == "America/New_York");
  CHECK(find_windows_zone("(GMT-06.00) Central Time (US & Canada)") == "America/Chicago");
  CHECK(find_windows_zone("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna") == "Europe/Berlin");
  CHECK(find_windows_zone("(UTC+00:00) Dublin, Edinburgh, Lisbon, London") == "Europe/London");
  CHECK(find_windows_zone("(UTC-03:00) City of Buenos Aires") == std::nullopt);
}

TEST_CASE("what Windows does not have is not found") {
  for (const char* name :
       {"", "Customized Time Zone", "eastern standard time", "Europe/Berlin", "(UTC+01:00)", "(UTC) "}) {
    CAPTURE(name);
    CHECK_FALSE(find_windows_zone(name).has_value());
  }
}
