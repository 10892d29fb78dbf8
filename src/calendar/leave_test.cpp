#include "calendar/leave.h"

#include <doctest/doctest.h>

using namespace tandem;
using namespace tandem::calendar;

namespace {
base::Instant at(std::string_view text) {
  return *base::parse_rfc3339(text);
}
Date day(std::string_view text) {
  return *parse_date(text);
}
base::Interval hours(int from, int to) {
  return {base::Instant(base::hours(from)), base::Instant(base::hours(to))};
}
const Zone kBerlin = *Zone::find("Europe/Berlin");
}  // namespace

TEST_CASE("whole days of a leave are both included, in the person's zone, also where clocks change") {
  CHECK(interval_of({.from = {day("2026-10-24")}, .to = {day("2026-10-25")}}, kBerlin) ==
        base::Interval{at("2026-10-23T22:00:00Z"), at("2026-10-25T23:00:00Z")});
  CHECK(interval_of({.from = {day("2026-12-21")}, .to = {day("2026-12-21")}}, *Zone::find("Asia/Kathmandu")) ==
        base::Interval{at("2026-12-20T18:15:00Z"), at("2026-12-21T18:15:00Z")});
}

TEST_CASE("a leave may begin and end within a day") {
  CHECK(interval_of({.from = {day("2026-12-21"), base::hours(13)}, .to = {day("2026-12-21"), base::hours(17)}},
                    kBerlin) == base::Interval{at("2026-12-21T12:00:00Z"), at("2026-12-21T16:00:00Z")});
  CHECK(interval_of({.from = {day("2026-12-21"), base::hours(13)}, .to = {day("2026-12-22")}}, kBerlin) ==
        base::Interval{at("2026-12-21T12:00:00Z"), at("2026-12-22T23:00:00Z")});
}

TEST_CASE("a leave that is none is refused in words") {
  const auto refused = [](LeaveEdge from, LeaveEdge to) {
    const auto found = interval_of({from, to}, kBerlin);
    REQUIRE_FALSE(found.has_value());
    CHECK(found.error().code == base::ErrorCode::BadInput);
    return found.error().message;
  };
  CHECK(refused({day("2026-12-22")}, {day("2026-12-21")}) == "a leave must begin before it ends");
  CHECK(refused({day("2026-12-21"), base::hours(9)}, {day("2026-12-21"), base::hours(9)}) ==
        "a leave must begin before it ends");
  CHECK(refused({std::chrono::year(2026) / 2 / 30}, {day("2026-12-21")}) ==
        "the beginning of a leave is not a date that exists");
  CHECK(refused({day("2026-12-21")}, {day("2026-12-21"), base::hours(24)}) ==
        "the end of a leave needs a time of day from 00:00 to 23:59");
  // 02:10 to 02:50 on the day that clocks skip from 02:00 to 03:00.
  CHECK(refused({day("2026-03-29"), base::minutes(130)}, {day("2026-03-29"), base::minutes(170)}) ==
        "a leave must begin before it ends");
}

TEST_CASE("absences are put in order, each moment told by the one that began first") {
  CHECK(normalised({{hours(10, 20), 2}, {hours(1, 12), 1}, {hours(3, 5), 3}, {hours(20, 22), 2}, {hours(30, 31), 2}}) ==
        std::vector<Absence>{{hours(1, 12), 1}, {hours(12, 22), 2}, {hours(30, 31), 2}});
  CHECK(normalised({}).empty());
}
