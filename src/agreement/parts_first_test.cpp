#include "agreement/parts_first.h"

#include <doctest/doctest.h>

namespace tandem::agreement {
namespace {

using Parts = std::vector<std::vector<std::size_t>>;
using Positions = std::vector<std::size_t>;

TEST_CASE("parts come before what is made of them, and each thing once") {
  const PartsFirst sorted = parts_first(Parts{{1, 2}, {2}, {}, {0, 1}});
  CHECK(sorted.order == Positions{2, 1, 0, 3});
  CHECK(sorted.rings.empty());
  CHECK(parts_first(Parts{}).order.empty());
}

TEST_CASE("a ring is told with the part that closes it, and nothing made of it is in the order") {
  const PartsFirst sorted = parts_first(Parts{{1}, {3, 2}, {0}, {}, {2}});
  CHECK(sorted.order == Positions{3});
  REQUIRE(sorted.rings.size() == 1);
  CHECK(sorted.rings[0].members == Positions{0, 1, 2});
  CHECK(sorted.rings[0].closing_part == 0);
}

TEST_CASE("what is made of itself is a ring of one") {
  const PartsFirst sorted = parts_first(Parts{{}, {0, 1}});
  CHECK(sorted.order == Positions{0});
  REQUIRE(sorted.rings.size() == 1);
  CHECK(sorted.rings[0].members == Positions{1});
  CHECK(sorted.rings[0].closing_part == 1);
}

TEST_CASE("two rings that share a member are two") {
  const PartsFirst sorted = parts_first(Parts{{1, 2}, {0}, {0}});
  CHECK(sorted.order.empty());
  REQUIRE(sorted.rings.size() == 2);
  CHECK(sorted.rings[0].members == Positions{0, 1});
  CHECK(sorted.rings[1].members == Positions{0, 2});
}

TEST_CASE("depth is bounded by memory alone") {
  Parts chain(200'000);
  for (std::size_t i = 0; i + 1 < chain.size(); ++i) chain[i].push_back(i + 1);
  const PartsFirst sorted = parts_first(chain);
  CHECK(sorted.order.size() == chain.size());
  CHECK(sorted.order.front() == chain.size() - 1);
}

TEST_CASE("rings upon rings are told while they are few") {
  Parts chain(20'000);
  for (std::size_t i = 0; i + 1 < chain.size(); ++i) chain[i] = {0, i + 1};
  const PartsFirst sorted = parts_first(chain);
  std::size_t members = 0;
  for (const auto& ring : sorted.rings) members += ring.members.size();
  CHECK(members >= PartsFirst::kRingMembers);
  CHECK(members < 2 * PartsFirst::kRingMembers);
  CHECK(sorted.order == Positions{chain.size() - 1});
}

}  // namespace
}  // namespace tandem::agreement
