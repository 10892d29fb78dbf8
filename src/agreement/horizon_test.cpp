#include "agreement/horizon.h"

#include <doctest/doctest.h>

namespace tandem::agreement {
namespace {

using calendar::Date;
using calendar::Zone;
using std::chrono::year;

const Zone kNewYork = *Zone::find("America/New_York");
constexpr Date kOctober = year(2026) / 10 / 1;

Horizon horizon(std::optional<Date> today, std::string_view length, Date effective = kOctober) {
  return horizon_of(effective, today, *parse_horizon(length), kNewYork);
}

TEST_CASE("a horizon is read in days or more, short or spelt out") {
  CHECK(to_text(*parse_horizon("12mo")) == "12 months");
  CHECK(to_text(*parse_horizon("12 mo")) == "12 months");
  CHECK(to_text(*parse_horizon("6 months")) == "6 months");
  CHECK(to_text(*parse_horizon("90 days")) == "90 days");
  CHECK(to_text(*parse_horizon("90d")) == "90 days");
  CHECK(to_text(*parse_horizon("2y")) == "2 years");
  CHECK(to_text(*parse_horizon("3w")) == "3 weeks");
  for (const std::string_view wrong : {"", "mo", "0 days", "12", "4 hours", "2 business days", "11y", "4000 days",
                                       "-1y", "1e3 days", "99999999999y"}) {
    CAPTURE(wrong);
    CHECK_FALSE(parse_horizon(wrong).has_value());
  }
}

TEST_CASE("before an agreement takes effect it is counted from there") {
  CHECK(horizon({}, "12mo").words == "the 12 months from 2026-10-01");
  CHECK(horizon(year(2026) / 1 / 1, "12mo").words == "the 12 months from 2026-10-01");
  CHECK(horizon(year(2020) / 1 / 1, "90d").words == "the 90 days from 2026-10-01");
  CHECK(horizon(kOctober, "12mo").words == "the 12 months from 2026-10-01");
}

TEST_CASE("within a year of that it begins with the agreement, and ends as long after the day of the check") {
  const Horizon next_day = horizon(year(2026) / 10 / 2, "12mo");
  CHECK(next_day.words == "the time from 2026-10-01 to 2027-10-01");
  CHECK(base::to_rfc3339(next_day.during.from) == "2026-10-01T04:00:00Z");
  CHECK(base::to_rfc3339(next_day.during.to) == "2027-10-02T04:00:00Z");
  CHECK(horizon(year(2027) / 1 / 1, "1mo").words == "the time from 2026-10-01 to 2027-01-31");
  CHECK(horizon(year(2027) / 10 / 1, "1d").words == "the time from 2026-10-01 to 2027-10-01");
}

TEST_CASE("an agreement that is older is looked at from the day of the check") {
  const Horizon old = horizon(year(2027) / 10 / 2, "12mo");
  CHECK(old.words == "the 12 months from 2027-10-02");
  CHECK(base::to_rfc3339(old.during.to) == "2028-10-02T04:00:00Z");
  CHECK(horizon(year(2030) / 3 / 1, "1mo").words == "the month from 2030-03-01");
  // However long it is looked at.
  CHECK(horizon(year(2027) / 10 / 2, "2y").words == "the 2 years from 2027-10-02");
}

TEST_CASE("dates that calendars do not reach are drawn in") {
  CHECK(horizon(year(2026) / 10 / 1, "1d", year(1) / 1 / 1).words == "the day from 2026-10-01");
  CHECK(horizon(year(1) / 1 / 2, "1d", year(1) / 1 / 1).words == "the day from 0002-01-01");
  CHECK(horizon(year(2026) / 10 / 1, "1d", year(9999) / 12 / 31).words == "the day from 9980-01-01");
}

TEST_CASE("it lasts from midnight to midnight of the agreement's zone") {
  const Horizon over_change = horizon({}, "2mo");
  CHECK(base::to_rfc3339(over_change.during.from) == "2026-10-01T04:00:00Z");
  CHECK(base::to_rfc3339(over_change.during.to) == "2026-12-01T05:00:00Z");
  // A month after the 31st is the last day of a shorter one.
  CHECK(base::to_rfc3339(horizon({}, "1mo", year(2027) / 1 / 31).during.to) == "2027-02-28T05:00:00Z");
}

}  // namespace
}  // namespace tandem::agreement
