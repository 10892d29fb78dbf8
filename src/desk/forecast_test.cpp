#include "desk/forecast.h"

#include <doctest/doctest.h>

#include <random>

#include "desk/example_agreement.h"

namespace tandem::desk {
namespace {

using base::hours;
using base::minutes;

const calendar::BusinessCalendar& office() {
  static const auto policy = example_agreement();
  return policy->spec().calendars[0].open;  // Monday to Friday, 8:00 to 18:00; kMonday is 10:00
}

DueWork due(std::uint64_t number, base::Instant at) {
  return {.ticket = TicketId(base::IdBits{.high = 1, .low = number}), .number = number, .due = at};
}

TEST_CASE("a team that keeps up misses nothing, and a slower one what is due first") {
  const std::vector<DueWork> work{due(1, kMonday + hours(1)), due(2, kMonday + hours(2)), due(3, kMonday + hours(3))};
  CHECK(forecast(work, hours(1), office(), kMonday).empty());
  const auto misses = forecast(work, minutes(70), office(), kMonday);
  REQUIRE(misses.size() == 3);
  CHECK(misses[2] == Miss{.work = work[2], .expected = kMonday + minutes(210)});
}

TEST_CASE("the team's own hours count, and what is due at the very moment is not missed") {
  const auto night = kMonday + hours(12);
  CHECK(forecast({due(1, kMonday + hours(22) + minutes(30))}, minutes(30), office(), night).empty());
  const auto misses = forecast({due(1, kMonday + hours(22) + minutes(29))}, minutes(30), office(), night);
  REQUIRE(misses.size() == 1);
  CHECK(misses[0].expected == kMonday + hours(22) + minutes(30));
}

TEST_CASE("what is overdue takes its time and is not told again") {
  const auto misses =
      forecast({due(2, kMonday + minutes(50)), due(1, kMonday - hours(1))}, minutes(30), office(), kMonday);
  REQUIRE(misses.size() == 1);
  CHECK(misses[0].work.number == 2);
}

TEST_CASE("the pace is of people who are there, and nothing is said without one") {
  const Pace pace{.done = 8, .worked = hours(10), .person_time = hours(16)};
  CHECK(pace.each(1) == hours(2));
  CHECK(pace.each(2) == hours(1));
  CHECK(pace.each(0) == std::nullopt);
  CHECK(Pace{}.each(2) == std::nullopt);
  CHECK(Pace{.done = 3, .worked = hours(1), .person_time = {}}.each(2) == std::nullopt);
}

TEST_CASE("more work never makes fewer misses, and a slower pace neither") {
  std::mt19937 random(7);
  std::vector<DueWork> work;
  for (std::uint64_t number = 1; number <= 40; ++number) {
    work.push_back(due(number, kMonday + minutes(static_cast<std::int64_t>(random() % 3000))));
    const auto count = [&](std::int64_t each) { return forecast(work, minutes(each), office(), kMonday).size(); };
    const auto before = [&](std::int64_t each) {
      return forecast({work.begin(), work.end() - 1}, minutes(each), office(), kMonday).size();
    };
    CHECK(count(30) >= before(30));
    CHECK(count(31) >= count(30));
  }
}

}  // namespace
}  // namespace tandem::desk
