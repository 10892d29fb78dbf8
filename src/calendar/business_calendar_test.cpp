#include "calendar/business_calendar.h"

#include <doctest/doctest.h>

#include "calendar/holidays.h"

using namespace tandem;
using namespace tandem::calendar;
using base::hours;
using base::Instant;
using base::minutes;

namespace {

Instant at(std::string_view text) {
  return *base::parse_rfc3339(text);
}

BusinessCalendar made(BusinessHours rule) {
  auto calendar = BusinessCalendar::make(std::move(rule));
  REQUIRE(calendar.has_value());
  return *calendar;
}

BusinessHours weekdays(const char* zone, DayWindow window) {
  BusinessHours rule{.zone = *Zone::find(zone)};
  for (std::size_t day = 0; day < 5; ++day) rule.windows[day] = {window};
  return rule;
}

BusinessHours every_day(const char* zone, DayWindow window) {
  BusinessHours rule = weekdays(zone, window);
  rule.windows[5] = rule.windows[6] = {window};
  return rule;
}

}  // namespace

TEST_CASE("closing time is closed, opening time is open") {
  const BusinessCalendar office = made(weekdays("America/New_York", {hours(8), hours(17)}));
  CHECK(office.is_open(at("2026-10-05T12:00:00Z")));
  CHECK_FALSE(office.is_open(at("2026-10-05T11:59:59.999999Z")));
  CHECK(office.is_open(at("2026-10-05T20:59:59.999999Z")));
  CHECK_FALSE(office.is_open(at("2026-10-05T21:00:00Z")));
  CHECK(office.next_close(at("2026-10-05T12:00:00Z")) == at("2026-10-05T21:00:00Z"));
  CHECK(office.next_close(at("2026-10-05T21:00:00Z")) == at("2026-10-05T21:00:00Z"));
  CHECK(office.next_open(at("2026-10-09T21:00:00Z")) == at("2026-10-12T12:00:00Z"));
}

