#include "crypto/base64.h"

#include <doctest/doctest.h>

using namespace tandem;

TEST_CASE("base 64 is written and read as RFC 4648 has it") {
  const std::array<std::pair<std::string_view, std::string_view>, 7> cases{{{"", ""},
                                                                            {"f", "Zg=="},
                                                                            {"fo", "Zm8="},
                                                                            {"foo", "Zm9v"},
                                                                            {"foob", "Zm9vYg=="},
                                                                            {"fooba", "Zm9vYmE="},
                                                                            {"foobar", "Zm9vYmFy"}}};
  for (const auto& [bytes, text] : cases) {
    CHECK(crypto::to_base64(bytes) == text);
    CHECK(crypto::from_base64(text) == bytes);
  }
  CHECK(crypto::to_base64(std::string_view("\xff\xfe\xfb", 3)) == "//77");
}

TEST_CASE("what is not written so is not read") {
  for (const char* text :
       {"Zg", "Zg=", "Zg===", "Zh==", "Zm9v ", " Zm9v", "Zm\n9v", "Zm9v=", "__77", "Zm9v!", "=", "A"})
    CHECK_MESSAGE(!crypto::from_base64(text).has_value(), text);
}
