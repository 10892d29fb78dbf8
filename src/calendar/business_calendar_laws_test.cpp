// Laws of business time over random calendars, zones and instants, each held against a walk minute by minute.
#include <doctest/doctest.h>

#include <random>

#include "calendar/business_calendar.h"
#include "calendar/interval_set.h"
#include "calendar/slow_calendar.h"

using namespace tandem;
using namespace tandem::calendar;
using base::Duration;
using base::hours;
using base::Instant;
using base::Interval;
using base::minutes;

namespace {

constexpr std::array<const char*, 24> kZones{"UTC",
                                             "America/New_York",
                                             "America/Los_Angeles",
                                             "America/St_Johns",
                                             "America/Sao_Paulo",
                                             "America/Santiago",
                                             "America/Havana",
                                             "America/Nuuk",
                                             "Europe/London",
                                             "Europe/Dublin",
                                             "Europe/Berlin",
                                             "Europe/Chisinau",
                                             "Africa/Cairo",
                                             "Africa/Casablanca",
                                             "Asia/Kathmandu",
                                             "Asia/Kolkata",
                                             "Asia/Tehran",
                                             "Asia/Gaza",
                                             "Australia/Adelaide",
                                             "Australia/Lord_Howe",
                                             "Pacific/Auckland",
                                             "Pacific/Chatham",
                                             "Pacific/Apia",
                                             "Antarctica/Troll"};

constexpr std::size_t kDay = std::size_t{24} * 60;
constexpr std::size_t kDays = 13;

Instant at(std::string_view text) {
  return *base::parse_rfc3339(text);
}

Zone zone(const char* name) {
  auto found = Zone::find(name);
  REQUIRE(found.has_value());
  return *found;
}

BusinessCalendar made(BusinessHours rule) {
  auto calendar = BusinessCalendar::make(std::move(rule));
  REQUIRE(calendar.has_value());
  return *calendar;
}

// Random numbers from a fixed seed, so that a failure repeats.
class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}  // NOLINT: the seed is fixed on purpose
  std::int64_t below(std::int64_t n) { return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(n)); }
  bool once_in(std::int64_t n) { return below(n) == 0; }

  DayWindow window() {
    const std::int64_t from = once_in(4) ? 60 + below(180) : below(48) * 30;  // often in the hours clocks change
    const std::int64_t to = std::min<std::int64_t>(2880, from + 1 + (once_in(6) ? below(2000) : below(600)));
    return {minutes(from), minutes(to)};
  }
  std::vector<DayWindow> windows(std::int64_t most) {
    std::vector<DayWindow> windows;
    for (auto n = below(most + 1); n > 0; --n) windows.push_back(window());
    return windows;
  }
  Date near(std::chrono::sys_days day) { return Date(day + std::chrono::days(below(11) - 5)); }

  // Days that differ lie around `day`.
  BusinessHours rule(const char* zone_name, std::chrono::sys_days day) {
    BusinessHours rule{.zone = zone(zone_name)};
    const bool full = once_in(8);
    const bool empty = !full && once_in(10);
    for (auto& windows_of_day : rule.windows) {
      if (full) windows_of_day = {{hours(0), hours(24)}};
      if (!full && !empty) windows_of_day = windows(3);
    }
    for (auto n = below(3); n > 0; --n) rule.closed.push_back(near(day));
    for (auto n = below(3); n > 0; --n) rule.special.push_back({near(day), windows(3)});
    for (auto n = below(3); n > 0; --n) rule.breaks.push_back({near(day), windows(2)});
    if (once_in(3)) rule.holidays.push_back(find_holiday_set("us-federal"));
    return rule;
  }
  // An instant of the years that are compiled.
  Instant instant() { return at("1970-01-01T00:00:00Z") + base::seconds(below(std::int64_t{131} * 365 * 86'400)); }
  std::chrono::sys_days day() { return std::chrono::floor<std::chrono::days>(instant().sys()); }
  const char* zone_name() { return kZones.at(static_cast<std::size_t>(below(kZones.size()))); }

 private:
  std::mt19937_64 random_;
};

using Minutes = std::vector<bool>;

// Holds every question against the minutes from `first` on, where these hold the answer.
void check_is(const BusinessCalendar& calendar, const Minutes& open, Instant first, Dice& dice) {
  const auto instant = [&](std::size_t minute) { return first + minutes(static_cast<std::int64_t>(minute)); };
  std::vector<std::int64_t> sum{0};
  std::vector<Interval> stretches;
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (calendar.is_open(instant(i)) != open[i]) ++wrong;
    sum.push_back(sum.back() + (open[i] ? 1 : 0));
    if (open[i]) stretches.push_back({instant(i), instant(i + 1)});
  }
  CHECK(wrong == 0);
  CHECK(std::ranges::equal(calendar.open_within({first, instant(open.size())}),
                           IntervalSet(std::move(stretches)).intervals()));
  for (int n = 0; n < 25; ++n) {
    const auto from = static_cast<std::size_t>(dice.below(std::ssize(open)));
    const auto to = static_cast<std::size_t>(dice.below(std::ssize(open)));
    const std::int64_t between = sum[to] - sum[from];
    CHECK(calendar.elapsed(instant(from), instant(to)).open == minutes(between));

    const auto next = std::find(open.begin() + static_cast<std::ptrdiff_t>(from), open.end(), true);
    if (next != open.end()) {
      CHECK(calendar.next_open(instant(from)) == instant(static_cast<std::size_t>(next - open.begin())));
    }
    const auto close = std::find(open.begin() + static_cast<std::ptrdiff_t>(from), open.end(), false);
    if (close != open.end()) {
      CHECK(calendar.next_close(instant(from)) == instant(static_cast<std::size_t>(close - open.begin())));
    }
    std::size_t last = from;  // the end of the last open minute before
    while (last > 0 && !open[last - 1]) --last;
    if (last > 0) CHECK(calendar.previous_close(instant(from)) == instant(last));
    std::size_t opening = open[from] ? from : last;
    while (opening > 0 && open[opening - 1]) --opening;
    if (opening > 0) CHECK(calendar.previous_open(instant(from)) == instant(opening));

    if (between > 0) {
      std::size_t reached = from;
      while (sum[reached] - sum[from] < between) ++reached;
      CHECK(calendar.after(instant(from), {minutes(between)}) == instant(reached));
      std::size_t begun = to;
      while (sum[to] - sum[begun] < between) --begun;
      CHECK(calendar.before(instant(to), {minutes(between)}) == instant(begun));
    }
  }
}

void check_is(const BusinessCalendar& calendar, const BusinessHours& rule, Instant first, Dice& dice) {
  check_is(calendar, SlowCalendar(rule, first, kDays * kDay).minutes(), first, dice);
}

Instant first_minute(std::chrono::sys_days day) {
  return Instant((day - std::chrono::days(6)).time_since_epoch());
}

template <class Operation>
Minutes both(const Minutes& a, const Minutes& b, Operation operation) {
  Minutes result(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) result[i] = operation(a[i], b[i]);
  return result;
}

}  // namespace

