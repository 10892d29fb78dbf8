#include "calendar/holiday_easter.h"

namespace tandem::calendar {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;

// The anonymous Gregorian algorithm (Nature, 20 April 1876), in the form of Meeus, Astronomical Algorithms, chapter 8.
sys_days easter_sunday(year in_year) {
  const int number = static_cast<int>(in_year);
  const int golden = number % 19;
  const int century = number / 100;
  const int of_century = number % 100;
  const int skipped_leaps = century / 4;
  const int moon_correction = (century - (century + 8) / 25 + 1) / 3;
  const int epact = (19 * golden + century - skipped_leaps - moon_correction + 15) % 30;
  const int to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
  const int late = (golden + 11 * epact + 22 * to_sunday) / 451;
  const int since_march = epact + to_sunday - 7 * late + 114;
  return sys_days(in_year / month(static_cast<unsigned>(since_march / 31)) /
                  day(static_cast<unsigned>(since_march % 31 + 1)));
}

// Meeus, the same chapter: Easter in the Julian calendar, whose dates lie behind by a day more in each century year
// that is no leap year of ours.
sys_days orthodox_easter_sunday(year in_year) {
  const int number = static_cast<int>(in_year);
  const int full_moon = (19 * (number % 19) + 15) % 30;
  const int to_sunday = (2 * (number % 4) + 4 * (number % 7) - full_moon + 34) % 7;
  const int since_march = full_moon + to_sunday + 114;
  const sys_days as_written(in_year / month(static_cast<unsigned>(since_march / 31)) /
                            day(static_cast<unsigned>(since_march % 31 + 1)));
  const int behind = number / 100 - number / 400 - 2;
  return as_written + days(behind);
}

}  // namespace tandem::calendar
