#include "crypto/signing.h"

#include <doctest/doctest.h>
#include <fmt/ranges.h>

#include "crypto/crypto.h"

using namespace tandem;
using crypto::SigningKey;

namespace {

std::string bytes_of_hex(std::string_view hex) {
  std::string bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2)
    bytes += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
  return bytes;
}

std::string hex_of(std::span<const std::uint8_t> bytes) {
  return fmt::format("{:02x}", fmt::join(bytes, ""));
}

}  // namespace

TEST_CASE("Ed25519 gives the values of RFC 8032, section 7.1") {
  REQUIRE(crypto::start());
  const auto key = SigningKey::from_seed(
      base::Secret(bytes_of_hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")));
  REQUIRE(key);
  CHECK(hex_of(key->public_key()) == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
  const auto signature = key->sign("\x72");
  CHECK(hex_of(signature) ==
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
  CHECK(crypto::verify(key->public_key(), "\x72", signature));
  CHECK(key->seed().reveal().size() == 32);
  CHECK(SigningKey::from_seed(key->seed())->public_key() == key->public_key());
}

TEST_CASE("a signature holds for its text and its key only") {
  REQUIRE(crypto::start());
  const auto key = SigningKey::make();
  const auto other = SigningKey::make();
  CHECK(key.public_key() != other.public_key());
  auto signature = key.sign("the head");
  CHECK(crypto::verify(key.public_key(), "the head", signature));
  CHECK_FALSE(crypto::verify(key.public_key(), "the heap", signature));
  CHECK_FALSE(crypto::verify(other.public_key(), "the head", signature));
  signature[40] ^= 1;
  CHECK_FALSE(crypto::verify(key.public_key(), "the head", signature));
  CHECK_FALSE(SigningKey::from_seed(base::Secret("short")).has_value());
}
