#include "crypto/crypto.h"

#include <sodium.h>

#include "base/check.h"

namespace tandem::crypto {
namespace {

constexpr unsigned long long kPasses = 2;
constexpr std::size_t kMemory = 19ULL * 1024 * 1024;

}  // namespace

base::Result<void> start() {
  if (sodium_init() < 0)
    return base::fail(base::ErrorCode::Unavailable, "libsodium did not start: the system gives no random numbers");
  return {};
}

base::Result<std::string> hash_password(const base::Secret& password) {
  std::array<char, crypto_pwhash_STRBYTES> text{};
  const auto& clear = password.reveal();
  if (crypto_pwhash_str_alg(text.data(), clear.data(), clear.size(), kPasses, kMemory, crypto_pwhash_ALG_ARGON2ID13) !=
      0) {
    return base::fail(base::ErrorCode::Unavailable, "not enough memory to hash a password (19 MiB are needed)");
  }
  return std::string(text.data());
}

bool verify_password(const std::string& hash, const base::Secret& attempt) {
  const auto& clear = attempt.reveal();
  if (hash.empty()) {
    static const std::string decoy = hash_password(base::Secret("no account has this password")).value_or("");
    [[maybe_unused]] const int ignored = crypto_pwhash_str_verify(decoy.c_str(), clear.data(), clear.size());
    return false;
  }
  return crypto_pwhash_str_verify(hash.c_str(), clear.data(), clear.size()) == 0;
}

base::Secret random_secret() {
  std::array<unsigned char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::array<char, sodium_base64_ENCODED_LEN(32, sodium_base64_VARIANT_URLSAFE_NO_PADDING)> text{};
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  return base::Secret(std::string(text.data()));
}

std::array<std::uint8_t, 32> sha256(std::string_view bytes) {
  return sha256({bytes});
}

std::array<std::uint8_t, 32> sha256(std::initializer_list<std::string_view> parts) {
  std::array<std::uint8_t, 32> hash{};
  static_assert(hash.size() == crypto_hash_sha256_BYTES);
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  for (const std::string_view part : parts)
    crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(part.data()), part.size());
  crypto_hash_sha256_final(&state, hash.data());
  return hash;
}

bool equal(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace tandem::crypto
