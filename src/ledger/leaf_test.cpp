#include "ledger/leaf.h"

#include <doctest/doctest.h>

#include "base/check.h"

using namespace tandem;

TEST_CASE("a leaf is the event's place and its record, line by line") {
  const ledger::Leaf leaf{
      .engagement = "harbor-cu", .ticket = "01k8q5z8c2e4q8t6v3w9x7y1z5", .version = 3, .record = R"({"v":1})"};
  CHECK(ledger::leaf_bytes(leaf) == "tandem-event/1\nharbor-cu\n01k8q5z8c2e4q8t6v3w9x7y1z5\n3\n{\"v\":1}");
  // sha256 of 0x00 and those bytes, by Python's hashlib.
  CHECK(ledger::to_text(ledger::leaf_hash(leaf)) == "xRV8Gci+i89nno3XZFi2xpuWVewXVD/17BRecl69WQQ=");
}

TEST_CASE("two events never have the same leaf") {
  const ledger::Leaf leaf{.engagement = "a", .ticket = "b", .version = 1, .record = "2\nc"};
  CHECK(ledger::leaf_bytes(leaf) !=
        ledger::leaf_bytes({.engagement = "a", .ticket = "b", .version = 12, .record = "c"}));
  CHECK_THROWS_AS((void)ledger::leaf_bytes({.engagement = "a\nb", .ticket = "", .version = 1, .record = ""}),
                  base::InternalError);
  CHECK_THROWS_AS((void)ledger::leaf_bytes({.engagement = "a", .ticket = "b\n1", .version = 1, .record = ""}),
                  base::InternalError);
}

TEST_CASE("hashes are written in base 64 and read back strictly") {
  const ledger::Hash hash = ledger::empty_root();
  CHECK(ledger::to_text(hash) == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  CHECK(ledger::parse_hash(ledger::to_text(hash)) == hash);
  for (const char* text : {"", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU", "47DEQpj8", "!"})
    CHECK_FALSE(ledger::parse_hash(text).has_value());
}
