#include "base/secret.h"

#include <doctest/doctest.h>

using tandem::base::Secret;

namespace {

bool holds(const Secret& secret, std::string_view word) {
  std::array<char, sizeof(Secret)> bytes{};
  std::memcpy(bytes.data(), static_cast<const void*>(&secret), bytes.size());
  return std::string_view(bytes.data(), bytes.size()).contains(word);
}

}  // namespace

TEST_CASE("a secret that was moved from keeps none of its bytes, however short") {
  Secret given(std::string("hunter2"));
  REQUIRE(holds(given, "hunter2"));
  const Secret kept = std::move(given);
  CHECK(kept.reveal() == "hunter2");
  CHECK_FALSE(holds(given, "unter2"));

  Secret other(std::string("swordfish"));
  other = Secret(std::string("plugh"));
  CHECK(other.reveal() == "plugh");
  CHECK_FALSE(holds(other, "fish"));
}

TEST_CASE("a secret is neither copied nor compared") {
  static_assert(!std::is_copy_constructible_v<Secret>);
  static_assert(!std::is_copy_assignable_v<Secret>);
  static_assert(!std::is_convertible_v<Secret, std::string>);
  static_assert(!std::equality_comparable<Secret>);
}
