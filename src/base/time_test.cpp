#include "base/time.h"

#include <doctest/doctest.h>

using namespace tandem::base;

TEST_CASE("RFC 3339 text keeps an instant to the microsecond") {
  for (const std::int64_t us :
       {0LL, 1LL, 1'000LL, 999'999LL, 1'790'000'000'123'456LL, -1LL, -62'167'219'200'000'000LL}) {
    const auto at = Instant::from_unix_us(us);
    CHECK(parse_rfc3339(to_rfc3339(at)) == at);
  }
  CHECK(to_rfc3339(Instant::from_unix_s(0)) == "1970-01-01T00:00:00Z");
  CHECK(to_rfc3339(Instant::from_unix_us(1'500'000)) == "1970-01-01T00:00:01.500Z");
}

TEST_CASE("an offset is taken off") {
  CHECK(parse_rfc3339("2026-10-05T10:00:00-04:00") == parse_rfc3339("2026-10-05T14:00:00Z"));
  CHECK(parse_rfc3339("2026-10-05T10:00:00+05:45") == parse_rfc3339("2026-10-05T04:15:00Z"));
}

TEST_CASE("text that is not RFC 3339 is refused") {
  for (const char* text : {"", "2026-10-05", "2026-10-05 10:00:00Z", "2026-13-01T00:00:00Z", "2026-02-30T00:00:00Z",
                           "2026-10-05T24:00:00Z", "2026-10-05T10:00:00", "2026-10-05T10:00:00.Z",
                           "2026-10-05T10:00:00.1234567Z", "2026-10-05T10:00:00Zx", "2026-10-05T10:00:00+24:00"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_rfc3339(text));
  }
}

TEST_CASE("an interval holds its start and not its end") {
  const Interval hour{Instant::from_unix_s(0), Instant::from_unix_s(3600)};
  CHECK(hour.contains(hour.from));
  CHECK_FALSE(hour.contains(hour.to));
}
