// A growing Merkle tree of which only complete subtrees are kept. A complete subtree never changes, so that every root
// and proof of every size, past ones too, is made of O(log n) kept hashes and no leaf is read again.
//
//   Frontier frontier;
//   const auto kept = frontier.append(leaf_hash(data));   // to store with leaf 0, 1, 2 …
//   frontier.root();
//
// What is stored with leaf i are the hashes of the complete subtrees that end with it: its own, then one for each
// level upwards, two a leaf on average. The subtree at (level, index) is the level-th hash of leaf last_leaf().
//
//   TANDEM_TRY(const Hash root, root_at(size, reader));   // `reader` fetches stored hashes
//
// Pure. Sizes up to 2^62.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/error.h"
#include "ledger/hash.h"

namespace tandem::ledger {

// The complete subtree over the leaves [index << level, (index + 1) << level).
struct NodeAt {
  std::uint32_t level = 0;
  std::uint64_t index = 0;
  auto operator<=>(const NodeAt&) const = default;
};

// The leaf with which the subtree's hash is stored.
[[nodiscard]] constexpr std::uint64_t last_leaf(NodeAt node) {
  return ((node.index + 1) << node.level) - 1;
}
// How many hashes are stored with a leaf.
[[nodiscard]] std::uint32_t hashes_of_leaf(std::uint64_t leaf);

// The complete subtrees that together cover the first `size` leaves, from the left: one for each bit of `size`.
[[nodiscard]] std::vector<NodeAt> subtrees_of(std::uint64_t size);

// Fetches hashes in the order of the nodes. Every node asked for ends within the size that the caller named.
using NodeReader = std::function<base::Result<std::vector<Hash>>(std::span<const NodeAt>)>;

class Frontier {
 public:
  Frontier() = default;
  // Goes on from a stored log. REQUIRES: `hashes` are those of subtrees_of(size).
  Frontier(std::uint64_t size, std::vector<Hash> hashes);

  // What is to be stored with the leaf. O(log n), two hashes on average.
  std::vector<Hash> append(const Hash& leaf);
  [[nodiscard]] std::uint64_t size() const { return size_; }
  [[nodiscard]] Hash root() const;

 private:
  std::uint64_t size_ = 0;
  std::vector<Hash> hashes_;
};

// The root over the first `size` leaves. An error is the reader's.
[[nodiscard]] base::Result<Hash> root_at(std::uint64_t size, const NodeReader& reader);

}  // namespace tandem::ledger
