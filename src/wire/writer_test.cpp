#include "wire/writer.h"

#include <doctest/doctest.h>

#include <boost/json/parse.hpp>

namespace tandem::wire {
namespace {

TEST_CASE("objects and arrays have their commas where they belong") {
  Writer json;
  json.begin_object();
  json.field("a", 1);
  json.key("b");
  json.begin_array();
  json.value("x");
  json.begin_object();
  json.end_object();
  json.null();
  json.end_array();
  json.field("c", true);
  json.field_or_null("d", "");
  json.field("e", std::optional<std::uint32_t>());
  json.end_object();
  CHECK(json.take() == R"({"a":1,"b":["x",{},null],"c":true,"d":null,"e":null})");
}

TEST_CASE("text is escaped so that it reads back as it was") {
  std::string all;
  for (char c = 1; c < 0x7f; ++c) all.push_back(c);
  all += "\xc3\xa9\xe2\x80\xa8";
  all.push_back('\0');
  Writer json;
  json.value(all);
  // The parser is not ours: what it makes of our text is what was meant.
  boost::json::error_code error;
  const auto parsed = boost::json::parse(json.take(), error);
  REQUIRE_FALSE(error);
  CHECK(parsed.as_string() == all);
}

TEST_CASE("instants and names are texts") {
  Writer json;
  json.begin_array();
  json.value(base::Instant::from_unix_s(0));
  json.value(base::Name<struct Tag>("soc"));
  json.end_array();
  CHECK(json.take() == R"(["1970-01-01T00:00:00Z","soc"])");
}

}  // namespace
}  // namespace tandem::wire
