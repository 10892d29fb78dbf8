#include "calendar/business_calendar.h"

#include <doctest/doctest.h>

#include <random>

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

// Business hours minute by minute from `first`, knowing nothing but what a clock on the wall shows. A window begins and
// ends when the wall's clock first shows its edge or anything later.
class MinuteByMinute {
 public:
  MinuteByMinute(const BusinessHours& rule, Instant first, std::size_t count) : open_(count) {
    const std::size_t margin = 4 * 24 * 60;  // windows that began before
    std::vector<std::int64_t> latest;        // the latest wall time shown up to each minute, in minutes
    std::int64_t shown = std::numeric_limits<std::int64_t>::min();
    for (std::size_t i = 0; i < count + margin; ++i) {
      const LocalTime wall =
          rule.zone.to_local(first + minutes(static_cast<std::int64_t>(i) - static_cast<std::int64_t>(margin)));
      shown = std::max(shown, std::chrono::sys_days(wall.date).time_since_epoch() / std::chrono::minutes(1) +
                                  wall.time_of_day / minutes(1));
      latest.push_back(shown);
    }
    for (std::int64_t day = latest.front() / 1440 + 1; day <= latest.back() / 1440; ++day) {
      const Date date{std::chrono::sys_days(std::chrono::days(day))};
      if (std::ranges::find(rule.closed, date) != rule.closed.end()) continue;
      for (const DayWindow& window : rule.windows[std::chrono::weekday(date).iso_encoding() - 1]) {
        const auto edge = [&](base::Duration of_day) {
          return std::ranges::lower_bound(latest, day * 1440 + of_day / minutes(1)) - latest.begin();
        };
        for (auto i = edge(window.from); i < edge(window.to); ++i) {
          if (i >= static_cast<std::ptrdiff_t>(margin)) open_[static_cast<std::size_t>(i) - margin] = true;
        }
      }
    }
  }
  [[nodiscard]] bool is_open(std::size_t minute) const { return open_[minute]; }
  [[nodiscard]] std::size_t size() const { return open_.size(); }

 private:
  std::vector<bool> open_;
};

BusinessHours random_rule(const char* zone, Date around, std::mt19937& random) {
  const auto upto = [&](int n) { return static_cast<std::int64_t>(random() % static_cast<unsigned>(n)); };
  BusinessHours rule{.zone = *Zone::find(zone)};
  const bool full = upto(8) == 0;
  for (auto& day : rule.windows) {
    if (full) day = {{hours(0), hours(24)}};
    for (auto n = full ? 0 : upto(4); n > 0; --n) {
      const std::int64_t from = upto(4) == 0 ? 60 + upto(180) : upto(48) * 30;  // often in the hours clocks change
      const std::int64_t to = std::min<std::int64_t>(2880, from + 1 + (upto(6) == 0 ? upto(2000) : upto(600)));
      day.push_back({minutes(from), minutes(to)});
    }
  }
  for (auto n = upto(3); n > 0; --n) {
    rule.closed.push_back(Date(std::chrono::sys_days(around) + std::chrono::days(upto(9) - 4)));
  }
  return rule;
}

// Compares every question at every minute or, where that is dear, at random minutes.
void compare(const BusinessCalendar& calendar, const MinuteByMinute& slow, Instant first, std::mt19937& random) {
  const auto instant = [&](std::size_t minute) { return first + minutes(static_cast<std::int64_t>(minute)); };
  std::size_t wrong = 0;
  std::vector<std::int64_t> sum{0};
  for (std::size_t i = 0; i < slow.size(); ++i) {
    if (calendar.is_open(instant(i)) != slow.is_open(i)) ++wrong;
    sum.push_back(sum.back() + (slow.is_open(i) ? 1 : 0));
  }
  CHECK(wrong == 0);
  for (int n = 0; n < 40; ++n) {
    std::size_t from = random() % slow.size();
    std::size_t to = random() % slow.size();
    if (from > to) std::swap(from, to);
    CHECK(calendar.elapsed(instant(from), instant(to)).open == minutes(sum[to] - sum[from]));
    std::size_t open = from;
    while (open < slow.size() && !slow.is_open(open)) ++open;
    if (open < slow.size()) CHECK(calendar.next_open(instant(from)) == instant(open));
    std::size_t close = from;
    while (close < slow.size() && slow.is_open(close)) ++close;
    if (close < slow.size()) CHECK(calendar.next_close(instant(from)) == instant(close));
    const std::int64_t amount = sum[to] - sum[from];
    if (amount == 0) continue;
    std::size_t reached = from;
    while (sum[reached] - sum[from] < amount) ++reached;
    CHECK(calendar.after(instant(from), {minutes(amount)}) == instant(reached));
  }
}

}  // namespace

TEST_CASE("business hours equal a minute-by-minute walk around clock changes") {
  struct Place {
    const char* zone;
    std::vector<const char*> days;
  };
  const Place places[] = {
      {"America/New_York", {"2026-03-08", "2026-11-01", "2037-11-01", "2007-03-11"}},
      {"Europe/Berlin", {"2026-03-29", "2026-10-25", "2009-10-25"}},
      {"Asia/Kathmandu", {"2026-06-01", "2041-06-01"}},
      {"Australia/Lord_Howe", {"2026-04-05", "2026-10-04"}},
      {"UTC", {"2026-01-01", "2010-01-01", "2038-01-01"}},
      {"America/Sao_Paulo", {"2018-02-18", "2018-11-04"}},  // clocks change at midnight
      {"Africa/Cairo", {"2026-04-24", "2026-10-30"}},
      {"Pacific/Apia", {"2011-12-30"}},  // a day that never was
      {"Africa/Casablanca", {"2026-02-15", "2026-03-22"}},
  };
  std::mt19937 random(20261005);  // NOLINT: the seed is fixed so that a failure repeats
  for (const Place& place : places) {
    for (const char* day : place.days) {
      for (int round = 0; round < 6; ++round) {
        CAPTURE(place.zone);
        CAPTURE(day);
        CAPTURE(round);
        const Date date = *parse_date(day);
        const BusinessHours rule = random_rule(place.zone, date, random);
        const Instant first = Instant(std::chrono::sys_days(date).time_since_epoch()) - hours(24 * 6);
        const MinuteByMinute slow(rule, first, std::size_t{13} * 24 * 60);
        compare(made(rule), slow, first, random);
      }
    }
  }
}

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
  CHECK(office.elapsed(at("2026-10-06T12:00:00Z"), at("2026-10-05T12:00:00Z")).open == base::Duration::zero());
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

TEST_CASE("hours that make no sense are refused with their reason") {
  BusinessHours rule = weekdays("UTC", {hours(9), hours(9)});
  CHECK_FALSE(BusinessCalendar::make(rule).has_value());
  rule = weekdays("UTC", {hours(9), hours(49)});
  CHECK_FALSE(BusinessCalendar::make(rule).has_value());
}
