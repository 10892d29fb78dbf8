#include "calendar/icalendar_document.h"

#include <doctest/doctest.h>
#include <libical/ical.h>

#include <fstream>
#include <random>

#include "base/utf8.h"
#include "calendar/wall_clock.h"

using namespace tandem;
using namespace tandem::calendar;

namespace {

base::Instant at(std::string_view text) {
  return *base::parse_rfc3339(text);
}

constexpr base::Interval kAll{base::Instant::from_unix_s(0), base::Instant::from_unix_s(4'102'444'800)};

CalendarDocument document(std::string_view zone) {
  return {.name = "On call", .zone = *Zone::find(zone), .stamp = at("2026-10-05T12:00:00Z")};
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t found = text.find(what); found != std::string::npos; found = text.find(what, found + with.size())) {
    text.replace(found, what.size(), with);
  }
  return text;
}

// Reads a document back in a zone that is not its own.
Feed read(std::string_view bytes) {
  auto feed = read_icalendar(bytes, {.window = kAll, .zone = *Zone::find("Pacific/Auckland")});
  REQUIRE_MESSAGE(feed.has_value(), feed.error().message);
  return *std::move(feed);
}

// The same with nothing but the document's own VTIMEZONE to tell the zone by.
Feed read_by_own_zone(std::string bytes, std::string_view zone) {
  bytes = replaced(std::move(bytes), fmt::format("TZID:{}", zone), "TZID:Nowhere");
  bytes = replaced(std::move(bytes), fmt::format("TZID={}", zone), "TZID=Nowhere");
  return read(replaced(std::move(bytes), fmt::format("X-LIC-LOCATION:{}\r\n", zone), ""));
}

std::vector<EventSpan> spans(const Feed& feed) {
  std::vector<EventSpan> out;
  for (const FeedEvent& event : feed.events) out.insert(out.end(), event.spans.begin(), event.spans.end());
  return out;
}

std::vector<std::string> lines_of(std::string_view bytes) {
  std::vector<std::string> out;
  for (const auto each : std::views::split(bytes, std::string_view("\r\n"))) {
    const std::string_view line(each.begin(), each.end());
    if (line.starts_with(' ') && !out.empty()) {
      out.back() += line.substr(1);
    } else {
      out.emplace_back(line);
    }
  }
  return out;
}

bool holds(std::string_view bytes, std::string_view line) {
  return std::ranges::count(lines_of(bytes), line) == 1;
}

}  // namespace

TEST_CASE("a feed is written as it was agreed") {
  CalendarDocument feed = document("Europe/Berlin");
  feed.description = "Who has the pager; nights, too";
  feed.entries = {
      {.uid = "shift-1@desk.example",
       .span = base::Interval{at("2026-10-24T16:00:00Z"), at("2026-10-25T07:00:00Z")},
       .summary = "Ines: night, service desk",
       .description = "Call first.\nThen mail.",
       .categories = {"On call", "Night, long"},
       .changed = at("2026-10-01T08:00:00Z"),
       .sequence = 2},
      {.uid = "leave-2@desk.example",
       .span = WholeDays{std::chrono::year(2026) / 12 / 28, std::chrono::year(2027) / 1 / 4},
       .summary = "Bo away",
       .busy = BusyStatus::OutOfOffice,
       .is_private = true},
      {.uid = "shift-3@desk.example",
       .span = base::Interval{at("2026-10-25T01:15:00Z"), at("2026-10-25T01:45:00Z")},  // the second pass of 02:15
       .summary = "Hand-over \xF0\x9F\x8E\x83, where the hour occurs twice and the line is longer than it may be",
       .busy = BusyStatus::Free,
       .tentative = true},
  };
  std::ifstream file(TANDEM_ROOT "/src/calendar/icalendar_document_golden.ics", std::ios::binary);
  REQUIRE(file.good());
  const std::string golden{std::istreambuf_iterator<char>(file), {}};
  CHECK(write_icalendar(feed) == golden);
}

TEST_CASE("summer of the south is daylight time to the end, and its rule has none") {
  CalendarDocument feed = document("Pacific/Auckland");
  feed.entries = {{.uid = "1", .span = base::Interval{at("2026-06-01T00:00:00Z"), at("2026-06-01T08:00:00Z")}}};
  const std::string bytes = write_icalendar(feed);
  const std::size_t from = bytes.find("BEGIN:VTIMEZONE");
  const std::size_t to = bytes.find("END:VTIMEZONE");
  REQUIRE(to != std::string::npos);
  CHECK(bytes.substr(from, to - from) ==
        "BEGIN:VTIMEZONE\r\n"
        "TZID:Pacific/Auckland\r\n"
        "X-LIC-LOCATION:Pacific/Auckland\r\n"
        "BEGIN:STANDARD\r\n"
        "DTSTART:20250406T030000\r\n"
        "TZOFFSETFROM:+1300\r\n"
        "TZOFFSETTO:+1200\r\n"
        "TZNAME:NZST\r\n"
        "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU\r\n"
        "END:STANDARD\r\n"
        "BEGIN:DAYLIGHT\r\n"
        "DTSTART:20250928T020000\r\n"
        "TZOFFSETFROM:+1200\r\n"
        "TZOFFSETTO:+1300\r\n"
        "TZNAME:NZDT\r\n"
        "RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=-1SU\r\n"
        "END:DAYLIGHT\r\n");
}

TEST_CASE("what is written is read back the same, in any zone, by its name and by its own VTIMEZONE") {
  std::mt19937 random(7);
  const auto below = [&](std::int64_t end) { return std::uniform_int_distribution<std::int64_t>(0, end - 1)(random); };
  constexpr std::string_view kPieces[] = {"a",
                                          "B ",
                                          ",",
                                          ";",
                                          "\\",
                                          "\n",
                                          "\\n",
                                          ":",
                                          "\"",
                                          "\xC3\xA4",
                                          "\xE2\x82\xAC",
                                          "=",
                                          "^n",
                                          " x",
                                          "\xF0\x9F\x8E\x83",
                                          "word",
                                          "\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA"};
  const auto text = [&](std::int64_t most) {
    std::string out = "t";  // a text of nothing is not written
    for (std::int64_t i = below(most); i > 0; --i) out += kPieces[below(std::ssize(kPieces))];
    return out;
  };
  constexpr std::string_view kZones[] = {"Europe/Berlin",  "America/New_York",  "Australia/Lord_Howe",
                                         "Asia/Kathmandu", "America/Sao_Paulo", "Africa/Casablanca",
                                         "Europe/Dublin",  "Etc/UTC",           "Asia/Jerusalem",
                                         "Pacific/Apia",   "America/Santiago",  "Asia/Tehran"};
  for (int i = 0; i < 300; ++i) {
    const std::string_view zone = kZones[static_cast<std::size_t>(i) % std::size(kZones)];
    CAPTURE(zone);
    CalendarDocument written = document(zone);
    written.name = text(40);
    base::Instant from = at("2008-01-01T00:00:00Z") + base::hours(below(24 * 365 * 25));
    for (std::int64_t n = 0; n < 20; ++n) {
      CalendarEntry entry{.uid = fmt::format("{}-{}", n, text(20)), .span = WholeDays{}, .summary = text(60)};
      from = from + base::seconds(1 + below(i % 2 == 0 ? 86'400 : 86'400 * 200));
      const base::Instant to = from + base::seconds(below(86'400 * 3));
      entry.span = base::Interval{from, to};
      if (below(4) == 0) {
        const std::chrono::sys_days day = std::chrono::floor<std::chrono::days>(from.sys());
        entry.span = WholeDays{Date(day), Date(day + std::chrono::days(1 + below(20)))};
        from = from + base::hours(48);
      }
      for (std::int64_t c = below(3); c > 0; --c) entry.categories.push_back(text(8));
      entry.busy = static_cast<BusyStatus>(below(5));
      entry.tentative = below(2) == 0;
      written.entries.push_back(std::move(entry));
    }
    const std::string bytes = write_icalendar(written);
    for (const Feed& feed : {read(bytes), read_by_own_zone(bytes, zone)}) {
      REQUIRE(feed.faults.empty());
      CHECK(feed.name == written.name);
      REQUIRE(feed.events.size() == written.entries.size());
      for (const FeedEvent& event : feed.events) {
        const auto entry = std::ranges::find(written.entries, event.uid, &CalendarEntry::uid);
        REQUIRE(entry != written.entries.end());
        REQUIRE(event.spans.size() == 1);
        CHECK(event.spans[0] == entry->span);
        CHECK(event.summary == entry->summary);
        CHECK(event.categories == entry->categories);
        CHECK(event.busy == entry->busy);
        CHECK(event.tentative == entry->tentative);
      }
    }
  }
}

TEST_CASE("no line is longer than 75 octets, and no character is cut") {
  for (std::size_t size = 40; size < 160; ++size) {
    CalendarDocument feed = document("Etc/UTC");
    std::string title(size, 'x');
    for (const char* character : {"\xC3\xA4", "\xE2\x82\xAC", "\xF0\x9F\x8E\x83", ",", "\n"}) title += character;
    feed.entries.push_back(
        {.uid = "1", .span = base::Interval{at("2026-01-01T00:00:00Z"), at("2026-01-01T01:00:00Z")}, .summary = title});
    const std::string bytes = write_icalendar(feed);
    CHECK(bytes.ends_with("END:VCALENDAR\r\n"));
    for (const auto each : std::views::split(bytes, std::string_view("\r\n"))) {
      const std::string_view line(each.begin(), each.end());
      CHECK(line.size() <= 75);
      CHECK_FALSE(base::find_bad_utf8(line).has_value());
      CHECK(line.find_first_of("\r\n") == std::string_view::npos);
    }
    CHECK(read(bytes).events.at(0).summary == title);
  }
}

TEST_CASE("busy only tells when and how busy, and nothing else") {
  CalendarDocument feed = document("Europe/Berlin");
  feed.detail = Detail::BusyOnly;
  feed.uid_key = {1, 2, 3};
  feed.entries.push_back({.uid = "secret-person@desk.example",
                          .span = base::Interval{at("2026-01-01T00:00:00Z"), at("2026-01-01T01:00:00Z")},
                          .summary = "secret operation",
                          .description = "secret ward",
                          .categories = {"secret illness"},
                          .busy = BusyStatus::OutOfOffice,
                          .is_private = true});
  const std::string bytes = write_icalendar(feed);
  CHECK(bytes.find("secret") == std::string::npos);
  CHECK(bytes.find("DESCRIPTION") == std::string::npos);
  CHECK(bytes.find("CLASS") == std::string::npos);
  CHECK(holds(bytes, "SUMMARY:Away"));
  CHECK(holds(bytes, "X-MICROSOFT-CDO-BUSYSTATUS:OOF"));
  CHECK(bytes == write_icalendar(feed));
  const std::string uid = read(bytes).events.at(0).uid;
  CHECK(uid == stable_uid(feed.uid_key, "secret-person@desk.example"));
  feed.uid_key = {1, 2, 4};
  CHECK(read(write_icalendar(feed)).events.at(0).uid != uid);
}

TEST_CASE("a UID is SipHash-2-4 of its identity") {
  // The test vectors of the reference implementation: the key 00 … 0f and the input 00 01 02 ….
  UidKey key{};
  for (std::size_t i = 0; i < key.size(); ++i) key[i] = static_cast<std::uint8_t>(i);
  std::string input;
  CHECK(stable_uid(key, input) == "726fdb47dd0e0e31@tandem");
  for (char c = 0; c < 15; ++c) input += c;
  CHECK(stable_uid(key, input) == "a129ca6149be45e5@tandem");
}

TEST_CASE("a zone is described by rules where it has rules, and by dates where it has not") {
  const auto zone_lines = [](std::string_view zone, const char* from, const char* to) {
    CalendarDocument feed = document(zone);
    feed.entries.push_back({.uid = "1", .span = base::Interval{at(from), at(to)}});
    const std::string bytes = write_icalendar(feed);
    std::vector<std::string> out;
    for (const std::string& line : lines_of(bytes)) {
      const bool wanted = line.starts_with("RRULE") || line.starts_with("RDATE") ||
                          line.starts_with("BEGIN:STANDARD") || line.starts_with("BEGIN:DAYLIGHT");
      if (wanted) out.push_back(line);
    }
    return out;
  };
  using Texts = std::vector<std::string>;
  CHECK(zone_lines("America/New_York", "2026-06-01T10:00:00Z", "2026-06-01T11:00:00Z") ==
        Texts{"BEGIN:DAYLIGHT", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "BEGIN:STANDARD",
              "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"});
  CHECK(zone_lines("Asia/Kolkata", "2026-06-01T10:00:00Z", "2026-06-01T11:00:00Z") == Texts{"BEGIN:STANDARD"});
  // The United States moved both changes in 2007.
  CHECK(zone_lines("America/New_York", "2006-06-01T10:00:00Z", "2009-06-01T11:00:00Z") ==
        Texts{"BEGIN:DAYLIGHT", "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20060402T070000Z", "BEGIN:STANDARD",
              "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20061029T060000Z", "BEGIN:DAYLIGHT",
              "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "BEGIN:STANDARD", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"});
  CHECK(zone_lines("Etc/UTC", "2026-06-01T10:00:00Z", "2026-06-01T11:00:00Z").empty());
}

TEST_CASE("every zone's VTIMEZONE gives its offsets, hour by hour around every change") {
  for (const char* name : {"Europe/Berlin", "Europe/Dublin", "America/New_York", "America/Sao_Paulo",
                           "Africa/Casablanca", "Asia/Jerusalem", "Asia/Gaza", "Australia/Lord_Howe", "Pacific/Apia",
                           "Asia/Tehran", "America/Caracas", "Antarctica/Troll", "Asia/Pyongyang", "Africa/Cairo"}) {
    CAPTURE(name);
    CalendarDocument feed = document(name);
    const Zone zone = *Zone::find(name);
    base::Duration offset{};
    std::int64_t n = 0;
    std::vector<base::Interval> expected;
    for (base::Instant day = at("2009-01-01T00:00:00Z"); day < at("2027-01-01T00:00:00Z");
         day = day + base::hours(24)) {
      const base::Duration now = zone.offset_at(day);
      if (now == offset) continue;
      offset = now;
      for (int hour = -30; hour < 30; ++hour) {
        const base::Instant from = day + base::hours(hour);
        expected.push_back({from, from + base::minutes(30)});
        feed.entries.push_back({.uid = fmt::format("{}", n++), .span = expected.back()});
      }
    }
    std::ranges::sort(expected);
    const std::vector<EventSpan> found = spans(read_by_own_zone(write_icalendar(feed), name));
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) CHECK(std::get<base::Interval>(found[i]) == expected[i]);
  }
}

TEST_CASE("libical finds our feeds in order, and reads the same instants") {
  CalendarDocument feed = document("Europe/Berlin");
  for (int i = 0; i < 400; ++i) {
    const base::Instant from = at("2026-01-01T08:30:00Z") + base::hours(47 * i);
    feed.entries.push_back({.uid = fmt::format("{}", i),
                            .span = base::Interval{from, from + base::hours(2)},
                            .summary = "A, b; c\\n",
                            .categories = {"x", "y,z"}});
  }
  const std::string bytes = replaced(replaced(replaced(write_icalendar(feed), "TZID:Europe/Berlin", "TZID:Nowhere"),
                                              "TZID=Europe/Berlin", "TZID=Nowhere"),
                                     "METHOD:PUBLISH\r\n", "");
  // iTIP's METHOD:PUBLISH asks for an ORGANIZER, which would make meetings of the entries; feeds do without.
  icalcomponent* const read = icalparser_parse_string(bytes.c_str());
  REQUIRE(read != nullptr);
  CHECK(icalcomponent_count_errors(read) == 0);
  CHECK(icalrestriction_check(read) == 1);
  CHECK(icalcomponent_count_errors(read) == 0);
  std::size_t compared = 0;
  for (icalcomponent* each = icalcomponent_get_first_component(read, ICAL_VEVENT_COMPONENT); each != nullptr;
       each = icalcomponent_get_next_component(read, ICAL_VEVENT_COMPONENT)) {
    const auto& expected = std::get<base::Interval>(feed.entries.at(compared++).span);
    const icaltimetype start = icalcomponent_get_dtstart(each);
    const icaltimetype end = icalcomponent_get_dtend(each);
    CHECK(icaltime_as_timet_with_zone(start, icaltime_get_timezone(start)) == expected.from.unix_us() / 1'000'000);
    CHECK(icaltime_as_timet_with_zone(end, icaltime_get_timezone(end)) == expected.to.unix_us() / 1'000'000);
    CHECK(std::string_view(icalcomponent_get_summary(each)) == "A, b; c\\n");
  }
  CHECK(compared == 400);
  icalcomponent_free(read);
}

TEST_CASE("an hour that occurs twice is written in UTC, and what is around it in local time") {
  CalendarDocument feed = document("Europe/Berlin");
  for (const char* from : {"2026-10-24T23:59:59Z", "2026-10-25T00:00:00Z", "2026-10-25T00:59:59Z",
                           "2026-10-25T01:00:00Z", "2026-10-25T01:59:59Z", "2026-10-25T02:00:00Z"}) {
    feed.entries.push_back({.uid = from, .span = base::Interval{at(from), at(from)}});
  }
  const std::string bytes = write_icalendar(feed);
  for (const char* line :
       {"DTSTART;TZID=Europe/Berlin:20261025T015959", "DTSTART:20261025T000000Z", "DTSTART:20261025T005959Z",
        "DTSTART:20261025T010000Z", "DTSTART:20261025T015959Z", "DTSTART;TZID=Europe/Berlin:20261025T030000"}) {
    CAPTURE(line);
    CHECK(holds(bytes, line));
  }
}

TEST_CASE("the finest unit is the second, and an entry of no length has no end") {
  CalendarDocument feed = document("Etc/UTC");
  feed.entries = {{.uid = "1",
                   .span = base::Interval{base::Instant::from_unix_us(1'800'000'000'400'000),
                                          base::Instant::from_unix_us(1'800'000'060'000'001)}},
                  {.uid = "2", .span = base::Interval{at("2027-02-01T00:00:00Z"), at("2027-02-01T00:00:00Z")}}};
  const std::string bytes = write_icalendar(feed);
  CHECK(holds(bytes, "DTSTART:20270115T080000Z"));
  CHECK(holds(bytes, "DTEND:20270115T080101Z"));
  CHECK(holds(bytes, "DTSTART:20270201T000000Z"));
  CHECK(bytes.find("DTEND:20270201") == std::string::npos);
  CHECK(spans(read(bytes)).size() == 2);
}
