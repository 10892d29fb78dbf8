#include "policy/term.h"

#include <doctest/doctest.h>

#include "policy/example_spec.h"

namespace tandem::policy {
namespace {

using base::Instant;
using enum Term::Unit;

Instant instant(std::string_view text) {
  return *base::parse_rfc3339(text);
}

TEST_CASE("a term in minutes is real time, and one in business minutes runs while the usual clock is open") {
  const auto policy = Policy::make(example_spec());
  const Instant friday = instant("2026-10-02T17:00:00-04:00");  // half an hour before closing
  CHECK(end_of({.count = 60, .unit = Minute}, *policy, friday) == friday + base::hours(1));
  CHECK(end_of({.count = 60, .unit = BusinessMinute}, *policy, friday) == instant("2026-10-03T09:30:00-04:00"));
}

TEST_CASE("without a usual clock all time is business time") {
  Spec spec = example_spec();
  spec.governance.clock = {};
  const auto policy = Policy::make(std::move(spec));
  const Instant friday = instant("2026-10-02T17:00:00-04:00");
  CHECK(end_of({.count = 60, .unit = BusinessMinute}, *policy, friday) == friday + base::hours(1));
}

TEST_CASE("on a usual clock that never opens a term in business time never ends") {
  Spec spec = example_spec();
  spec.calendars.push_back(
      {"shut", *calendar::BusinessCalendar::make({.zone = *calendar::Zone::find("America/New_York")}), {}});
  spec.governance.clock = {static_cast<std::uint32_t>(spec.calendars.size() - 1)};
  const auto policy = Policy::make(std::move(spec));
  CHECK_FALSE(end_of({.count = 1, .unit = BusinessMinute}, *policy, instant("2026-10-02T17:00:00Z")));
}

TEST_CASE("months keep the local time of day, and end on the last day of a shorter month") {
  const auto policy = Policy::make(example_spec());
  // Summer time ends in between: the same hour on the clock is another one in UTC.
  CHECK(end_of({.count = 3, .unit = Month}, *policy, instant("2026-08-15T10:00:00-04:00")) ==
        instant("2026-11-15T10:00:00-05:00"));
  CHECK(end_of({.count = 1, .unit = Month}, *policy, instant("2027-01-31T10:00:00-05:00")) ==
        instant("2027-02-28T10:00:00-05:00"));
  CHECK(end_of({.count = 13, .unit = Month}, *policy, instant("2027-01-30T10:00:00-05:00")) ==
        instant("2028-02-29T10:00:00-05:00"));
}

}  // namespace
}  // namespace tandem::policy
