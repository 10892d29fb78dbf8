#include "calendar/date_text.h"

#include <doctest/doctest.h>

using namespace tandem;
using namespace tandem::calendar;

TEST_CASE("a local time is told with its weekday, and with seconds only where there are some") {
  const Zone zone = *Zone::find("America/New_York");
  CHECK(local_time_text(*base::parse_rfc3339("2026-12-25T08:00:00Z"), zone) == "Fri 2026-12-25 03:00");
  CHECK(local_time_text(*base::parse_rfc3339("2026-07-05T03:59:59.9Z"), zone) == "Sat 2026-07-04 23:59:59");
  CHECK(local_time_text(*parse_local_time("0900-01-05 00:07")) == "Tue 0900-01-05 00:07");
}

TEST_CASE("weekdays have their names") {
  CHECK(weekday_short(std::chrono::Sunday) == "Sun");
  CHECK(weekday_long(std::chrono::Sunday) == "Sunday");
  CHECK(weekday_short(std::chrono::Monday) == "Mon");
  CHECK(weekday_long(std::chrono::Wednesday) == "Wednesday");
}
