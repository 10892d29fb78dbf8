// Proofs over a Merkle log (RFC 9162, sections 2.1.3 and 2.1.4): that an event is in it, and that a longer log begins
// with a shorter one. A proof is a list of O(log n) hashes; whoever checks it needs the roots and nothing else.
//
//   TANDEM_TRY(const auto path, inclusion_proof(leaf, size, reader));
//   verify_inclusion(leaf, size, leaf_hash(data), path, root)                  // true
//   TANDEM_TRY(const auto proof, consistency_proof(first, second, reader));
//   verify_consistency(first, first_root, second, second_root, proof)          // true
//
// Pure.
#pragma once

#include "ledger/tree.h"

namespace tandem::ledger {

using Proof = std::vector<Hash>;

// REQUIRES: leaf < size. An error is the reader's.
[[nodiscard]] base::Result<Proof> inclusion_proof(std::uint64_t leaf, std::uint64_t size, const NodeReader& reader);
// REQUIRES: first <= second. Empty when first is 0 or both are the same.
[[nodiscard]] base::Result<Proof> consistency_proof(std::uint64_t first, std::uint64_t second,
                                                    const NodeReader& reader);

[[nodiscard]] bool verify_inclusion(std::uint64_t leaf, std::uint64_t size, const Hash& leaf_hash,
                                    std::span<const Hash> proof, const Hash& root);
// Of a log of size 0 everything is a continuation; its root must be the empty one.
[[nodiscard]] bool verify_consistency(std::uint64_t first, const Hash& first_root, std::uint64_t second,
                                      const Hash& second_root, std::span<const Hash> proof);

}  // namespace tandem::ledger
