#include "http/transfer_room.h"

#include <doctest/doctest.h>

namespace tandem::http {
namespace {

const app::AccountId kAna{base::IdBits{.high = 1, .low = 1}};
const app::AccountId kBo{base::IdBits{.high = 1, .low = 2}};

TEST_CASE("room is taken, given back, and limited for each account and for all") {
  TransferRoom room(100, 50);
  auto first = room.take(kAna, 30);
  REQUIRE(first);
  CHECK(room.take(kAna, 21).error() == TransferRoom::Full::ForAccount);
  auto second = room.take(kAna, 20);
  REQUIRE(second);
  auto other = room.take(kBo, 50);
  REQUIRE(other);
  CHECK(room.taken() == 100);
  CHECK(room.take(kBo, 1).error() == TransferRoom::Full::ForAll);
  first->reset();
  CHECK(room.taken() == 70);
  CHECK(room.take(kAna, 30));  // and given back at once
  second->reset();
  other->reset();
  CHECK(room.taken() == 0);
}

TEST_CASE("one large transfer is let in while there is room for it at all") {
  TransferRoom room(100, 50);
  const auto large = room.take(kAna, 80);
  CHECK(large);
  CHECK(room.take(kAna, 1).error() == TransferRoom::Full::ForAccount);
  CHECK(room.take(kBo, 21).error() == TransferRoom::Full::ForAll);
}

}  // namespace
}  // namespace tandem::http
