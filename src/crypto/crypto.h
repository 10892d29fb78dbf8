// The few cryptographic operations the product needs, and the home of libsodium: password hashes (argon2id, RFC 9106),
// random secrets, SHA-256, comparison in constant time.
//
//   auto hash = hash_password(Secret("correct horse"));   // ~15 ms and 19 MiB: never on an I/O thread
//   verify_password(hash, attempt);
//
// Thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/secret.h"

namespace tandem::crypto {

// Must have succeeded once before anything else here is used.
[[nodiscard]] base::Result<void> start();

// OWASP's first recommendation for argon2id: 19 MiB, 2 passes, 1 lane. PHC string format.
[[nodiscard]] base::Result<std::string> hash_password(const base::Secret& password);
// False for a wrong password and for a string that is not such a hash. Takes as long for an empty hash as for a real
// one, so that an unknown account is not told from a wrong password by the time it takes.
[[nodiscard]] bool verify_password(const std::string& hash, const base::Secret& attempt);

// 32 random bytes in base64url without padding: 43 characters.
[[nodiscard]] base::Secret random_secret();
[[nodiscard]] std::array<std::uint8_t, 32> sha256(std::string_view bytes);
// Of the parts, one behind the other, without putting them together.
[[nodiscard]] std::array<std::uint8_t, 32> sha256(std::initializer_list<std::string_view> parts);
// Equal contents, compared in time that depends on the lengths only.
[[nodiscard]] bool equal(std::string_view a, std::string_view b);

}  // namespace tandem::crypto
