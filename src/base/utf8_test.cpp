#include "base/utf8.h"

#include <doctest/doctest.h>

using namespace tandem::base;

TEST_CASE("well-formed text passes and is counted by code point") {
  CHECK_FALSE(find_bad_utf8("plain"));
  CHECK_FALSE(find_bad_utf8("Zürich \xe2\x82\xac \xf0\x9f\x98\x80 \xf4\x8f\xbf\xbf"));
  CHECK(count_code_points("Zürich") == 6);
}

TEST_CASE("ill-formed text is found at its first byte") {
  CHECK(find_bad_utf8("a\x80") == 1);             // a continuation byte alone
  CHECK(find_bad_utf8("ab\xc0\xaf") == 2);        // overlong two bytes
  CHECK(find_bad_utf8("\xe0\x80\x80") == 0);      // overlong three bytes
  CHECK(find_bad_utf8("\xf0\x80\x80\x80") == 0);  // overlong four bytes
  CHECK(find_bad_utf8("\xed\xa0\x80") == 0);      // a surrogate
  CHECK(find_bad_utf8("\xf4\x90\x80\x80") == 0);  // above U+10FFFF
  CHECK(find_bad_utf8("ok\xe2\x82") == 2);        // cut off
  CHECK(find_bad_utf8("\xff") == 0);
}
