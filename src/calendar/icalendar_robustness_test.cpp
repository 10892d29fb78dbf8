// Feeds that are cut off, damaged, absurd or hostile: an answer in bounded time, and never a crash. Run it under the
// sanitizers as well.
#include <doctest/doctest.h>

#include <random>

#include "calendar/icalendar.h"
#include "calendar/recurrence.h"

using namespace tandem;
using namespace tandem::calendar;

namespace {

const base::Interval kDecade{base::Instant::from_unix_s(1'577'836'800), base::Instant::from_unix_s(1'893'456'000)};

FeedOptions options() {
  return {.window = kDecade, .zone = *Zone::find("Europe/Berlin")};
}

// One of everything that is read.
constexpr std::string_view kFeed =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Team\r\n"
    "BEGIN:VTIMEZONE\r\nTZID:Own\r\nBEGIN:STANDARD\r\nDTSTART:19961027T030000\r\nTZOFFSETFROM:+0200\r\n"
    "TZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\n"
    "DTSTART:19810329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRDATE:19820328T020000\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"
    "BEGIN:VEVENT\r\nUID:series\r\nDTSTART;TZID=Own:20240101T090000\r\nDTEND;TZID=Own:20240101T100000\r\n"
    "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;WKST=SU;UNTIL=20260101T000000Z\r\nEXDATE;TZID=Own:20240108T090000\r\n"
    "RDATE;VALUE=PERIOD:20240203T090000Z/PT2H\r\nSUMMARY:St\xC3\xA4ndchen\\, w\xC3\xB6\r\n chentlich "
    "\xF0\x9F\x8E\xBB\r\n"
    "ORGANIZER;CN=\"A; B\":mailto:a@example.com\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:b@example.com\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:series\r\nRECURRENCE-ID;TZID=Own:20240115T090000\r\nDTSTART;TZID=Own:20240116T090000\r\n"
    "DURATION:P1DT2H\r\nSTATUS:TENTATIVE\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:days\r\nDTSTART;VALUE=DATE:20241224\r\nDTEND;VALUE=DATE:20250102\r\n"
    "RRULE:FREQ=YEARLY;COUNT=3\r\nTRANSP:TRANSPARENT\r\nX-MICROSOFT-CDO-BUSYSTATUS:OOF\r\nCATEGORIES:A,B\r\n"
    "BEGIN:VALARM\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

std::string with_event(std::string_view lines) {
  return fmt::format("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\n{}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", lines);
}

// Everything that an answer may be asked for; what it is made of must hold together.
void use(const base::Result<Feed>& feed) {
  if (!feed) {
    REQUIRE_FALSE(feed.error().message.empty());
    return;
  }
  for (const FeedEvent& event : feed->events) {
    REQUIRE_FALSE(event.spans.empty());
    for (const EventSpan& span : event.spans) {
      const base::Interval during = interval_of(span, *Zone::find("Europe/Berlin"));
      REQUIRE(during.from <= during.to);
      REQUIRE(during.from < kDecade.to);
      REQUIRE(during.to >= kDecade.from);
    }
  }
  for (const FeedFault& fault : feed->faults) REQUIRE_FALSE(fault.message.empty());
}

}  // namespace

TEST_CASE("every beginning of a feed is refused, and the whole is read") {
  const auto whole = read_icalendar(kFeed, options());
  REQUIRE(whole.has_value());
  CHECK(whole->faults.empty());
  CHECK(whole->events.size() == 3);
  const std::size_t needed = kFeed.size() - 2;  // the last line break is not
  for (std::size_t size = 0; size < needed; ++size) {
    CAPTURE(size);
    CHECK_FALSE(read_icalendar(kFeed.substr(0, size), options()).has_value());
  }
  CHECK(read_icalendar(kFeed.substr(0, needed), options()).has_value());
}

TEST_CASE("5,000 damaged feeds are read or refused") {
  std::mt19937 random(11);
  const auto below = [&](std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random); };
  constexpr std::string_view kWords[] = {
      "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "\r\n ", "9999", "-", "0", ";", ":", "\"", "T",
      "FREQ=SECONDLY",    "INTERVAL=7",     "\\",    ",",    "\n"};
  std::size_t read = 0;
  for (int i = 0; i < 5000; ++i) {
    std::string damaged(kFeed);
    for (std::size_t change = 0; change <= below(6); ++change) {
      const std::size_t at = below(damaged.size());
      const std::size_t size = std::min(below(30), damaged.size() - at);
      switch (below(5)) {
        case 0: damaged[at] = static_cast<char>(below(256)); break;
        case 1: damaged.erase(at, size); break;
        case 2: damaged.insert(at, std::string(damaged.substr(below(damaged.size()), size))); break;
        case 3: damaged.insert(at, kWords[below(std::size(kWords))]); break;
        default: damaged[at] = static_cast<char>('0' + below(10)); break;
      }
      if (damaged.empty()) damaged = "B";
    }
    const auto feed = read_icalendar(damaged, options());
    use(feed);
    read += feed.has_value() ? 1U : 0U;
  }
  CHECK(read > 1000);
  CHECK(read < 5000);
}

TEST_CASE("a million events are refused before anything is built") {
  std::string many = "BEGIN:VCALENDAR\r\n";
  for (int i = 0; i < 1'000'000; ++i) many += "BEGIN:VEVENT\r\nDTSTART:20260101\r\nEND:VEVENT\r\n";
  many += "END:VCALENDAR\r\n";
  CHECK(read_icalendar(many, options()).error().message.find("more than 10485760 are not read") != std::string::npos);
  FeedOptions large = options();
  large.limits.bytes = std::size_t{1} << 30;
  CHECK(read_icalendar(many, large).error().message == "line 300002: has more than 100000 events");
}

