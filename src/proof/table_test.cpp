#include "proof/table.h"

#include <doctest/doctest.h>

#include <random>
#include <set>

#include "proof/first_match.h"
#include "proof/random_table.h"
#include "proof/table_gap.h"
#include "proof/table_overlaps.h"

using namespace tandem::proof;

namespace {

constexpr std::uint32_t kSeeds = 4000;

// For each point the rules that hold there, in ascending order.
std::vector<std::vector<std::uint32_t>> matches_of(const RandomTable& random, const std::vector<Point>& points) {
  std::vector<std::vector<std::uint32_t>> out(points.size());
  for (std::size_t at = 0; at < points.size(); ++at) {
    for (std::uint32_t rule = 0; rule < random.rules.size(); ++rule) {
      if (RandomTable::holds(random.rules[rule], points[at])) out[at].push_back(rule);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("the gap of random tables is what no rule takes, point for point") {
  std::size_t complete = 0;
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    CAPTURE(seed);
    const RandomTable random(seed);
    const Table table(random.columns, random.rules);
    const TableGap gap = find_gap(table);
    const auto points = random.points();
    const auto matches = matches_of(random, points);
    std::uint64_t untaken = 0;
    for (std::size_t at = 0; at < points.size(); ++at) {
      const auto boxes =
          std::ranges::count_if(gap.boxes, [&](const Box& box) { return RandomTable::holds(box, points[at]); });
      REQUIRE(boxes == (matches[at].empty() ? 1 : 0));  // boxes are disjoint
      if (matches[at].empty()) ++untaken;
    }
    REQUIRE(gap.volume == Volume::of(untaken));
    complete += untaken == 0 ? 1 : 0;
  }
  CHECK(complete > kSeeds / 20);  // both kinds occur
  CHECK(complete < kSeeds - kSeeds / 20);
}

TEST_CASE("a box of random tables is covered by some rules exactly when every point is") {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    CAPTURE(seed);
    const RandomTable random(seed);
    const Table table(random.columns, random.rules);
    const auto points = random.points();
    const auto matches = matches_of(random, points);
    for (std::uint32_t rule = 0; rule < table.rules(); ++rule) {
      const auto region = table.region_of(rule);
      bool any = false;
      bool open = false;
      for (const auto& match : matches) {
        const auto found = std::ranges::find(match, rule);
        any = any || found != match.end();
        open = open || (found != match.end() && found == match.begin());
      }
      REQUIRE(region.has_value() == any);
      if (!region) continue;
      std::vector<std::uint32_t> earlier;
      for (std::uint32_t other = 0; other < rule; ++other) earlier.push_back(other);
      const auto point = find_uncovered(table, *region, earlier);
      REQUIRE(point.has_value() == open);
      if (!point) continue;
      const auto at = static_cast<std::size_t>(std::ranges::find(points, *point) - points.begin());
      REQUIRE(at < points.size());
      REQUIRE(matches[at].front() == rule);
    }
  }
}

TEST_CASE("pairs of random tables overlap exactly when they share a point") {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    CAPTURE(seed);
    const RandomTable random(seed);
    const Table table(random.columns, random.rules);
    std::set<RulePair> expected;
    for (const auto& match : matches_of(random, random.points())) {
      for (std::size_t i = 0; i < match.size(); ++i) {
        for (std::size_t j = i + 1; j < match.size(); ++j) expected.insert({match[i], match[j]});
      }
    }
    const auto pairs = overlapping_pairs(table);
    REQUIRE(std::ranges::equal(pairs, expected));
    for (std::uint32_t i = 0; i < table.rules(); ++i) {
      for (std::uint32_t j = i + 1; j < table.rules(); ++j) {
        REQUIRE(table.overlap(i, j) == expected.contains({i, j}));
      }
    }
  }
}

TEST_CASE("pairs of tables of many rules and classes overlap exactly when their choices do in every column") {
  for (std::uint32_t seed = 0; seed < 6; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
    const std::vector<Column> columns = {Column::values(70), Column::numbers(0, 200), Column::values(90)};
    std::vector<Box> rules;
    for (std::uint32_t i = 0; i < 700; ++i) {
      Bits few(70);
      for (std::uint32_t n = below(5); n > 0; --n) few.add(below(70));
      Bits many(90);  // often the same choice of many, and more choices than are remembered
      const std::uint32_t from = below(4) == 0 ? below(10) : 0;
      for (std::uint32_t value = from; value < 90; ++value) {
        if (from == 0 || below(3) == 0) many.add(value);
      }
      const std::int64_t begin = below(200);
      rules.push_back({few, Span{begin, begin + below(90)}, below(5) == 0 ? Choice(Everything{}) : Choice(many)});
    }
    const Table table(columns, rules);
    std::vector<RulePair> expected;
    for (std::uint32_t i = 0; i < table.rules(); ++i) {
      for (std::uint32_t j = i + 1; j < table.rules(); ++j) {
        if (table.overlap(i, j)) expected.push_back({i, j});
      }
    }
    CHECK(expected.size() > 500);
    CHECK(overlapping_pairs(table) == expected);
  }
}

TEST_CASE("a rule of random tables is within another exactly when all its points are") {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    CAPTURE(seed);
    const RandomTable random(seed);
    const Table table(random.columns, random.rules);
    const auto matches = matches_of(random, random.points());
    for (std::uint32_t inner = 0; inner < table.rules(); ++inner) {
      for (std::uint32_t outer = 0; outer < table.rules(); ++outer) {
        const bool within = std::ranges::all_of(matches, [&](const auto& match) {
          return std::ranges::find(match, inner) == match.end() || std::ranges::find(match, outer) != match.end();
        });
        REQUIRE(table.is_within(inner, outer) == within);
      }
    }
  }
}