TEST_CASE("random calendars equal a walk minute by minute anywhere from 1970 to 2100") {
  Dice dice(1);
  for (int round = 0; round < 240; ++round) {
    const char* const name = kZones.at(static_cast<std::size_t>(round) % kZones.size());
    CAPTURE(name);
    CAPTURE(round);
    std::chrono::sys_days day = dice.day();
    // Every other time where clocks change, if they do in that year.
    if (dice.once_in(2)) {
      const Instant begin(day.time_since_epoch());
      const auto changes = zone(name).transitions({begin, begin + hours(24 * 365)});
      if (!changes.empty()) day = std::chrono::floor<std::chrono::days>(changes.front().at.sys());
    }
    const BusinessHours rule = dice.rule(name, day);
    check_is(made(rule), rule, first_minute(day), dice);
  }
}

TEST_CASE("calendars equal a walk minute by minute where a day is skipped and at the edges of the table") {
  Dice dice(2);
  for (const char* day : {"2011-12-30", "1970-01-01", "2101-01-03", "1969-12-29", "1994-12-31", "2200-03-30"}) {
    for (const char* name : {"Pacific/Apia", "Pacific/Kiritimati", "Europe/Berlin", "America/New_York", "UTC"}) {
      CAPTURE(day);
      CAPTURE(name);
      const std::chrono::sys_days around(*parse_date(day));
      const BusinessHours rule = dice.rule(name, around);
      check_is(made(rule), rule, first_minute(around), dice);
    }
  }
}

