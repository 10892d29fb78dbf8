#include "base/id.h"

#include <doctest/doctest.h>

using namespace tandem::base;
using ItemId = Id<struct ItemTag>;

TEST_CASE("an id survives its text form at every bit") {
  for (int bit = 0; bit < 128; ++bit) {
    const IdBits bits{.high = bit >= 64 ? 1ULL << (bit - 64) : 0, .low = bit < 64 ? 1ULL << bit : 0};
    CHECK(parse_id_bits(to_text(bits)) == bits);
  }
}

TEST_CASE("the text of ids sorts as the ids do") {
  const IdBits early{.high = 5, .low = ~0ULL};
  const IdBits late{.high = 6, .low = 0};
  CHECK(to_text(early) < to_text(late));
}

TEST_CASE("text that is not an id is refused") {
  CHECK_FALSE(ItemId::parse(""));
  CHECK_FALSE(ItemId::parse("0000000000000000000000000"));   // 25 characters
  CHECK_FALSE(ItemId::parse("80000000000000000000000000"));  // 129 bits
  CHECK_FALSE(ItemId::parse("0000000000000000000000000u"));  // `u` is not in the alphabet
  CHECK_FALSE(ItemId::parse("0000000000000000000000000A"));  // capitals are another spelling of the same id
}

TEST_CASE("random ids of one millisecond keep their order and never repeat") {
  const auto ids = make_random_ids();
  IdBits last;
  for (int i = 0; i < 10'000; ++i) {
    const IdBits next = ids->next(1'700'000'000'000);
    CHECK(last < next);
    last = next;
  }
  CHECK(last < ids->next(1'700'000'000'001));
}