TEST_CASE("a target is met at closing time and not at the next opening") {
  const BusinessCalendar office = made(weekdays("UTC", {hours(9), hours(17)}));
  CHECK(office.after(at("2026-10-05T16:00:00Z"), {hours(1)}) == at("2026-10-05T17:00:00Z"));
  CHECK(office.after(at("2026-10-05T16:00:00Z"), {hours(1) + base::Duration(1)}) == at("2026-10-06T09:00:00.000001Z"));
  CHECK(office.after(at("2026-10-05T20:00:00Z"), {}) == at("2026-10-05T20:00:00Z"));
  CHECK(office.elapsed(at("2026-10-05T16:59:59.5Z"), at("2026-10-06T09:00:00.25Z")).open == base::Duration(750'000));
  CHECK(office.elapsed(at("2026-10-06T12:00:00Z"), at("2026-10-05T12:00:00Z")).open == -hours(8));
}

TEST_CASE("holidays and closed days have no windows, a night shift belongs to the day it starts") {
  BusinessHours rule = weekdays("America/New_York", {hours(20), hours(30)});
  rule.holidays = {find_holiday_set("us-federal")};
  rule.closed = {*parse_date("2026-12-22")};
  const BusinessCalendar night = made(rule);
  CHECK(night.is_open(at("2026-12-22T08:00:00Z")));        // the end of Monday's shift
  CHECK_FALSE(night.is_open(at("2026-12-23T02:00:00Z")));  // closed Tuesday
  CHECK(night.is_open(at("2026-12-25T08:00:00Z")));        // Thursday's shift reaches into Christmas
  CHECK_FALSE(night.is_open(at("2026-12-26T02:00:00Z")));
}

TEST_CASE("a calendar that is always open never closes and counts every second") {
  const BusinessCalendar always = made(every_day("America/New_York", {hours(0), hours(24)}));
  CHECK_FALSE(always.next_close(at("2026-10-05T12:00:00Z")));
  CHECK(always.is_open(at("2099-10-05T12:00:00Z")));
  CHECK(always.elapsed(at("2026-10-31T00:00:00Z"), at("2026-11-02T00:00:00Z")).open == hours(48));
  CHECK(always.after(at("1999-12-31T23:00:00Z"), {hours(2)}) == at("2000-01-01T01:00:00Z"));
  CHECK_FALSE(always.after(at("2026-01-01T00:00:00Z"), {base::Duration::max()}));
}

TEST_CASE("a full week with one closed day closes once and then never again") {
  BusinessHours rule = every_day("UTC", {hours(0), hours(24)});
  rule.closed = {*parse_date("2060-12-24")};
  const BusinessCalendar calendar = made(rule);
  CHECK(calendar.next_close(at("2026-01-01T00:00:00Z")) == at("2060-12-24T00:00:00Z"));
  CHECK(calendar.next_open(at("2060-12-24T00:00:00Z")) == at("2060-12-25T00:00:00Z"));
  CHECK_FALSE(calendar.next_close(at("2060-12-25T00:00:00Z")));
}

TEST_CASE("a calendar without windows never opens") {
  const BusinessCalendar never = made({.zone = *Zone::find("UTC")});
  CHECK_FALSE(never.is_open(at("2026-01-01T00:00:00Z")));
  CHECK_FALSE(never.next_open(at("2026-01-01T00:00:00Z")));
  CHECK_FALSE(never.after(at("2026-01-01T00:00:00Z"), {minutes(1)}));
  CHECK(never.after(at("2026-01-01T00:00:00Z"), {}) == at("2026-01-01T00:00:00Z"));
  CHECK(never.next_close(at("2026-01-01T00:00:00Z")) == at("2026-01-01T00:00:00Z"));
}

TEST_CASE("the same rule holds far from today") {
  const BusinessCalendar office = made(weekdays("UTC", {hours(9), hours(17)}));
  CHECK(office.elapsed(at("1995-01-02T00:00:00Z"), at("1995-01-07T00:00:00Z")).open == hours(40));
  CHECK(office.elapsed(at("2009-12-28T00:00:00Z"), at("2010-01-04T00:00:00Z")).open == hours(40));
  CHECK(office.elapsed(at("2037-12-28T00:00:00Z"), at("2038-01-04T00:00:00Z")).open == hours(40));
  CHECK(office.elapsed(at("2000-01-03T00:00:00Z"), at("2050-01-03T00:00:00Z")).open / hours(8) == 13045);
  CHECK(office.after(at("2009-12-31T16:00:00Z"), {hours(2)}) == at("2010-01-01T10:00:00Z"));
  CHECK(office.after(at("2037-12-31T16:00:00Z"), {hours(2)}) == at("2038-01-01T10:00:00Z"));
  CHECK(office.next_open(at("0000-01-01T00:00:00Z")).has_value());
  CHECK_FALSE(office.after(at("2026-01-01T00:00:00Z"), {hours(24 * 366) * 9000}));
}

TEST_CASE("hours of a date replace the weekly ones, and breaks are taken out of whatever a date has") {
  BusinessHours rule = weekdays("UTC", {hours(9), hours(17)});
  const Date saturday = *parse_date("2026-10-10");
  const Date thanksgiving = *parse_date("2026-11-26");
  const Date monday = *parse_date("2026-10-12");
  rule.holidays = {find_holiday_set("us-federal")};
  rule.closed = {monday};
  rule.special = {{saturday, {{hours(10), hours(12)}}},
                  {saturday, {{hours(13), hours(14)}}},
                  {thanksgiving, {{hours(8), hours(10)}}},
                  {*parse_date("2026-10-13"), {}}};
  rule.breaks = {{saturday, {{hours(11), hours(15)}}},
                 {*parse_date("2026-10-14"), {{hours(12), hours(13)}, {hours(0), hours(10)}}},
                 {monday, {{hours(12), hours(13)}}}};
  const BusinessCalendar calendar = made(rule);
  const auto open_on = [&](const char* date) {
    const base::Instant begin(std::chrono::sys_days(*parse_date(date)).time_since_epoch());
    std::vector<std::pair<std::int64_t, std::int64_t>> found;
    for (const auto& [from, to] : calendar.open_within({begin, begin + hours(24)})) {
      found.emplace_back((from - begin) / hours(1), (to - begin) / hours(1));
    }
    return found;
  };
  using Hours = std::vector<std::pair<std::int64_t, std::int64_t>>;
  CHECK(open_on("2026-10-10") == Hours{{10, 11}});
  CHECK(open_on("2026-10-12").empty());
  CHECK(open_on("2026-10-13").empty());
  CHECK(open_on("2026-10-14") == Hours{{10, 12}, {13, 17}});
  CHECK(open_on("2026-11-26") == Hours{{8, 10}});
  CHECK(open_on("2026-11-27") == Hours{{9, 17}});
}

TEST_CASE("a break belongs to its date, as the night before belongs to another") {
  BusinessHours rule = every_day("UTC", {hours(20), hours(32)});
  rule.breaks = {{*parse_date("2026-10-06"), {{hours(0), hours(21)}}}};
  const BusinessCalendar night = made(rule);
  CHECK(night.is_open(at("2026-10-06T07:59:59Z")));  // Monday's night
  CHECK_FALSE(night.is_open(at("2026-10-06T20:30:00Z")));
  CHECK(night.next_open(at("2026-10-06T08:00:00Z")) == at("2026-10-06T21:00:00Z"));
}

TEST_CASE("looking back finds the last opening, the last closing and when work must have begun") {
  const BusinessCalendar office = made(weekdays("UTC", {hours(9), hours(17)}));
  CHECK(office.previous_close(at("2026-10-05T09:00:00Z")) == at("2026-10-02T17:00:00Z"));
  CHECK(office.previous_close(at("2026-10-05T09:00:00.000001Z")) == at("2026-10-05T09:00:00.000001Z"));
  CHECK(office.previous_close(at("2026-10-05T17:00:00Z")) == at("2026-10-05T17:00:00Z"));
  CHECK(office.previous_close(at("2026-10-05T17:00:00.5Z")) == at("2026-10-05T17:00:00Z"));
  CHECK(office.previous_open(at("2026-10-05T09:00:00Z")) == at("2026-10-05T09:00:00Z"));
  CHECK(office.previous_open(at("2026-10-05T08:59:59.999999Z")) == at("2026-10-02T09:00:00Z"));
  CHECK(office.previous_open(at("2026-10-04T12:00:00Z")) == at("2026-10-02T09:00:00Z"));
  CHECK(office.previous_open(at("1955-10-09T12:00:00Z")) == at("1955-10-07T09:00:00Z"));
  CHECK(office.before(at("2026-10-05T10:00:00Z"), {hours(1)}) == at("2026-10-05T09:00:00Z"));
  CHECK(office.before(at("2026-10-05T10:00:00Z"), {hours(1) + base::Duration(1)}) == at("2026-10-02T16:59:59.999999Z"));
  CHECK(office.before(at("2026-10-04T10:00:00Z"), {}) == at("2026-10-04T10:00:00Z"));
  CHECK(office.before(at("1970-01-05T10:00:00Z"), {hours(80)}) == at("1969-12-22T10:00:00Z"));
}

TEST_CASE("combined calendars know their zones, the years beyond and no calendars at all") {
  const BusinessCalendar berlin = made(weekdays("Europe/Berlin", {hours(9), hours(17)}));
  const BusinessCalendar new_york = made(weekdays("America/New_York", {hours(9), hours(17)}));
  const BusinessCalendar either = BusinessCalendar::any_of({berlin, new_york});
  const BusinessCalendar both = BusinessCalendar::all_of({berlin, new_york});
  // Two weeks in March one coast of the ocean has summer time and the other has not.
  CHECK(both.elapsed(at("2026-03-16T00:00:00Z"), at("2026-03-17T00:00:00Z")).open == hours(3));
  CHECK(both.elapsed(at("2026-04-06T00:00:00Z"), at("2026-04-07T00:00:00Z")).open == hours(2));
  CHECK(both.elapsed(at("2150-03-16T00:00:00Z"), at("2150-03-17T00:00:00Z")).open == hours(3));
  CHECK(either.next_close(at("2026-04-06T12:00:00Z")) == at("2026-04-06T21:00:00Z"));
  CHECK(either.hours() == nullptr);
  CHECK(berlin.hours()->zone.name() == "Europe/Berlin");

  CHECK_FALSE(BusinessCalendar::any_of({}).next_open(at("2026-01-01T00:00:00Z")));
  CHECK(BusinessCalendar::all_of({}).elapsed(at("1900-01-01T00:00:00Z"), at("1900-01-02T00:00:00Z")).open == hours(24));
  BusinessHours mondays{.zone = *Zone::find("UTC")};
  mondays.windows[0] = {{hours(9), hours(17)}};
  BusinessHours tuesdays{.zone = *Zone::find("UTC")};
  tuesdays.windows[1] = {{hours(9), hours(17)}};
  const BusinessCalendar never = BusinessCalendar::all_of({made(mondays), made(tuesdays)});
  CHECK_FALSE(never.next_open(at("2026-01-01T00:00:00Z")));
  CHECK_FALSE(never.previous_close(at("2026-01-01T00:00:00Z")));
  CHECK_FALSE(never.after(at("2026-01-01T00:00:00Z"), {minutes(1)}));
  CHECK(BusinessCalendar::without(berlin, berlin)
            .open_within({at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z")})
            .empty());
}

TEST_CASE("a calendar of single dates opens on these and then never again") {
  BusinessHours rule{.zone = *Zone::find("UTC")};
  rule.special = {{*parse_date("2250-06-01"), {{hours(9), hours(10)}}}};
  const BusinessCalendar once = made(rule);
  CHECK(once.next_open(at("1900-01-01T00:00:00Z")) == at("2250-06-01T09:00:00Z"));
  CHECK_FALSE(once.next_open(at("2250-06-01T10:00:00Z")));
  CHECK(once.previous_open(at("9000-01-01T00:00:00Z")) == at("2250-06-01T09:00:00Z"));
  CHECK(once.after(at("2026-01-01T00:00:00Z"), {hours(1)}) == at("2250-06-01T10:00:00Z"));
  CHECK_FALSE(once.after(at("2026-01-01T00:00:00Z"), {hours(1) + base::Duration(1)}));
  CHECK_FALSE(once.before(at("2250-01-01T00:00:00Z"), {hours(1)}));
}

TEST_CASE("instants at either end of all time are answered") {
  const BusinessCalendar office = made(weekdays("America/New_York", {hours(9), hours(17)}));
  for (const base::Instant extreme : {base::Instant::from_unix_us(std::numeric_limits<std::int64_t>::min()),
                                      base::Instant::from_unix_us(std::numeric_limits<std::int64_t>::max())}) {
    CHECK_FALSE(office.is_open(extreme));
    CHECK(office.elapsed(extreme, extreme).open == base::Duration::zero());
    CHECK(office.open_within({extreme, extreme}).empty());
  }
  const base::Interval all{base::Instant::from_unix_us(std::numeric_limits<std::int64_t>::min()),
                           base::Instant::from_unix_us(std::numeric_limits<std::int64_t>::max())};
  CHECK(office.elapsed(all.from, all.to).open > hours(8) * 5 * 52 * 9900);
  CHECK_FALSE(office.next_open(all.to));
  CHECK_FALSE(office.previous_open(all.from));
}

TEST_CASE("hours that make no sense are refused with their reason") {
  const auto reason = [](const BusinessHours& rule) {
    const auto calendar = BusinessCalendar::make(rule);
    REQUIRE_FALSE(calendar.has_value());
    CHECK(calendar.error().code == base::ErrorCode::BadInput);
    return calendar.error().message;
  };
  const auto tells = [](const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
  };
  const Date nowhere = std::chrono::year(2026) / 2 / 30;
  const Date date = *parse_date("2026-10-05");
  for (const DayWindow window : {DayWindow{hours(9), hours(9)},
                                 {hours(17), hours(9)},
                                 {hours(9), hours(49)},
                                 {-hours(1), hours(9)},
                                 {hours(9), hours(10) + base::Duration(1)}}) {
    CHECK(tells(reason(weekdays("UTC", window)), "start before they end"));
    BusinessHours rule = weekdays("UTC", {hours(9), hours(17)});
    rule.special = {{date, {window}}};
    CHECK(tells(reason(rule), "special hours of 2026-10-05 from second"));
    rule.special.clear();
    rule.breaks = {{date, {window}}};
    CHECK(tells(reason(rule), "breaks of 2026-10-05 from second"));
  }
  BusinessHours rule = weekdays("UTC", {hours(9), hours(17)});
  rule.closed = {nowhere};
  CHECK(reason(rule) == "closed days: 2026-02-30 is not a date that exists");
  rule.closed.clear();
  rule.breaks = {{nowhere, {}}};
  CHECK(reason(rule) == "breaks: 2026-02-30 is not a date that exists");
  rule.breaks.clear();
  rule.special = {{nowhere, {}}};
  CHECK(reason(rule) == "special hours: 2026-02-30 is not a date that exists");
  rule.special.clear();
  rule.windows[3] = std::vector<DayWindow>(1441, {hours(9), hours(10)});
  CHECK(tells(reason(rule), "1441 windows on one day"));
  rule.windows[3].clear();
  rule.closed = std::vector<Date>(100'001, date);
  CHECK(tells(reason(rule), "100001 dates"));
}
