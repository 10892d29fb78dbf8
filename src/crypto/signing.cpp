#include "crypto/signing.h"

#include <sodium.h>

namespace tandem::crypto {
namespace {

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

SigningKey SigningKey::make() {
  std::string seed(crypto_sign_SEEDBYTES, '\0');
  randombytes_buf(seed.data(), seed.size());
  return *from_seed(base::Secret(std::move(seed)));
}

std::optional<SigningKey> SigningKey::from_seed(const base::Secret& seed) {
  if (seed.reveal().size() != crypto_sign_SEEDBYTES) return std::nullopt;
  SigningKey key;
  static_assert(crypto_sign_PUBLICKEYBYTES == sizeof(PublicKey));
  std::string secret(crypto_sign_SECRETKEYBYTES, '\0');
  crypto_sign_seed_keypair(key.public_key_.data(), reinterpret_cast<unsigned char*>(secret.data()),
                           bytes_of(seed.reveal()));
  key.secret_ = base::Secret(std::move(secret));
  return key;
}

base::Secret SigningKey::seed() const {
  return base::Secret(secret_.reveal().substr(0, crypto_sign_SEEDBYTES));
}

SignatureBytes SigningKey::sign(std::string_view message) const {
  SignatureBytes signature{};
  static_assert(crypto_sign_BYTES == sizeof(SignatureBytes));
  crypto_sign_detached(signature.data(), nullptr, bytes_of(message), message.size(), bytes_of(secret_.reveal()));
  return signature;
}

bool verify(const PublicKey& key, std::string_view message, const SignatureBytes& signature) {
  return crypto_sign_verify_detached(signature.data(), bytes_of(message), message.size(), key.data()) == 0;
}

}  // namespace tandem::crypto
