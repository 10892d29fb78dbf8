#include "ledger/hash.h"

#include "crypto/base64.h"
#include "crypto/crypto.h"

namespace tandem::ledger {
namespace {

constexpr std::string_view kLeaf("\x00", 1);
constexpr std::string_view kNode("\x01", 1);

}  // namespace

Hash leaf_hash(std::string_view data) {
  return crypto::sha256({kLeaf, data});
}

Hash node_hash(const Hash& left, const Hash& right) {
  return crypto::sha256({kNode, bytes_of(left), bytes_of(right)});
}

Hash empty_root() {
  return crypto::sha256(std::string_view());
}

std::string to_text(const Hash& hash) {
  return crypto::to_base64(hash);
}

std::optional<Hash> parse_hash(std::string_view text) {
  const auto bytes = crypto::from_base64(text);
  Hash hash{};
  if (!bytes || bytes->size() != hash.size()) return std::nullopt;
  std::ranges::copy(*bytes, hash.begin());
  return hash;
}

std::string_view bytes_of(const Hash& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

}  // namespace tandem::ledger
