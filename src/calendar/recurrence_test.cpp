#include "calendar/recurrence.h"

#include <doctest/doctest.h>

#include <random>

#include "calendar/recurrence_days.h"

using namespace tandem;
using namespace tandem::calendar;

namespace {

WallClock clock_in(std::string_view name) {
  return WallClock(*Zone::find(name));
}

LocalTime local(std::string_view text) {
  const auto time = parse_civil_time(text);
  REQUIRE(time.has_value());
  return time->at;
}

base::Instant at(std::string_view text) {
  return *base::parse_rfc3339(text);
}

RecurrenceRule rule(std::string_view text) {
  auto parsed = parse_recurrence_rule(text);
  REQUIRE_MESSAGE(parsed.has_value(), parsed.error().message);
  return *std::move(parsed);
}

Series series(std::string_view zone, std::string_view start, std::string_view rule_text) {
  Series out{.clock = clock_in(zone), .start = local(start)};
  out.whole_day = start.size() == 8;
  out.length = out.whole_day ? EventLength{.days = 1} : EventLength{.exact = base::hours(1)};
  if (!rule_text.empty()) out.rules.push_back(rule(rule_text));
  return out;
}

constexpr base::Interval kAll{base::Instant::from_unix_s(-2'208'988'800), base::Instant::from_unix_s(4'102'444'800)};

std::vector<std::string> starts(const Series& of, base::Interval window = kAll) {
  const auto found = occurrences(of, window);
  REQUIRE_MESSAGE(found.has_value(), found.error().message);
  std::vector<std::string> out;
  for (const Occurrence& one : *found) out.push_back(base::to_rfc3339(one.during.from));
  return out;
}

std::size_t steps(const Series& of, base::Interval window) {
  std::size_t spent = 0;
  REQUIRE(occurrences(of, window, {}, &spent).has_value());
  return spent;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a rule that cannot be is refused with the part that is at fault") {
  struct Row {
    const char* text;
    const char* says;
  };
  for (const Row& row : {Row{"", "FREQ is missing"},
                         {"INTERVAL=2", "FREQ is missing"},
                         {"FREQ=FORTNIGHTLY", "`FREQ=FORTNIGHTLY`"},
                         {"FREQ=DAILY;INTERVAL=0", "`INTERVAL=0`"},
                         {"FREQ=DAILY;INTERVAL=-1", "`INTERVAL=-1`"},
                         {"FREQ=DAILY;INTERVAL=99999999999999999999", "`INTERVAL=99999999999999999999`"},
                         {"FREQ=DAILY;COUNT=0", "`COUNT=0`"},
                         {"FREQ=DAILY;COUNT=", "`COUNT=`"},
                         {"FREQ=DAILY;COUNT=2;COUNT=3", "twice"},
                         {"FREQ=MONTHLY;BYMONTHDAY=99", "`99` is not a day of a month"},
                         {"FREQ=MONTHLY;BYMONTHDAY=0", "`0` is not a day of a month"},
                         {"FREQ=MONTHLY;BYMONTHDAY=1,,2", "`` is not a day of a month"},
                         {"FREQ=YEARLY;BYMONTH=13", "`13` is not a month"},
                         {"FREQ=YEARLY;BYMONTH=-1", "`-1` is not a month"},
                         {"FREQ=DAILY;BYHOUR=24", "`24` is not an hour"},
                         {"FREQ=DAILY;BYSETPOS=0", "`0` is not a position"},
                         {"FREQ=WEEKLY;BYDAY=XX", "`XX` is not a weekday"},
                         {"FREQ=MONTHLY;BYDAY=0MO", "`0MO` is not a weekday"},
                         {"FREQ=MONTHLY;BYDAY=54MO", "`54MO` is not a weekday"},
                         {"FREQ=WEEKLY;BYDAY=1MO", "neither monthly nor yearly"},
                         {"FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY has no meaning"},
                         {"FREQ=MONTHLY;BYWEEKNO=1", "BYWEEKNO has no meaning"},
                         {"FREQ=MONTHLY;BYYEARDAY=1", "BYYEARDAY has no meaning"},
                         {"FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO", "a numbered weekday"},
                         {"FREQ=DAILY;UNTIL=20240230", "`UNTIL=20240230`"},
                         {"FREQ=DAILY;UNTIL=20240101T240000Z", "`UNTIL=20240101T240000Z`"},
                         {"FREQ=DAILY;WKST=1", "`WKST=1`"},
                         {"FREQ=DAILY;SKIP=OMIT", "without RSCALE"},
                         {"RSCALE=HEBREW;FREQ=YEARLY;BYMONTH=5L", "the calendar `HEBREW` is not known here"},
                         {"FREQ=DAILY;BYEASTER=1", "`BYEASTER=1`"},
                         {"FREQ=DAILY;COUNT", "`COUNT` is not of the form"}}) {
    CAPTURE(row.text);
    const auto parsed = parse_recurrence_rule(row.text);
    REQUIRE_FALSE(parsed.has_value());
    CHECK(parsed.error().message.find(row.says) != std::string::npos);
  }
  CHECK(rule("freq=weekly;byday=mo,tu;").frequency == Frequency::Weekly);
  CHECK(rule("FREQ=DAILY;BYHOUR=9,8,9").by_hour == std::vector{8, 9});
  CHECK(rule("FREQ=DAILY;BYSECOND=60,59").by_second == std::vector{59});
}

TEST_CASE("a civil time is read when it exists") {
  for (const char* text : {"", "2024", "20240230", "00000101", "20241301", "20240101T", "20240101T090000ZZ",
                           "20240101T0900000", "20240101 090000", "20240101T250000", "20240101T096000",
                           "20240101T090061", "2024-1-1", "+2024011", "100000101"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_civil_time(text).has_value());
  }
  CHECK(parse_civil_time("20161231T235960Z")->at.time_of_day == base::seconds(86'399));
  CHECK(parse_civil_time("20240229")->kind == CivilTime::Kind::WholeDay);
}

TEST_CASE("a series keeps its local time when clocks change") {
  CHECK(starts(series("Europe/Berlin", "20260328T090000", "FREQ=DAILY;COUNT=3")) ==
        Texts{"2026-03-28T08:00:00Z", "2026-03-29T07:00:00Z", "2026-03-30T07:00:00Z"});
  // 02:30 does not exist on the 29th: the instant of the leap.
  CHECK(starts(series("Europe/Berlin", "20260328T023000", "FREQ=DAILY;COUNT=3")) ==
        Texts{"2026-03-28T01:30:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z"});
  // 02:30 occurs twice: the first.
  CHECK(starts(series("Europe/Berlin", "20261025T023000", "FREQ=DAILY;COUNT=2")) ==
        Texts{"2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"});
  // Hourly, 02:00 and 03:00 are one instant.
  CHECK(starts(series("Europe/Berlin", "20260329T010000", "FREQ=HOURLY;COUNT=4")) ==
        Texts{"2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z", "2026-03-29T02:00:00Z"});
}

TEST_CASE("UNTIL is met as an instant, a local time or a day") {
  const auto count = [](std::string_view start, std::string_view text) {
    return starts(series("America/New_York", start, text)).size();
  };
  CHECK(count("20260105T200000", "FREQ=DAILY;UNTIL=20260108T010000Z") == 3);  // 20:00 on the 7th is 01:00Z on the 8th
  CHECK(count("20260105T200000", "FREQ=DAILY;UNTIL=20260108T005959Z") == 2);
  CHECK(count("20260105T200000", "FREQ=DAILY;UNTIL=20260107T200000") == 3);
  CHECK(count("20260105T200000", "FREQ=DAILY;UNTIL=20260107") == 3);
  CHECK(count("20260105", "FREQ=DAILY;UNTIL=20260107") == 3);
  CHECK(count("20260105", "FREQ=DAILY;UNTIL=20260107T050000Z") ==
        3);  // midnight of the 7th in New York, as Outlook has it
  CHECK(count("20260105", "FREQ=DAILY;UNTIL=20260104") == 0);
  CHECK(count("20260105", "FREQ=DAILY;COUNT=9;UNTIL=20260107") == 3);
}

TEST_CASE("exceptions leave out, additions add, each by what it names") {
  Series meeting = series("Europe/Berlin", "20260105T090000", "FREQ=DAILY;COUNT=5");
  meeting.exceptions = {at("2026-01-06T08:00:00Z"), at("2026-01-07T09:00:00Z")};
  meeting.exception_days = {local("20260108").date};
  meeting.additions = {{.start = at("2026-01-09T08:00:00Z"), .length = EventLength{.exact = base::hours(3)}},
                       {.start = at("2026-01-10T10:00:00Z")}};
  const auto found = occurrences(meeting, kAll);
  REQUIRE(found.has_value());
  REQUIRE(found->size() == 4);
  CHECK((*found)[1].during.from == at("2026-01-07T08:00:00Z"));
  CHECK((*found)[2].during == base::Interval{at("2026-01-09T08:00:00Z"), at("2026-01-09T11:00:00Z")});
  CHECK((*found)[3].during == base::Interval{at("2026-01-10T10:00:00Z"), at("2026-01-10T11:00:00Z")});
  meeting.exception_rules = {rule("FREQ=WEEKLY;BYDAY=WE,SA")};
  CHECK(starts(meeting) == Texts{"2026-01-05T08:00:00Z", "2026-01-09T08:00:00Z", "2026-01-10T10:00:00Z"});
}

TEST_CASE("the length keeps the calendar's days and the clock's hours") {
  Series night = series("Europe/Berlin", "20260328T220000", "");
  night.length = {.exact = base::hours(8)};
  CHECK((*occurrences(night, kAll))[0].during.to == at("2026-03-29T05:00:00Z"));  // 07:00, eight hours on
  night.length = {.days = 1};
  CHECK((*occurrences(night, kAll))[0].during.to == at("2026-03-29T20:00:00Z"));  // 22:00, 23 hours on
}

TEST_CASE("an occurrence counts when it shares time with the window") {
  const Series daily = series("Etc/UTC", "20260101T100000", "FREQ=DAILY");
  const auto within = [&](const char* from, const char* to) { return starts(daily, {at(from), at(to)}).size(); };
  CHECK(within("2026-02-01T10:59:59Z", "2026-02-02T10:00:00Z") == 1);
  CHECK(within("2026-02-01T11:00:00Z", "2026-02-02T10:00:00Z") == 0);
  CHECK(within("2026-02-01T11:00:00Z", "2026-02-02T10:00:01Z") == 1);
  CHECK(within("2026-02-02T00:00:00Z", "2026-02-02T00:00:00Z") == 0);
  CHECK(within("2025-01-01T00:00:00Z", "2026-01-01T10:00:00Z") == 0);
  Series long_one = series("Etc/UTC", "20260101", "FREQ=YEARLY");
  long_one.length = {.days = 40};
  CHECK(starts(long_one, {at("2030-02-09T00:00:00Z"), at("2030-03-01T00:00:00Z")}) == Texts{"2030-01-01T00:00:00Z"});
}

TEST_CASE("days that do not exist are left out, or moved where the rule says so") {
  const auto of = [](std::string_view text) { return starts(series("Etc/UTC", "20250131", text)); };
  CHECK(of("FREQ=MONTHLY;COUNT=3") == Texts{"2025-01-31T00:00:00Z", "2025-03-31T00:00:00Z", "2025-05-31T00:00:00Z"});
  CHECK(of("RSCALE=GREGORIAN;SKIP=BACKWARD;FREQ=MONTHLY;COUNT=3") ==
        Texts{"2025-01-31T00:00:00Z", "2025-02-28T00:00:00Z", "2025-03-31T00:00:00Z"});
  CHECK(of("RSCALE=GREGORIAN;SKIP=FORWARD;FREQ=MONTHLY;COUNT=3;BYMONTHDAY=1,31") ==
        Texts{"2025-01-31T00:00:00Z", "2025-02-01T00:00:00Z", "2025-03-01T00:00:00Z"});
  CHECK(starts(series("Etc/UTC", "20240229", "RSCALE=GREGORIAN;SKIP=FORWARD;FREQ=YEARLY;COUNT=2")) ==
        Texts{"2024-02-29T00:00:00Z", "2025-03-01T00:00:00Z"});
}

TEST_CASE("what lies before the window costs nothing") {
  const base::Interval day{at("2026-06-01T00:00:00Z"), at("2026-06-02T00:00:00Z")};
  for (const char* text : {"FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "FREQ=HOURLY", "FREQ=MINUTELY;INTERVAL=15",
                           "FREQ=MONTHLY;BYDAY=1MO", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1", "FREQ=DAILY;COUNT=100000",
                           "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=100000", "FREQ=MINUTELY;COUNT=900000000"}) {
    CAPTURE(text);
    const Series since_1900 = series("Europe/Berlin", "19000101T090000", text);
    CHECK_FALSE(starts(since_1900, day).empty());
    CHECK(steps(since_1900, day) < 30'000);
  }
  CHECK(steps(series("Europe/Berlin", "19900101T090000", "FREQ=DAILY"), day) < 50);
  CHECK(steps(series("Europe/Berlin", "19900101T090000", "FREQ=DAILY;COUNT=20000"), day) < 50);
}

TEST_CASE("endless and empty rules end at the window or at a limit") {
  const auto message = [](std::string_view text, base::Interval window) {
    const auto found = occurrences(series("Etc/UTC", "19900101T000000", text), window);
    return found.has_value() ? fmt::format("{} found", found->size()) : found.error().message;
  };
  const base::Interval decades{at("1990-01-01T00:00:00Z"), at("2060-01-01T00:00:00Z")};
  const base::Interval millennia{at("0001-01-01T00:00:00Z"), at("9999-12-31T00:00:00Z")};
  CHECK(message("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", millennia) == "0 found");
  CHECK(message("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", millennia) == "0 found");
  CHECK(message("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", decades) == "0 found");
  CHECK(message("FREQ=SECONDLY;BYHOUR=3;BYMINUTE=7;BYSECOND=9;BYMONTHDAY=31;BYMONTH=4", decades) == "0 found");
  CHECK(message("FREQ=SECONDLY", decades).find("more than 10000 occurrences") != std::string::npos);
  CHECK(message("FREQ=SECONDLY;INTERVAL=2;BYSECOND=1", decades).find("more than 1000000 steps") != std::string::npos);
  CHECK(message("FREQ=SECONDLY;COUNT=2000000000;BYSECOND=1", decades).find("more than") != std::string::npos);
  CHECK(message("FREQ=YEARLY;INTERVAL=1000000000", millennia) == "1 found");
  CHECK(message("FREQ=DAILY;BYSETPOS=366", decades) == "0 found");
  Series days = series("Etc/UTC", "20260101", "FREQ=HOURLY");
  CHECK(occurrences(days, kAll).error().message.find("repeats within a day") != std::string::npos);
}

namespace {

using std::chrono::sys_days;

// The plain meaning of a rule for whole days, day by day, with nothing skipped. Slow on purpose.
std::vector<sys_days> slow_days(const RecurrenceRule& of, sys_days start, sys_days end) {
  std::vector<sys_days> out;
  for (sys_days day = start; day < end; day += std::chrono::days(1)) {
    const Date date(day);
    const Date first(start);
    const auto months = (static_cast<int>(date.year()) - static_cast<int>(first.year())) * 12 +
                        static_cast<int>(static_cast<unsigned>(date.month())) -
                        static_cast<int>(static_cast<unsigned>(first.month()));
    const auto monday = [](sys_days of_day) { return of_day - (std::chrono::weekday(of_day) - std::chrono::Monday); };
    bool in_turn = false;
    bool by_default = true;  // what the start gives when the rule has no part that says it
    if (of.frequency == Frequency::Daily) in_turn = (day - start).count() % of.interval == 0;
    if (of.frequency == Frequency::Weekly) {
      in_turn = (monday(day) - monday(start)).count() / 7 % of.interval == 0;
      by_default = !of.by_day.empty() || std::chrono::weekday(day) == std::chrono::weekday(start);
    }
    if (of.frequency == Frequency::Monthly) {
      in_turn = months % of.interval == 0;
      by_default = !of.by_day.empty() || !of.by_month_day.empty() || date.day() == first.day();
    }
    const std::int64_t already = static_cast<std::int64_t>(out.size());
    if (in_turn && by_default && day_matches(of, day) && already < of.count.value_or(1'000'000)) out.push_back(day);
  }
  return out;
}

}  // namespace

TEST_CASE("any window shows what a walk from the start, day by day, shows") {
  std::mt19937 random(20261005);
  const auto one_of = [&](int least, int most) { return std::uniform_int_distribution(least, most)(random); };
  constexpr std::array<const char*, 3> kFrequencies{"DAILY", "WEEKLY", "MONTHLY"};
  for (int i = 0; i < 2000; ++i) {
    std::string text = fmt::format("FREQ={};INTERVAL={}", kFrequencies[static_cast<std::size_t>(i % 3)], one_of(1, 5));
    if (one_of(0, 2) == 0) text += fmt::format(";BYMONTH={},{}", one_of(1, 6), one_of(7, 12));
    if (one_of(0, 1) == 0) text += one_of(0, 1) == 0 ? ";BYDAY=MO,FR" : ";BYDAY=TU,WE,SU";
    if (i % 3 != 1 && one_of(0, 2) == 0) text += fmt::format(";BYMONTHDAY={},-{}", one_of(1, 31), one_of(1, 31));
    if (one_of(0, 2) == 0) text += fmt::format(";COUNT={}", one_of(1, 400));
    CAPTURE(text);
    const sys_days start = sys_days(std::chrono::year(2000) / 1 / 1) + std::chrono::days(one_of(0, 400));
    const sys_days from = start + std::chrono::days(one_of(-50, 3000));
    const sys_days to = from + std::chrono::days(one_of(1, 200));
    Series of{.clock = WallClock::utc(), .start = {Date(start), {}}, .whole_day = true, .length = {.days = 1}};
    of.rules.push_back(rule(text));
    const auto found = occurrences(of, {base::Instant(from.time_since_epoch()), base::Instant(to.time_since_epoch())});
    REQUIRE(found.has_value());
    std::vector<sys_days> days;
    for (const Occurrence& one : *found) days.emplace_back(one.start.date);
    std::vector<sys_days> expected = slow_days(of.rules[0], start, to);
    std::erase_if(expected, [&](sys_days day) { return day < from; });
    REQUIRE(days == expected);
  }
}