TEST_CASE("what rules of random tables are for is what leaving them out changes") {
  std::size_t unreachable = 0;
  std::size_t redundant = 0;
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    CAPTURE(seed);
    const RandomTable random(seed);
    const Table table(random.columns, random.rules);
    const auto points = random.points();
    const auto matches = matches_of(random, points);
    const auto uses =
        rule_uses(table, OverlapIndex(table), random.outputs, Bits::full(table.rules()), differs_everywhere(table));
    const auto match_at = [&](const Point& point) -> const std::vector<std::uint32_t>& {
      return matches[static_cast<std::size_t>(std::ranges::find(points, point) - points.begin())];
    };
    const auto changes = [&](const std::vector<std::uint32_t>& match) {
      return match.size() == 1 || random.outputs[match[0]] != random.outputs[match[1]];
    };
    for (std::uint32_t rule = 0; rule < table.rules(); ++rule) {
      bool decides = false;
      bool needed = false;
      for (const auto& match : matches) {
        if (match.empty() || match.front() != rule) continue;
        decides = true;
        needed = needed || changes(match);
      }
      REQUIRE(uses[rule].decides_at.has_value() == decides);
      REQUIRE(uses[rule].needed_at.has_value() == needed);
      if (decides) REQUIRE(match_at(*uses[rule].decides_at).front() == rule);
      if (needed) REQUIRE(match_at(*uses[rule].needed_at).front() == rule);
      if (needed) REQUIRE(changes(match_at(*uses[rule].needed_at)));
      unreachable += decides ? 0 : 1;
      redundant += decides && !needed ? 1 : 0;
    }
  }
  CHECK(unreachable > 1000);
  CHECK(redundant > 500);
}

TEST_CASE("the earliest wanted rule that decides in a region of random tables is found") {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    CAPTURE(seed);
    const RandomTable random(seed);
    const Table table(random.columns, random.rules);
    const auto points = random.points();
    const auto matches = matches_of(random, points);
    Bits wanted(table.rules());
    for (std::uint32_t rule = 0; rule < table.rules(); ++rule) {
      if (random.outputs[rule] != 0) wanted.add(rule);
    }
    for (std::uint32_t later = 0; later < table.rules(); ++later) {
      const auto region = table.region_of(later);
      if (!region) continue;
      std::uint32_t expected = kNoRule;
      for (const auto& match : matches) {
        const bool in_region = std::ranges::find(match, later) != match.end();
        if (in_region && match.front() < later && wanted.has(match.front())) {
          expected = std::min(expected, match.front());
        }
      }
      std::vector<std::uint32_t> earlier;
      for (std::uint32_t rule = 0; rule < later; ++rule) earlier.push_back(rule);
      const auto found = find_decided(table, *region, earlier, wanted, Wanted::Earliest);
      REQUIRE((found ? found->rule : kNoRule) == expected);
      const auto any = find_decided(table, *region, earlier, wanted, Wanted::Any);
      REQUIRE(any.has_value() == found.has_value());
      if (!found) continue;
      const auto at = static_cast<std::size_t>(std::ranges::find(points, found->at) - points.begin());
      REQUIRE(matches[at].front() == found->rule);
      REQUIRE(RandomTable::holds(random.rules[later], found->at));
    }
  }
}

TEST_CASE("a volume beyond 128 bits says so") {
  const std::int64_t most = std::numeric_limits<std::int64_t>::max();
  const std::int64_t least = std::numeric_limits<std::int64_t>::min();
  const Table wide({Column::numbers(least, most), Column::numbers(least, most)}, {});
  CHECK(find_gap(wide).volume.to_text() == "340282366920938463426481119284349108225");  // (2^64 - 1)^2
  const Table wider({Column::numbers(least, most), Column::numbers(least, most), Column::values(3)}, {});
  CHECK(find_gap(wider).volume.is_too_large());
  CHECK(Volume::of(0).to_text() == "0");
}