TEST_CASE("long lines, deep nesting and odd line ends") {
  const std::string huge(3'000'000, 'x');
  const auto of_huge = [&](std::string_view name) {
    return read_icalendar(with_event(fmt::format("{}:{}\r\nDTSTART:20260101", name, huge)), options());
  };
  CHECK(of_huge("DESCRIPTION")->faults.empty());
  REQUIRE(of_huge("SUMMARY")->faults.size() == 1);
  CHECK(of_huge("SUMMARY")->faults[0].message == "SUMMARY is longer than 1048576 bytes");
  std::string folded = "DESCRIPTION:";
  for (int i = 0; i < 300'000; ++i) folded += "\r\n \xC3\xA4";
  CHECK(read_icalendar(with_event(folded + "\r\nDTSTART:20260101"), options())->events.size() == 1);
  use(read_icalendar(with_event("DTSTART;TZID=" + std::string(900'000, '/') + ":20260101T000000"), options()));
  use(read_icalendar(with_event("DTSTART" + std::string(900'000, ';') + ":20260101T000000"), options()));
  use(read_icalendar(with_event("DTSTART:20260101\r\nEXDATE:" + std::string(900'000, ',')), options()));

  std::string deep = "BEGIN:VCALENDAR\n";
  for (int i = 0; i < 10'000; ++i) deep += "BEGIN:VEVENT\n";
  CHECK(read_icalendar(deep, options()).error().message.find("more than 16 deep") != std::string::npos);

  std::string other_ends(kFeed);
  std::erase(other_ends, '\r');
  CHECK(read_icalendar(other_ends, options())->events.size() == 3);
  std::string only_cr(kFeed);
  std::erase(only_cr, '\n');
  CHECK_FALSE(read_icalendar(only_cr, options()).has_value());
  CHECK(read_icalendar(with_event("SUMMARY:a\rb\tc\x07"
                                  "d\r\r\nDTSTART:20260101"),
                       options())
            ->events[0]
            .summary == "a b c d");
}

TEST_CASE("absurd times and rules are faults or nothing, quickly") {
  for (const char* lines :
       {"DTSTART:20260101T000000Z\r\nRRULE:FREQ=SECONDLY",
        "DTSTART:00010101T000000Z\r\nRRULE:FREQ=SECONDLY;BYSECOND=60",
        "DTSTART:20260101T000000Z\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "DTSTART:00010101T000000Z\r\nRRULE:FREQ=YEARLY;COUNT=999999999;BYMONTH=2;BYMONTHDAY=30",
        "DTSTART:20260101T000000Z\r\nRRULE:FREQ=DAILY;UNTIL=20250101T000000Z",
        "DTSTART:20260101T000000Z\r\nRRULE:FREQ=SECONDLY;INTERVAL=2;BYSECOND=59;COUNT=99999999",
        "DTSTART:20260101\r\nRRULE:RSCALE=HEBREW;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=40",
        "DTSTART:20260101\r\nRRULE:RSCALE=;FREQ=YEARLY", "DTSTART:99991231T235959Z\r\nRRULE:FREQ=YEARLY",
        "DTSTART;VALUE=DATE:99991231\r\nDTEND;VALUE=DATE:99991231\r\nRRULE:FREQ=DAILY",
        "DTSTART:00010101\r\nDURATION:P5217W\r\nRRULE:FREQ=DAILY",
        "DTSTART:20260101T000000Z\r\nDURATION:P36525DT3155760000S\r\nRRULE:FREQ=YEARLY;BYYEARDAY=-366,366",
        "DTSTART;TZID=Europe/Berlin:00010101T000000\r\nDTEND;TZID=Asia/Tokyo:00010101T000000"}) {
    CAPTURE(lines);
    use(read_icalendar(with_event(lines), options()));
  }
}

TEST_CASE("windows of any size are answered") {
  constexpr auto kLeast = std::numeric_limits<std::int64_t>::min();
  constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
  FeedOptions all = options();
  for (const auto& [from, to] : {std::pair(kLeast, kMost),
                                 {kLeast, std::int64_t{0}},
                                 {std::int64_t{0}, kMost},
                                 {kMost, kLeast},
                                 {kMost, kMost},
                                 {kLeast, kLeast}}) {
    all.window = {base::Instant::from_unix_us(from), base::Instant::from_unix_us(to)};
    const auto feed = read_icalendar(kFeed, all);
    REQUIRE(feed.has_value());
    CHECK(feed->faults.empty());
  }
}

TEST_CASE("a feed of hostile rules costs no more than its budget") {
  std::string lines = "BEGIN:VCALENDAR\r\n";
  for (int i = 0; i < 2000; ++i) {
    lines += fmt::format(
        "BEGIN:VEVENT\r\nUID:{}\r\nDTSTART:19000101T000000Z\r\n"
        "RRULE:FREQ=SECONDLY;INTERVAL=2;BYSECOND=1\r\nEND:VEVENT\r\n",
        i);
  }
  const auto feed = read_icalendar(lines + "END:VCALENDAR\r\n", options());
  REQUIRE_FALSE(feed.has_value());
  CHECK(feed.error().message.find("take more than 50000000 steps") != std::string::npos);
}

TEST_CASE("many threads read at once and see the same") {
  std::vector<std::thread> threads;
  std::atomic<int> same = 0;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int round = 0; round < 20; ++round) {
        const auto feed = read_icalendar(kFeed, options());
        same += feed && feed->events.size() == 3 ? 1 : 0;
      }
    });
  }
  for (std::thread& each : threads) each.join();
  CHECK(same == 80);
}
