#include "calendar/interval_set.h"

#include <doctest/doctest.h>

#include <random>

using namespace tandem;
using namespace tandem::calendar;
using base::Instant;
using base::Interval;

namespace {

constexpr int kPoints = 60;

Interval interval(std::int64_t from, std::int64_t to) {
  return {Instant::from_unix_us(from), Instant::from_unix_us(to)};
}

std::vector<Interval> random_intervals(std::mt19937& random) {
  std::vector<Interval> intervals;
  for (auto n = random() % 8; n > 0; --n) {
    const auto from = static_cast<std::int64_t>(random() % kPoints);
    intervals.push_back(interval(from, from - 2 + static_cast<std::int64_t>(random() % 12)));
  }
  return intervals;
}

using Points = std::vector<bool>;

// Point by point, by the definition.
Points points_of(const std::vector<Interval>& intervals) {
  Points points(2 * kPoints);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Instant at = Instant::from_unix_us(static_cast<std::int64_t>(i));
    points[i] = std::ranges::any_of(intervals, [&](const Interval& each) { return each.contains(at); });
  }
  return points;
}

template <class Operation>
Points both(const Points& a, const Points& b, Operation operation) {
  Points points(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) points[i] = operation(a[i], b[i]);
  return points;
}

// Equal to the points, and in the one form a set has.
void check_is(const IntervalSet& set, const Points& points) {
  std::vector<Interval> expected;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto at = static_cast<std::int64_t>(i);
    CHECK(set.contains(Instant::from_unix_us(at)) == points[i]);
    if (!points[i]) continue;
    if (expected.empty() || expected.back().to != Instant::from_unix_us(at)) {
      expected.push_back(interval(at, at + 1));
    } else {
      expected.back().to = Instant::from_unix_us(at + 1);
    }
  }
  CHECK(std::ranges::equal(set.intervals(), expected));
  CHECK(set.total().count() == std::ranges::count(points, true));
}

}  // namespace

TEST_CASE("sets of intervals are sets of points") {
  std::mt19937 random(20261005);  // NOLINT: the seed is fixed so that a failure repeats
  for (int round = 0; round < 400; ++round) {
    CAPTURE(round);
    const auto first = random_intervals(random);
    const auto second = random_intervals(random);
    const Points p = points_of(first);
    const Points q = points_of(second);
    const IntervalSet a(first);
    const IntervalSet b(second);
    check_is(a, p);
    check_is(a | b, both(p, q, std::logical_or{}));
    check_is(a & b, both(p, q, std::logical_and{}));
    check_is(a - b, both(p, q, [](bool x, bool y) { return x && !y; }));
    const Interval range = interval(10, 40);
    check_is(a.complement(range), both(points_of({range}), p, [](bool x, bool y) { return x && !y; }));
    CHECK((a | b).complement(range) == (a.complement(range) & b.complement(range)));
    CHECK((a & b).complement(range) == (a.complement(range) | b.complement(range)));
    CHECK(((a - b) | (a & b)) == a);
  }
}

TEST_CASE("touching intervals are one, empty ones are none") {
  CHECK(IntervalSet({interval(5, 7), interval(1, 3), interval(3, 5)}) == IntervalSet(interval(1, 7)));
  CHECK(IntervalSet({interval(3, 3), interval(5, 4)}).empty());
  CHECK(IntervalSet(interval(4, 4)).empty());
  CHECK(IntervalSet().total() == base::Duration::zero());
  CHECK(IntervalSet().complement(interval(1, 2)) == IntervalSet(interval(1, 2)));
  CHECK_FALSE(IntervalSet(interval(1, 2)).contains(Instant::from_unix_us(2)));
}
