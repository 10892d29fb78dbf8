#include "base/digits.h"

#include <doctest/doctest.h>

namespace tandem::base {
namespace {

TEST_CASE("a comma stands before every three digits but the first ones") {
  CHECK(with_commas(0) == "0");
  CHECK(with_commas(999) == "999");
  CHECK(with_commas(1000) == "1,000");
  CHECK(with_commas(10'800) == "10,800");
  CHECK(with_commas(987'654'321) == "987,654,321");
  CHECK(with_commas(UINT64_MAX) == "18,446,744,073,709,551,615");
}

}  // namespace
}  // namespace tandem::base
