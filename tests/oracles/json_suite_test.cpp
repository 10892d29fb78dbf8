// Answers of others: the JSON parsing test suite. What must parse does, except for what we refuse on purpose; what must
// not does not.
#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <fstream>

#include "json/json.h"

using namespace tandem;

namespace {

// The standard leaves it open what equal keys mean (RFC 8259, section 4); to us they are a mistake.
constexpr std::string_view kRefusedOnPurpose[] = {"y_object_duplicated_key_and_value.json"};

std::string decode_base64(std::string_view text) {
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') break;
    const std::size_t digit = kAlphabet.find(c);
    REQUIRE(digit != std::string_view::npos);
    bits = bits << 6 | static_cast<std::uint32_t>(digit);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(static_cast<unsigned char>(bits >> count & 0xff));
  }
  return bytes;
}

// The two large cases come as their beginning only; it repeats itself.
std::string text_of(const json::Object& example) {
  if (const json::Value* whole = example.if_contains("b64")) return decode_base64(std::string_view(whole->as_string()));
  const std::string head = decode_base64(std::string_view(example.at("head_b64").as_string()));
  const std::string unit = head.starts_with("[[") ? "[" : R"([{"":)";
  REQUIRE(head.starts_with(unit + unit));
  const auto size = example.at("size").to_number<std::size_t>();
  std::string text;
  while (text.size() + unit.size() <= size) text += unit;
  return text;
}

}  // namespace

TEST_CASE("the JSON parsing test suite is accepted and refused as it says") {
  std::ifstream file(TANDEM_ROOT "/../shared/data/jsonsuite/json_test_suite.json");
  if (!file) {
    MESSAGE("skipped: there is no ../shared/data/jsonsuite/json_test_suite.json");
    return;
  }
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const auto suite = json::parse(text, {.bytes = std::size_t{16} << 20});
  REQUIRE(suite.has_value());

  std::size_t refused_on_purpose = 0;
  for (const json::Value& value : suite->at("cases").as_array()) {
    const json::Object& example = value.as_object();
    const std::string name(std::string_view(example.at("name").as_string()));
    const std::string verdict(std::string_view(example.at("verdict").as_string()));
    const auto parsed = json::parse(text_of(example));
    CAPTURE(name);
    if (!parsed) CHECK(parsed.error().offset <= text_of(example).size());
    if (verdict == "either") continue;
    const bool on_purpose = std::ranges::find(kRefusedOnPurpose, name) != std::end(kRefusedOnPurpose);
    if (on_purpose) ++refused_on_purpose;
    CHECK(parsed.has_value() == (verdict == "accept" && !on_purpose));
    // What was read is written so that it reads the same.
    if (parsed) CHECK(json::parse(json::to_text(*parsed)) == *parsed);
  }
  CHECK(refused_on_purpose == std::size(kRefusedOnPurpose));
}