TEST_CASE("ten years of one calendar equal a walk minute by minute") {
  Dice dice(3);
  for (const char* name : {"America/New_York", "Australia/Lord_Howe"}) {
    const Instant first = at("2031-01-01T00:00:00Z");
    const BusinessHours rule = dice.rule(name, std::chrono::sys_days(std::chrono::year(2034) / 7 / 4));
    check_is(made(rule), SlowCalendar(rule, first, 3653 * kDay).minutes(), first, dice);
  }
}

TEST_CASE("every clock change from 2020 to 2040 counts as the time that it takes") {
  Dice dice(4);
  std::size_t walked = 0;
  for (const char* name : kZones) {
    const Zone place = zone(name);
    for (const Transition& change : place.transitions({at("2020-01-01T00:00:00Z"), at("2041-01-01T00:00:00Z")})) {
      if (change.before == change.after) continue;
      CAPTURE(name);
      CAPTURE(base::to_rfc3339(change.at));
      const Duration skipped = change.after - change.before;  // negative when the clock is set back
      const Duration wall = change.at.sys().time_since_epoch() + change.before;
      const auto day = std::chrono::floor<std::chrono::days>(wall) - std::chrono::days(1);
      const Duration of_day = wall - day;  // counted from the midnight before last
      const Duration behind = of_day + std::max(skipped, Duration::zero());
      // Over the change; up to it and from it on; around both of its edges.
      const std::vector<DayWindow> windows[] = {
          {{of_day - hours(3), behind + hours(3)}},
          {{of_day - hours(3), of_day}},
          {{of_day, of_day + hours(3)}},
          {{of_day - hours(2), of_day + minutes(10)}, {behind - minutes(10), behind + hours(1)}},
          {{of_day - minutes(50), of_day - minutes(10)}, {of_day + minutes(15), of_day + minutes(20)}}};
      for (std::size_t shape = 0; shape < std::size(windows); ++shape) {
        CAPTURE(shape);
        BusinessHours rule{.zone = place};
        for (DayWindow window : windows[shape]) {
          window.to = std::min(window.to, hours(48));
          rule.special.push_back({Date(std::chrono::sys_days(day)), {window}});
        }
        const BusinessCalendar calendar = made(rule);
        const Instant first = Instant(std::chrono::sys_days(day).time_since_epoch()) - hours(24);
        check_is(calendar, SlowCalendar(rule, first, 5 * kDay).minutes(), first, dice);
        if (shape == 0 && behind + hours(3) <= hours(48)) {
          CHECK(calendar.elapsed(first, first + hours(120)).open ==
                hours(6) + std::max(skipped, Duration::zero()) - skipped);
        }
      }
      ++walked;
    }
  }
  CHECK(walked > 20 * 2 * 12);
}

TEST_CASE("adding and then measuring is the identity, there and back again") {
  Dice dice(5);
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    const BusinessCalendar calendar = made(dice.rule(dice.zone_name(), dice.day()));
    for (int n = 0; n < 200; ++n) {
      const Instant from = dice.instant() + Duration(dice.below(1'000'000));
      const BusinessDuration amount{base::seconds(dice.below(40'000'000)) + Duration(1 + dice.below(1'000'000))};
      if (const auto due = calendar.after(from, amount)) {
        CHECK(calendar.elapsed(from, *due) == amount);
        CHECK(calendar.elapsed(from, *due - Duration(1)) < amount);
        const auto back = calendar.before(*due, amount);
        REQUIRE(back.has_value());
        CHECK(*back >= from);
        CHECK(calendar.elapsed(from, *back).open == Duration::zero());
        if (calendar.is_open(from)) CHECK(*back == from);
      }
      if (const auto begun = calendar.before(from, amount)) {
        CHECK(calendar.elapsed(*begun, from) == amount);
        CHECK(calendar.elapsed(*begun + Duration(1), from) < amount);
        CHECK(calendar.is_open(*begun));
      }
    }
  }
}

