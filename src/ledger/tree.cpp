#include "ledger/tree.h"

#include <bit>

#include "base/check.h"

namespace tandem::ledger {
namespace {

// From the right: what a root over complete subtrees is made of.
Hash fold(std::span<const Hash> hashes) {
  if (hashes.empty()) return empty_root();
  Hash root = hashes.back();
  for (const Hash& left : hashes.first(hashes.size() - 1) | std::views::reverse) root = node_hash(left, root);
  return root;
}

}  // namespace

std::uint32_t hashes_of_leaf(std::uint64_t leaf) {
  return static_cast<std::uint32_t>(std::countr_zero(leaf + 1)) + 1;
}

std::vector<NodeAt> subtrees_of(std::uint64_t size) {
  std::vector<NodeAt> nodes;
  std::uint64_t covered = 0;
  for (std::uint64_t rest = size; rest > 0;) {
    const std::uint64_t leaves = std::bit_floor(rest);
    const auto level = static_cast<std::uint32_t>(std::countr_zero(leaves));
    nodes.push_back({.level = level, .index = covered >> level});
    covered += leaves;
    rest -= leaves;
  }
  return nodes;
}

Frontier::Frontier(std::uint64_t size, std::vector<Hash> hashes) : size_(size), hashes_(std::move(hashes)) {
  TANDEM_ENSURE(hashes_.size() == static_cast<std::size_t>(std::popcount(size_)));
}

std::vector<Hash> Frontier::append(const Hash& leaf) {
  std::vector<Hash> ending{leaf};
  for (std::uint64_t rest = size_; (rest & 1) != 0; rest >>= 1) {
    ending.push_back(node_hash(hashes_.back(), ending.back()));
    hashes_.pop_back();
  }
  hashes_.push_back(ending.back());
  ++size_;
  return ending;
}

Hash Frontier::root() const {
  return fold(hashes_);
}

base::Result<Hash> root_at(std::uint64_t size, const NodeReader& reader) {
  if (size == 0) return empty_root();
  TANDEM_TRY(const auto hashes, reader(subtrees_of(size)));
  return fold(hashes);
}

}  // namespace tandem::ledger
