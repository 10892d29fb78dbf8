#include "desk/placeholder.h"

#include <doctest/doctest.h>

using namespace tandem::desk;

TEST_CASE("a placeholder is a word in braces, and nothing else is") {
  CHECK(placeholder_at("{start_2}", 0) == "start_2");
  CHECK(placeholder_at("to {name}!", 3) == "name");
  for (const char* text : {"name}", "{", "{}", "{name", "{ name}", "{Name}", "{0}", "{_x}", "{a-b}"}) {
    CAPTURE(text);
    CHECK_FALSE(placeholder_at(text, 0).has_value());
  }
}

TEST_CASE("placeholders are filled in once, and what stands for nothing stays") {
  const auto value_of = [](std::string_view word) -> std::optional<std::string> {
    if (word == "a") return "{b}";
    if (word == "b") return "";
    return std::nullopt;
  };
  CHECK(fill_placeholders("{a} {b}{c} {{a}} {", value_of) == "{b} {c} {{b}} {");
  CHECK(fill_placeholders("", value_of).empty());
}

TEST_CASE("the first placeholder that nobody knows is found") {
  const auto is_known = [](std::string_view word) { return word == "name"; };
  CHECK_FALSE(find_unknown_placeholder("{name} {0} { x } {name}", is_known).has_value());
  CHECK(find_unknown_placeholder("{name} {{nam} {other}", is_known) == "nam");
}
