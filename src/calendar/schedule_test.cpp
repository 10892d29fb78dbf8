#include "calendar/schedule.h"

#include <doctest/doctest.h>

using namespace tandem;
using namespace tandem::calendar;

namespace {
base::Interval hours(int from, int to) {
  return {base::Instant(base::hours(from)), base::Instant(base::hours(to))};
}
}  // namespace

TEST_CASE("a trimmed schedule keeps what lies within the window") {
  const TemporarySchedule given{.span = hours(10, 20),
                                .stints = {{0, hours(12, 18)}, {1, hours(9, 13)}, {2, hours(19, 20)}}};
  CHECK(trimmed(given, hours(11, 14)) ==
        TemporarySchedule{.span = hours(11, 14), .stints = {{0, hours(12, 14)}, {1, hours(11, 13)}}});
  CHECK(
      trimmed(given, hours(0, 30)) ==
      TemporarySchedule{.span = hours(10, 20), .stints = {{0, hours(12, 18)}, {1, hours(10, 13)}, {2, hours(19, 20)}}});
  CHECK_FALSE(trimmed(given, hours(20, 30)));
}

TEST_CASE("merged schedules are apart from one another, and so are the stints of each person") {
  const auto out = merged({{.span = hours(21, 22), .stints = {{1, hours(21, 23)}}},
                           {.span = hours(10, 20), .stints = {{0, hours(12, 18)}, {0, hours(11, 12)}}},
                           {.span = hours(9, 12), .stints = {{0, hours(8, 10)}}},
                           {.span = hours(22, 23), .stints = {}},
                           {.span = hours(5, 5), .stints = {}}});
  CHECK(out == std::vector<TemporarySchedule>{{.span = hours(9, 20), .stints = {{0, hours(9, 10)}, {0, hours(11, 18)}}},
                                              {.span = hours(21, 23), .stints = {{1, hours(21, 22)}}}});
}
