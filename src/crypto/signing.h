// Ed25519 signatures (RFC 8032).
//
//   const auto key = SigningKey::make();
//   const auto signature = key.sign("text");
//   verify(key.public_key(), "text", signature)       // true
//
// REQUIRES: start(). Thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/secret.h"

namespace tandem::crypto {

using PublicKey = std::array<std::uint8_t, 32>;
using SignatureBytes = std::array<std::uint8_t, 64>;

class SigningKey {
 public:
  [[nodiscard]] static SigningKey make();
  // Of the 32 bytes that seed() gave; nothing when there is another number of bytes.
  [[nodiscard]] static std::optional<SigningKey> from_seed(const base::Secret& seed);

  [[nodiscard]] base::Secret seed() const;
  [[nodiscard]] const PublicKey& public_key() const { return public_key_; }
  [[nodiscard]] SignatureBytes sign(std::string_view message) const;

 private:
  SigningKey() : secret_(std::string()) {}
  base::Secret secret_;  // seed and public key, as libsodium wants them
  PublicKey public_key_{};
};

[[nodiscard]] bool verify(const PublicKey& key, std::string_view message, const SignatureBytes& signature);

}  // namespace tandem::crypto
