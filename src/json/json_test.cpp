#include "json/json.h"

#include <doctest/doctest.h>

#include <boost/json/value.hpp>

using namespace tandem;

namespace {

// "line:column message", or the value written again.
std::string outcome(std::string_view text, const json::Limits& limits = {}) {
  const auto value = json::parse(text, limits);
  if (value) return json::to_text(*value);
  const json::ParseError& error = value.error();
  return fmt::format("{}:{} {}", error.line, error.column, error.message);
}

}  // namespace

TEST_CASE("values survive reading and writing") {
  for (const char* text :
       {"null", "true", "-7", "18446744073709551615", R"("a\"\\\u0001")", R"({"b":[1,{"a":{}}],"":[]})"}) {
    CHECK(outcome(text) == text);
  }
  CHECK(outcome(" [ 1 , 2 ]\r\n\t") == "[1,2]");
  CHECK(outcome(R"("\u00e9\ud83d\ude00")") == "\"é😀\"");
}

TEST_CASE("a double is the nearest one to its digits") {
  CHECK(json::parse("0.1")->as_double() == 0.1);
  CHECK(json::parse("5e-324")->as_double() == 5e-324);
  CHECK(json::parse("1.7976931348623157e308")->as_double() == 1.7976931348623157e308);
  CHECK(json::parse("9007199254740993.0")->as_double() == 9007199254740992.0);
  CHECK(json::parse("1e-400")->as_double() == 0.0);
  CHECK(json::parse("123456789012345678901234567890")->as_double() == 123456789012345678901234567890.0);
}

TEST_CASE("a number beyond the range of a double is refused") {
  CHECK(outcome("[1e999]") == "1:2 the number is too large");
  CHECK(outcome("[-1e309]") == "1:2 the number is too large");
  CHECK(outcome("1e99999999999999999999") == "1:1 the number is too large");
  CHECK(outcome("1" + std::string(400, '0')) == "1:1 the number is too large");
}

TEST_CASE("a duplicate key is refused where it stands the second time") {
  CHECK(outcome(R"({"a":1,"a":2})") == "1:8 duplicate key `a`");
  CHECK(outcome(R"({"a":1,"\u0061":2})") == "1:8 duplicate key `a`");
  CHECK(outcome(R"({"x\"\\":1,"x\"\\":2})") == "1:12 duplicate key `x\"\\`");
  CHECK(outcome("{\"a\":1,\n \"b\":[{\"a\":1}],\n  \"\":0, \"\":0}") == "3:9 duplicate key ``");
  CHECK(outcome(R"({"a":{"a":1},"b":{"a":1}})") == R"({"a":{"a":1},"b":{"a":1}})");
}

TEST_CASE("faults are told with their place") {
  CHECK(outcome("") == "1:1 the text ends before the value does");
  CHECK(outcome("[1,") == "1:4 the text ends before the value does");
  CHECK(outcome("{\n  \"a\": tru }") == "2:8 `t` is not expected here");
  CHECK(outcome("[1,]") == "1:4 `]` is not expected here");
  CHECK(outcome("[1] 2") == "1:5 something follows the value");
  CHECK(outcome("\"a\nb\"") == "1:3 a line break or tab inside a string must be written as an escape");
  CHECK(outcome("[NaN]") == "1:2 `N` is not expected here");
  CHECK(outcome("// x\n1") == "1:1 `/` is not expected here");
  CHECK(outcome("\"\\ud800\"") == "1:8 half of a surrogate pair stands alone");
  CHECK(outcome("\"\\u12g4\"") == "1:6 `\\u` needs four hexadecimal digits");
  CHECK(outcome("[\"\xff\"]") == "1:3 the text is not UTF-8");
  CHECK(outcome("\"\xed\xa0\x80\"") == "1:2 the text is not UTF-8");
}

TEST_CASE("size and depth are limited") {
  CHECK(outcome("[[1]]", {.depth = 2}) == "[[1]]");
  CHECK(outcome("[[[1]]]", {.depth = 2}) == "1:3 nested deeper than 2 levels");
  CHECK(outcome("[1]", {.bytes = 2}) == "1:3 the text is longer than 2 bytes");
  CHECK(outcome(std::string(1 << 20, '[')) == "1:33 nested deeper than 32 levels");
}
