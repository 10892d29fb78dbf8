#include "sheet/place.h"

#include <doctest/doctest.h>

using namespace tandem::sheet;

TEST_CASE("Places are written as spreadsheets write them") {
  CHECK(to_text({.row = 6, .column = 2}) == "C7");
  CHECK(to_text({.row = 0, .column = 25}) == "Z1");
  CHECK(to_text({.row = 0, .column = 26}) == "AA1");
  CHECK(to_text({.row = kMostRows - 1, .column = kMostColumns - 1}) == "XFD1048576");
}

TEST_CASE("Every column is read back from its letters") {
  for (std::uint32_t column = 0; column < kMostColumns; ++column) {
    const Place place{.row = column, .column = column};
    REQUIRE(parse_place(to_text(place)) == place);
  }
  CHECK(parse_place("$c$7") == Place{6, 2});
}

TEST_CASE("What is no place is none") {
  for (const char* text : {"", "C", "7", "C0", "XFE1", "A1048577", "C7x", "A99999999999", "AAAAAAAAAAAAAAAAAAAAAAAA1",
                           "C-7", "Å1", "A 1"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_place(text).has_value());
  }
}

TEST_CASE("Areas are read from either corner") {
  CHECK(parse_area("B2:D4") == Area{{1, 1}, {3, 3}});
  CHECK(parse_area("D4:B2") == Area{{1, 1}, {3, 3}});
  CHECK(parse_area("B2") == Area{{1, 1}, {1, 1}});
  CHECK_FALSE(parse_area("B2:").has_value());
  CHECK_FALSE(parse_area("B2:C3:D4").has_value());
}
