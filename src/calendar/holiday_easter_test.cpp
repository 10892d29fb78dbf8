#include "calendar/holiday_easter.h"

#include <doctest/doctest.h>

#include "calendar/zone.h"

using namespace tandem::calendar;
using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;

namespace {

sys_days first_sunday_after(sys_days day) {
  day += days(1);
  return day + (std::chrono::Sunday - std::chrono::weekday(day));
}

// Knuth, The Art of Computer Programming, volume 1, exercise 1.3.2-14, after Clavius: by golden number and epact.
sys_days easter_by_epact(int number) {
  const int golden = number % 19 + 1;
  const int century = number / 100 + 1;
  const int skipped_leaps = 3 * century / 4 - 12;
  const int moon_correction = (8 * century + 5) / 25 - 5;
  const int sunday = 5 * number / 4 - skipped_leaps - 10;
  int epact = (11 * golden + 20 + moon_correction - skipped_leaps) % 30;
  if (epact < 0) epact += 30;
  if ((epact == 25 && golden > 11) || epact == 24) ++epact;
  int full_moon = 44 - epact;
  if (full_moon < 21) full_moon += 30;
  const int march_day = full_moon + 7 - (sunday + full_moon) % 7;
  return sys_days(year(number) / 3 / 1) + days(march_day - 1);
}

// The Paschal full moons of the Julian calendar as its tables list them: days of March by golden number.
sys_days orthodox_easter_by_table(int number) {
  constexpr std::array<int, 19> kFullMoons{36, 25, 44, 33, 22, 41, 30, 49, 38, 27, 46, 35, 24, 43, 32, 21, 40, 29, 48};
  const int full_moon = kFullMoons[static_cast<std::size_t>(number % 19)];
  // Julian day numbers count from a Monday; 1 March of the Julian year `number` is this many days after 0 March 1 AD.
  const int julian_days = 365 * number + number / 4;
  // 1 March 1583 in the Julian calendar was 11 March 1583 in ours.
  const int days_since = julian_days - (365 * 1583 + 1583 / 4);
  const sys_days first_of_march = sys_days(year(1583) / 3 / 11) + days(days_since);
  return first_sunday_after(first_of_march + days(full_moon - 1));
}

}  // namespace

TEST_CASE("easter is on the dates that are printed in calendars") {
  CHECK(easter_sunday(year(1583)) == sys_days(year(1583) / 4 / 10));
  CHECK(easter_sunday(year(1818)) == sys_days(year(1818) / 3 / 22));  // the earliest there is
  CHECK(easter_sunday(year(1943)) == sys_days(year(1943) / 4 / 25));  // the latest
  CHECK(easter_sunday(year(1954)) == sys_days(year(1954) / 4 / 18));
  CHECK(easter_sunday(year(1981)) == sys_days(year(1981) / 4 / 19));
  CHECK(easter_sunday(year(2000)) == sys_days(year(2000) / 4 / 23));
  CHECK(easter_sunday(year(2026)) == sys_days(year(2026) / 4 / 5));
  CHECK(easter_sunday(year(2049)) == sys_days(year(2049) / 4 / 18));
  CHECK(easter_sunday(year(2076)) == sys_days(year(2076) / 4 / 19));
  CHECK(orthodox_easter_sunday(year(2013)) == sys_days(year(2013) / 5 / 5));
  CHECK(orthodox_easter_sunday(year(2017)) == sys_days(year(2017) / 4 / 16));  // together with the Western one
  CHECK(orthodox_easter_sunday(year(2024)) == sys_days(year(2024) / 5 / 5));
  CHECK(orthodox_easter_sunday(year(2026)) == sys_days(year(2026) / 4 / 12));
}

TEST_CASE("two ways of reckoning easter agree from 1583 to 4099") {
  for (int number = 1583; number <= 4099; ++number) {
    CAPTURE(number);
    const sys_days easter = easter_sunday(year(number));
    REQUIRE(easter == easter_by_epact(number));
    REQUIRE(orthodox_easter_sunday(year(number)) == orthodox_easter_by_table(number));
    REQUIRE(easter >= sys_days(year(number) / 3 / 22));
    REQUIRE(easter <= sys_days(year(number) / 4 / 25));
  }
}

TEST_CASE("both easters are sundays in every year that there is") {
  for (int number = 1583; number <= 9999; ++number) {
    CAPTURE(number);
    REQUIRE(std::chrono::weekday(easter_sunday(year(number))) == std::chrono::Sunday);
    REQUIRE(std::chrono::weekday(orthodox_easter_sunday(year(number))) == std::chrono::Sunday);
  }
}
