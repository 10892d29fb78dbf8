#include "calendar/icalendar.h"

#include <doctest/doctest.h>

using namespace tandem;
using namespace tandem::calendar;

namespace {

base::Instant at(std::string_view text) {
  return *base::parse_rfc3339(text);
}

const base::Interval kYear{at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z")};

FeedOptions options(base::Interval window = kYear) {
  return {.window = window, .zone = *Zone::find("Europe/Berlin")};
}

// A calendar around lines, which end with a line break here and with CRLF in it.
std::string vcalendar(std::string_view lines) {
  std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\n";
  for (const char c : lines) {
    if (c == '\n') out += '\r';
    out += c;
  }
  return out + "END:VCALENDAR\r\n";
}

std::string event(std::string_view lines, std::string_view uid = "1@example") {
  return fmt::format("BEGIN:VEVENT\nUID:{}\nDTSTAMP:20260101T000000Z\n{}\nEND:VEVENT\n", uid, lines);
}

Feed read(std::string_view lines, const FeedOptions& with = options()) {
  auto feed = read_icalendar(vcalendar(lines), with);
  REQUIRE_MESSAGE(feed.has_value(), feed.error().message);
  return *std::move(feed);
}

std::string written(const EventSpan& span) {
  if (const auto* days = std::get_if<WholeDays>(&span)) {
    const auto date = [](Date of) {
      return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(of.year()), static_cast<unsigned>(of.month()),
                         static_cast<unsigned>(of.day()));
    };
    return date(days->first) + " " + date(days->end);
  }
  const auto& during = std::get<base::Interval>(span);
  return base::to_rfc3339(during.from) + " " + base::to_rfc3339(during.to);
}

// All spans of all events, "from to" each; in front the fault, if there is one.
std::vector<std::string> spans(std::string_view lines, const FeedOptions& with = options()) {
  const Feed feed = read(lines, with);
  std::vector<std::string> out;
  for (const FeedFault& each : feed.faults) out.push_back(fmt::format("{}: {}", each.line, each.message));
  for (const FeedEvent& each : feed.events) {
    for (const EventSpan& span : each.spans) out.push_back(written(span));
  }
  return out;
}

std::string refusal(std::string_view bytes) {
  const auto feed = read_icalendar(bytes, options());
  return feed.has_value() ? "read" : feed.error().message;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("an event says when, how busy, and who") {
  const Feed feed =
      read("X-WR-CALNAME:Ines\\, on call\n" +
           event("SUMMARY:Leave\\; part 1\\nof 2\\, with a\n  fold\nDTSTART;TZID=Europe/Berlin:20260701T090000\n"
                 "DTEND;TZID=Europe/Berlin:20260701T170000\nSTATUS:TENTATIVE\nX-MICROSOFT-CDO-BUSYSTATUS:OOF\n"
                 "ORGANIZER;CN=\"Ana: lead; of all\":MAILTO:ana@example.com\n"
                 "ATTENDEE;PARTSTAT=DECLINED;CN=Bo:mailto:bo@example.com\nATTENDEE;EMAIL=cy@example.com:urn:x\n"
                 "CATEGORIES:Leave,Two\\, one\nCATEGORIES:Three\nBEGIN:VALARM\nDTSTART:nonsense\nEND:VALARM"));
  CHECK(feed.name == "Ines, on call");
  CHECK(feed.faults.empty());
  REQUIRE(feed.events.size() == 1);
  const FeedEvent& one = feed.events[0];
  CHECK(one.uid == "1@example");
  CHECK(one.line == 5);
  CHECK(one.summary == "Leave; part 1\nof 2, with a fold");
  CHECK(one.busy == BusyStatus::OutOfOffice);
  CHECK(one.is_away());
  CHECK(one.tentative);
  CHECK(one.organizer == "ana@example.com");
  CHECK(one.attendees == std::vector<Attendee>{{"bo@example.com", Participation::Declined},
                                               {"cy@example.com", Participation::NeedsAction}});
  CHECK(one.categories == Texts{"Leave", "Two, one", "Three"});
  CHECK(written(one.spans.at(0)) == "2026-07-01T07:00:00Z 2026-07-01T15:00:00Z");
}

TEST_CASE("the busy status is Outlook's word, or else what blocks time") {
  struct Row {
    const char* lines;
    BusyStatus busy;
    bool away;
  };
  for (const Row& row :
       {Row{"X-NOTHING:1", BusyStatus::Busy, true},
        {"TRANSP:OPAQUE", BusyStatus::Busy, true},
        {"TRANSP:TRANSPARENT", BusyStatus::Free, false},
        {"transp:transparent", BusyStatus::Free, false},
        {"STATUS:TENTATIVE", BusyStatus::Tentative, false},
        {"STATUS:CONFIRMED", BusyStatus::Busy, true},
        {"X-MICROSOFT-CDO-BUSYSTATUS:FREE", BusyStatus::Free, false},
        {"X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE", BusyStatus::Tentative, false},
        {"X-MICROSOFT-CDO-BUSYSTATUS:BUSY\nSTATUS:TENTATIVE", BusyStatus::Busy, true},
        {"X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE\nTRANSP:TRANSPARENT", BusyStatus::WorkingElsewhere, false},
        {"X-MICROSOFT-CDO-BUSYSTATUS:OOF\nTRANSP:TRANSPARENT", BusyStatus::OutOfOffice, true}}) {
    CAPTURE(row.lines);
    const Feed feed = read(event(fmt::format("DTSTART:20260701T090000Z\n{}", row.lines)));
    REQUIRE(feed.events.size() == 1);
    CHECK(feed.events[0].busy == row.busy);
    CHECK(feed.events[0].is_away() == row.away);
  }
}

TEST_CASE("the end is DTEND, DURATION, or what the start means") {
  const auto of = [](std::string_view lines) { return spans(event(lines)); };
  CHECK(of("DTSTART:20260701T090000Z\nDTEND:20260701T100000Z") == Texts{"2026-07-01T09:00:00Z 2026-07-01T10:00:00Z"});
  CHECK(of("DTSTART:20260701T090000Z\nDURATION:P1DT30M") == Texts{"2026-07-01T09:00:00Z 2026-07-02T09:30:00Z"});
  CHECK(of("DTSTART:20260701T090000Z") == Texts{"2026-07-01T09:00:00Z 2026-07-01T09:00:00Z"});
  CHECK(of("DTSTART;VALUE=DATE:20260701") == Texts{"2026-07-01 2026-07-02"});
  CHECK(of("DTSTART;VALUE=DATE:20260701\nDTEND;VALUE=DATE:20260701") == Texts{"2026-07-01 2026-07-02"});
  CHECK(of("DTSTART;VALUE=DATE:20261230\nDTEND;VALUE=DATE:20270104") == Texts{"2026-12-30 2027-01-04"});
  CHECK(of("DTSTART;VALUE=DATE:20260701\nDURATION:P2W") == Texts{"2026-07-01 2026-07-15"});
  CHECK(of("DTSTART:20260701\nDURATION:PT48H") == Texts{"2026-07-01 2026-07-03"});
  CHECK(of("DTSTART:20260701T220000\nDTEND:20260702T060000") == Texts{"2026-07-01T20:00:00Z 2026-07-02T04:00:00Z"});
  CHECK(of("DTSTART;TZID=Europe/Berlin:20260701T220000\nDTEND;TZID=America/New_York:20260701T220000") ==
        Texts{"2026-07-01T20:00:00Z 2026-07-02T02:00:00Z"});
  // Whole days as Outlook marks them.
  CHECK(of("DTSTART;TZID=Asia/Tokyo:20260701T000000\nDTEND;TZID=Asia/Tokyo:20260703T000000\n"
           "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE") == Texts{"2026-07-01 2026-07-03"});
  // A leap second is the second before it.
  CHECK(of("DTSTART:20260701T235960Z\nDTEND:20260702T000000Z") == Texts{"2026-07-01T23:59:59Z 2026-07-02T00:00:00Z"});
}

TEST_CASE("zones are found under their many names") {
  for (const char* id :
       {"Europe/Berlin", "\"Europe/Berlin\"", "W. Europe Standard Time", "\"W. Europe Standard Time\"",
        "/freeassociation.sourceforge.net/Europe/Berlin", "/freeassociation.sourceforge.net/Tzfile/Europe/Berlin",
        "/citadel.org/20210210_1/Europe/Berlin", "/softwarestudio.org/Olson_20011030_5/Europe/Berlin",
        "\"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna\""}) {
    CAPTURE(id);
    CHECK(spans(event(fmt::format("DTSTART;TZID={}:20260701T090000", id))) ==
          Texts{"2026-07-01T07:00:00Z 2026-07-01T07:00:00Z"});
  }
  CHECK(spans(event("DTSTART;TZID=/mozilla.org/20050126_1/America/Argentina/Buenos_Aires:20260701T090000")) ==
        Texts{"2026-07-01T12:00:00Z 2026-07-01T12:00:00Z"});
  CHECK(spans(event("DTSTART;TZID=tzone://Microsoft/Utc:20260701T090000")) ==
        Texts{"2026-07-01T09:00:00Z 2026-07-01T09:00:00Z"});
}

TEST_CASE("a zone nobody knows is the feed's own, or a fault") {
  const std::string own =
      "BEGIN:VTIMEZONE\nTZID:Customized Time Zone\nBEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0430\n"
      "TZOFFSETTO:+0330\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\nBEGIN:DAYLIGHT\n"
      "DTSTART:16010101T020000\nTZOFFSETFROM:+0330\nTZOFFSETTO:+0430\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\n"
      "END:DAYLIGHT\nEND:VTIMEZONE\n";
  const auto in_own = [](std::string_view time) {
    return event(fmt::format("DTSTART;TZID=Customized Time Zone:{}", time));
  };
  CHECK(spans(own + in_own("20260115T090000")) == Texts{"2026-01-15T05:30:00Z 2026-01-15T05:30:00Z"});
  CHECK(spans(in_own("20260715T090000") + own) == Texts{"2026-07-15T04:30:00Z 2026-07-15T04:30:00Z"});
  // Clocks leap from 02:00 to 03:00 at 22:30Z on the day before, and go back from 03:00 to 02:00 at 22:30Z.
  CHECK(spans(own + in_own("20260329T023000")) == Texts{"2026-03-28T22:30:00Z 2026-03-28T22:30:00Z"});
  CHECK(spans(own + in_own("20261025T023000")) == Texts{"2026-10-24T22:00:00Z 2026-10-24T22:00:00Z"});

  const Texts unknown = spans(in_own("20260115T090000"));
  CHECK(unknown == Texts{"4: line 7: time zone `Customized Time Zone` is neither known nor described in the feed"});
  const Texts broken = spans(
      "BEGIN:VTIMEZONE\nTZID:Mine\nBEGIN:STANDARD\nDTSTART:20000101T000000\nEND:STANDARD\n"
      "END:VTIMEZONE\n" +
      event("DTSTART;TZID=Mine:20260115T090000"));
  REQUIRE(broken.size() == 1);
  CHECK(broken[0].find("time zone `Mine`, which begins on line 4: the part on line 6 lacks") != std::string::npos);
  // Its clocks would change every second.
  const Texts bomb = spans(
      "BEGIN:VTIMEZONE\nTZID:Mine\nBEGIN:STANDARD\nDTSTART:20000101T000000\nTZOFFSETFROM:+0000\n"
      "TZOFFSETTO:+0100\nRRULE:FREQ=SECONDLY\nEND:STANDARD\nEND:VTIMEZONE\n" +
      event("DTSTART;TZID=Mine:20260115T090000"));
  REQUIRE(bomb.size() == 1);
  CHECK(bomb[0].find("more than 20000 occurrences") != std::string::npos);
}

TEST_CASE("a series repeats, with instances left out, added, moved and cancelled") {
  const std::string master = event(
      "DTSTART;TZID=Europe/Berlin:20260302T090000\nDTEND;TZID=Europe/Berlin:20260302T100000\n"
      "RRULE:FREQ=WEEKLY;COUNT=6\nEXDATE;TZID=Europe/Berlin:20260309T090000\n"
      "RDATE;TZID=Europe/Berlin;VALUE=PERIOD:20260311T120000/PT30M,20260312T120000/20260312T140000");
  CHECK(spans(master) == Texts{"2026-03-02T08:00:00Z 2026-03-02T09:00:00Z", "2026-03-11T11:00:00Z 2026-03-11T11:30:00Z",
                               "2026-03-12T11:00:00Z 2026-03-12T13:00:00Z", "2026-03-16T08:00:00Z 2026-03-16T09:00:00Z",
                               "2026-03-23T08:00:00Z 2026-03-23T09:00:00Z", "2026-03-30T07:00:00Z 2026-03-30T08:00:00Z",
                               "2026-04-06T07:00:00Z 2026-04-06T08:00:00Z"});
  const std::string moved = event(
      "RECURRENCE-ID;TZID=Europe/Berlin:20260316T090000\nDTSTART:20260317T120000Z\nDTEND:20260317T130000Z\n"
      "SUMMARY:Moved");
  const std::string cancelled = event("RECURRENCE-ID:20260323T080000Z\nSTATUS:CANCELLED\nDTSTART:20260323T080000Z");
  const Feed feed = read(moved + master + cancelled);
  CHECK(feed.faults.empty());
  REQUIRE(feed.events.size() == 2);
  CHECK(feed.events[0].spans.size() == 5);
  CHECK(feed.events[1].summary == "Moved");
  CHECK(written(feed.events[1].spans.at(0)) == "2026-03-17T12:00:00Z 2026-03-17T13:00:00Z");
  // Without its series a moved instance is an event of its own, and a cancelled one nothing.
  CHECK(spans(moved + cancelled) == Texts{"2026-03-17T12:00:00Z 2026-03-17T13:00:00Z"});
  // The newest version of an instance holds; whoever cancels the series cancels all of it.
  CHECK(
      spans(moved + event("SEQUENCE:2\nRECURRENCE-ID;TZID=Europe/Berlin:20260316T090000\nDTSTART:20260318T120000Z")) ==
      Texts{"2026-03-18T12:00:00Z 2026-03-18T12:00:00Z"});
  CHECK(spans(moved + event("STATUS:CANCELLED\nDTSTART:20260302T080000Z\nRRULE:FREQ=WEEKLY")).empty());
}

TEST_CASE("whole days repeat by date, and exceptions may name them by time") {
  const std::string lines = "DTSTART;VALUE=DATE:20260105\nRRULE:FREQ=WEEKLY;UNTIL=20260202";
  CHECK(spans(event(lines + "\nEXDATE;VALUE=DATE:20260112\nEXDATE:20260119T000000")) ==
        Texts{"2026-01-05 2026-01-06", "2026-01-26 2026-01-27", "2026-02-02 2026-02-03"});
  CHECK(spans(event(lines) + event("RECURRENCE-ID;VALUE=DATE:20260112\nDTSTART;VALUE=DATE:20260114\n"
                                   "DTEND;VALUE=DATE:20260116")) ==
        Texts{"2026-01-05 2026-01-06", "2026-01-19 2026-01-20", "2026-01-26 2026-01-27", "2026-02-02 2026-02-03",
              "2026-01-14 2026-01-16"});
  CHECK(spans(event("DTSTART:20260105T090000Z\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20260106")) ==
        Texts{"2026-01-05T09:00:00Z 2026-01-05T09:00:00Z", "2026-01-07T09:00:00Z 2026-01-07T09:00:00Z"});
}

TEST_CASE("a change of this and all future instances moves them all") {
  const std::string master = event(
      "DTSTART;TZID=Europe/Berlin:20260302T090000\nDURATION:PT1H\n"
      "RRULE:FREQ=WEEKLY;COUNT=5\nSUMMARY:Before");
  const std::string change = event(
      "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20260316T090000\n"
      "DTSTART;TZID=Europe/Berlin:20260317T110000\nDURATION:PT2H\nSUMMARY:After");
  const Feed feed = read(master + change);
  REQUIRE(feed.events.size() == 2);
  CHECK(feed.events[0].spans.size() == 2);
  REQUIRE(feed.events[1].spans.size() == 3);
  CHECK(written(feed.events[1].spans[0]) == "2026-03-17T10:00:00Z 2026-03-17T12:00:00Z");
  CHECK(written(feed.events[1].spans[2]) == "2026-03-31T09:00:00Z 2026-03-31T11:00:00Z");
  // From outside the window into it.
  CHECK(spans(master + change, options({at("2026-03-31T00:00:00Z"), at("2026-03-31T12:00:00Z")})) ==
        Texts{"2026-03-31T09:00:00Z 2026-03-31T11:00:00Z"});
  CHECK(
      spans(master + event("RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20260309T090000\nSTATUS:CANCELLED")) ==
      Texts{"2026-03-02T08:00:00Z 2026-03-02T09:00:00Z"});
}

TEST_CASE("the fault of one event is told with its line and UID, and the others are used") {
  struct Row {
    const char* lines;
    const char* says;
  };
  for (const Row& row :
       {Row{"SUMMARY:x", "DTSTART is missing"},
        {"DTSTART:20260230T090000Z", "DTSTART `20260230T090000Z` is not a date or time"},
        {"DTSTART:00000101T000000Z", "is not a date or time that exists in the years 1 to 9999"},
        {"DTSTART:100000101T000000Z", "is not a date or time that exists in the years 1 to 9999"},
        {"DTSTART:20260101T090000Z\nDTSTART:20260101T090000Z", "DTSTART stands twice, first on line"},
        {"DTSTART:20260101T090000Z\nDTEND:20260101T080000Z", "the end is before the start"},
        {"DTSTART:20260101T090000Z\nDTEND;VALUE=DATE:20260102", "the end is a date and the start is not"},
        {"DTSTART;VALUE=DATE:20260101\nDTEND:20260102T000000Z", "the end is a time"},
        {"DTSTART:00010101T000000Z\nDTEND:99991231T000000Z", "more than a hundred years"},
        {"DTSTART:20260101T090000Z\nDURATION:-PT1H", "DURATION `-PT1H`"},
        {"DTSTART:20260101T090000Z\nDURATION:P", "DURATION `P`"},
        {"DTSTART:20260101T090000Z\nDURATION:PT99999999999999999999H", "DURATION"},
        {"DTSTART;VALUE=DATE:20260101\nDURATION:PT5H", "a part of a day"},
        {"DTSTART:20260101T090000Z\nRRULE:FREQ=DAILY;INTERVAL=0", "`INTERVAL=0`"},
        {"DTSTART:20260101T090000Z\nRRULE:FREQ=SECONDLY", "more than 10000 occurrences"},
        {"DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=HOURLY", "repeats within a day"},
        {"DTSTART:20260101T090000Z\nRDATE;VALUE=PERIOD:20260101T090000Z/-PT1H", "RDATE"},
        {"DTSTART:20260101T090000Z\nEXDATE:tomorrow", "EXDATE `tomorrow`"},
        {"DTSTART;TZID:20260101T090000", "DTSTART has a parameter without a value"}}) {
    CAPTURE(row.lines);
    const Feed feed = read(event(row.lines, "bad@example") + event("DTSTART:20260505T090000Z", "good@example"));
    REQUIRE(feed.faults.size() == 1);
    CHECK(feed.faults[0].uid == "bad@example");
    CHECK(feed.faults[0].line >= 4);
    CHECK(feed.faults[0].line < 11);
    CHECK_MESSAGE(feed.faults[0].message.find(row.says) != std::string::npos, feed.faults[0].message);
    REQUIRE(feed.events.size() == 1);
    CHECK(feed.events[0].uid == "good@example");
  }
}

TEST_CASE("what is no feed is refused, and the message says why") {
  CHECK(refusal("").find("it is empty") != std::string::npos);
  CHECK(refusal("\r\n\n").find("it is empty") != std::string::npos);
  CHECK(refusal("<!DOCTYPE html>\n<html>").find("it looks like a web page") != std::string::npos);
  CHECK(refusal("hello").find("line 1 is `hello` and not BEGIN:VCALENDAR") != std::string::npos);
  CHECK(refusal(vcalendar(event("SUMMARY:\xC3\x28"))).find("line 7: is not UTF-8: byte 0xC3 at position 9") == 0);
  CHECK(refusal(vcalendar("X-A:1\n") + "rest").find("line 6: `rest` stands after the end") == 0);
  CHECK(refusal("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n") ==
        "line 3: END:VCALENDAR does not end VEVENT, which begins on line 2");
  CHECK(refusal("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:2026") ==
        "the text ends within VEVENT, which begins on line 2");
  CHECK(refusal(std::string_view("BEGIN:VCALENDAR\nX:\0\nEND:VCALENDAR\n", 34)) == "line 2: holds a NUL byte");
  CHECK(refusal("\xEF\xBB\xBF" + vcalendar("")) == "read");
  CHECK(refusal(vcalendar("") + vcalendar("")) == "read");
  // A character may be cut in two by a fold.
  CHECK(read(event("DTSTART:20260505T090000Z\nSUMMARY:\xC3\n \xA9")).events.at(0).summary == "\xC3\xA9");
}

TEST_CASE("limits bound the whole") {
  FeedOptions strict = options();
  std::string many;
  for (int i = 0; i < 20; ++i)
    many += event("DTSTART:20260505T090000Z\nRRULE:FREQ=DAILY;COUNT=10", fmt::format("{}", i));
  const auto message = [&](const FeedOptions& with) {
    const auto feed = read_icalendar(vcalendar(many), with);
    return feed.has_value() ? fmt::format("{} events", feed->events.size()) : feed.error().message;
  };
  CHECK(message(strict) == "20 events");
  strict.limits.events = 19;
  CHECK(message(strict).find("has more than 19 events") != std::string::npos);
  strict = options();
  strict.limits.occurrences = 199;
  CHECK(message(strict).find("has more than 199 occurrences") != std::string::npos);
  strict = options();
  strict.limits.steps = 100;
  CHECK(message(strict).find("more than 100 steps") != std::string::npos);
  strict = options();
  strict.limits.bytes = 1000;
  CHECK(message(strict).find("more than 1000 are not read") != std::string::npos);
  strict = options();
  strict.limits.event_occurrences = 5;
  strict.limits.faults = 3;
  const Feed feed = read(many, strict);
  CHECK(feed.events.empty());
  CHECK(feed.faults.size() == 3);
  CHECK(feed.fault_count == 20);
}

TEST_CASE("events without a UID, or with one that is not theirs alone, are all used") {
  const std::string nameless = "BEGIN:VEVENT\nDTSTART:20260505T090000Z\nEND:VEVENT\n";
  CHECK(read(nameless + nameless).events.size() == 2);
  CHECK(read(event("DTSTART:20260505T090000Z") + event("DTSTART:20260605T090000Z")).events.size() == 2);
  CHECK(read(event("DTSTART:20260505T090000Z") + event("SEQUENCE:1\nDTSTART:20260605T090000Z")).events.size() == 1);
}

TEST_CASE("lines that are no properties, and parts that are no events, are passed over") {
  CHECK(spans("BEGIN:VTODO\nDTSTART:nonsense\nEND:VTODO\n" +
              event("DTSTART:20260505T090000Z\nDESCRIPTION:first\nsecond without a name\n: no name\nX-LONG") +
              "BEGIN:VJOURNAL\nBEGIN:VEVENT\nDTSTART:20260606T090000Z\nEND:VEVENT\nEND:VJOURNAL\n") ==
        Texts{"2026-05-05T09:00:00Z 2026-05-05T09:00:00Z"});
}

TEST_CASE("a span is an interval in its owner's zone") {
  const Zone berlin = *Zone::find("Europe/Berlin");
  const WholeDays days{std::chrono::year(2026) / 3 / 29, std::chrono::year(2026) / 3 / 30};
  CHECK(interval_of(days, berlin) == base::Interval{at("2026-03-28T23:00:00Z"), at("2026-03-29T22:00:00Z")});
  const base::Interval during{at("2026-01-01T00:00:00Z"), at("2026-01-02T00:00:00Z")};
  CHECK(interval_of(during, berlin) == during);
}
