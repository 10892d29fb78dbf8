#include "app/content_hash.h"

#include "crypto/crypto.h"

namespace tandem::app {

desk::ContentHash hash_of(std::string_view content) {
  std::string text;
  for (const std::uint8_t byte : crypto::sha256(content)) text += fmt::format("{:02x}", byte);
  return desk::ContentHash(std::move(text));
}

}  // namespace tandem::app
