#include "cli/calendar_span.h"

#include <doctest/doctest.h>

using namespace tandem;
using namespace tandem::cli;

namespace {

const base::ManualClock kClock(*base::parse_rfc3339("2026-11-24T02:30:00Z"));  // still Monday in New York

std::string spelled(const SpanWords& words) {
  const auto zone = *calendar::Zone::find("America/New_York");
  const auto span = span_of(words, zone, kClock);
  if (!span) return span.error();
  return base::to_rfc3339(span->from) + " " + base::to_rfc3339(span->to) + " " + span_text(*span, zone);
}

}  // namespace

TEST_CASE("a span is four weeks from today where nothing else is said") {
  CHECK(spelled({}) == "2026-11-23T05:00:00Z 2026-12-21T05:00:00Z Mon 2026-11-23 to Sun 2026-12-20");
  CHECK(spelled({.from = "2026-10-31", .to = {}}) ==
        "2026-10-31T04:00:00Z 2026-11-28T05:00:00Z Sat 2026-10-31 to Fri 2026-11-27");
}

TEST_CASE("a date at the end of a span is its last day, a time is its end") {
  CHECK(spelled({.from = "2026-11-01", .to = "2026-11-01"}) ==
        "2026-11-01T04:00:00Z 2026-11-02T05:00:00Z Sun 2026-11-01");
  CHECK(spelled({.from = "2026-11-23 08:00", .to = "2026-11-23 17:30"}) ==
        "2026-11-23T13:00:00Z 2026-11-23T22:30:00Z Mon 2026-11-23 08:00 to Mon 2026-11-23 17:30");
  CHECK(spelled({.from = "2026-11-23T05:00:00Z", .to = "2026-11-24T05:00:00Z"}).ends_with(" Mon 2026-11-23"));
}

TEST_CASE("what is no span is said in words") {
  CHECK(spelled({.from = "tomorrow", .to = {}}) ==
        "`tomorrow` is not a time: write 2026-12-25, 2026-12-25 03:00 or 2026-12-25T03:00:00Z");
  CHECK(spelled({.from = {}, .to = "2026-02-30"}).starts_with("`2026-02-30` is not a time"));
  CHECK(spelled({.from = "2026-11-23", .to = "2026-11-22"}) ==
        "the end, Mon 2026-11-23 00:00, is not behind the beginning, Mon 2026-11-23 00:00");
  CHECK(spelled({.from = "2026-11-23", .to = "2036-12-31"}) == "ten years at most can be shown at a time");
}
