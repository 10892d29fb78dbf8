// The two hashes of a Merkle log (RFC 9162, section 2.1.1): of a leaf SHA-256(0x00 || data), of a node
// SHA-256(0x01 || left || right), so that no node can pass for a leaf.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tandem::ledger {

using Hash = std::array<std::uint8_t, 32>;

[[nodiscard]] Hash leaf_hash(std::string_view data);
[[nodiscard]] Hash node_hash(const Hash& left, const Hash& right);
[[nodiscard]] Hash empty_root();  // SHA-256 of nothing

// In base 64 (44 characters), as heads and proofs are written.
[[nodiscard]] std::string to_text(const Hash& hash);
[[nodiscard]] std::optional<Hash> parse_hash(std::string_view text);

// The bytes as a view, for whoever stores them.
[[nodiscard]] std::string_view bytes_of(const Hash& hash);

}  // namespace tandem::ledger