TEST_CASE("splitting an interval anywhere does not change the sum") {
  Dice dice(6);
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    const BusinessCalendar calendar = made(dice.rule(dice.zone_name(), dice.day()));
    for (int n = 0; n < 100; ++n) {
      const Instant a = dice.instant() + Duration(dice.below(1'000'000));
      const Instant b = dice.instant() + Duration(dice.below(1'000'000));
      // Often in years that the table does not hold.
      const Instant c =
          n % 10 == 0 ? at("1890-01-01T00:00:00Z") + base::seconds(dice.below(10'000'000'000)) : dice.instant();
      CHECK(calendar.elapsed(a, b).open + calendar.elapsed(b, c).open == calendar.elapsed(a, c).open);
      CHECK(calendar.elapsed(a, b).open == -calendar.elapsed(b, a).open);
      if (n % 20 != 0 || a > b) continue;
      CHECK(IntervalSet(calendar.open_within({a, b})).total() == calendar.elapsed(a, b).open);
    }
  }
}

TEST_CASE("openings and closings bound each other") {
  Dice dice(7);
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    const BusinessCalendar calendar = made(dice.rule(dice.zone_name(), dice.day()));
    for (int n = 0; n < 100; ++n) {
      const Instant from = dice.instant() + Duration(dice.below(1'000'000));
      const auto open = calendar.next_open(from);
      if (!open) continue;
      CHECK(*open >= from);
      CHECK(calendar.is_open(*open));
      CHECK(calendar.elapsed(from, *open).open == Duration::zero());
      const auto close = calendar.next_close(*open);
      if (!close) continue;
      CHECK_FALSE(calendar.is_open(*close));
      CHECK(calendar.elapsed(*open, *close).open == *close - *open);
      CHECK(calendar.previous_close(*close) == *close);
      CHECK(calendar.previous_close(*close - Duration(1)) == *close - Duration(1));
      const auto begin = calendar.previous_open(*close);
      if (begin) CHECK(*begin <= *open);
      if (begin) CHECK(calendar.previous_open(*open) == begin);
      if (begin && !calendar.is_open(from)) CHECK(*begin == *open);
    }
  }
}

TEST_CASE("several calendars together are sets of minutes") {
  Dice dice(8);
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    const std::chrono::sys_days day = dice.day();
    const BusinessHours rule_a = dice.rule(dice.zone_name(), day);
    const BusinessHours rule_b = dice.rule(dice.zone_name(), day);
    const Instant first = first_minute(day);
    const Minutes a = SlowCalendar(rule_a, first, kDays * kDay).minutes();
    const Minutes b = SlowCalendar(rule_b, first, kDays * kDay).minutes();
    const BusinessCalendar one = made(rule_a);
    const BusinessCalendar two = made(rule_b);
    const auto difference = [](bool x, bool y) { return x && !y; };
    check_is(BusinessCalendar::any_of({one, two}), both(a, b, std::logical_or{}), first, dice);
    check_is(BusinessCalendar::all_of({one, two}), both(a, b, std::logical_and{}), first, dice);
    check_is(BusinessCalendar::without(one, two), both(a, b, difference), first, dice);
    // De Morgan, with three of them.
    const BusinessCalendar always = BusinessCalendar::all_of({});
    const BusinessCalendar three = made(dice.rule("UTC", day));
    const BusinessCalendar left = BusinessCalendar::without(always, BusinessCalendar::any_of({one, two, three}));
    const BusinessCalendar right =
        BusinessCalendar::all_of({BusinessCalendar::without(always, one), BusinessCalendar::without(always, two),
                                  BusinessCalendar::without(always, three)});
    const Interval years{first - hours(24 * 700), first + hours(24 * 700)};
    CHECK(left.open_within(years) == right.open_within(years));
    CHECK(left.elapsed(at("1900-01-01T00:00:00Z"), at("2150-01-01T00:00:00Z")) ==
          right.elapsed(at("1900-01-01T00:00:00Z"), at("2150-01-01T00:00:00Z")));
  }
}
