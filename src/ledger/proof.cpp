#include "ledger/proof.h"

#include <bit>

#include "base/check.h"

namespace tandem::ledger {
namespace {

// Leaves [begin, end) that are a subtree of a log's tree, complete or the tree's right edge.
struct Range {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
};

// Where a tree over more than one leaf is divided: the largest power of two below its size (section 2.1.1).
std::uint64_t middle_of(Range range) {
  return range.begin + std::bit_floor(range.end - range.begin - 1);
}

// The hashes of several subtrees, fetched at once.
base::Result<Proof> hashes_of(std::span<const Range> ranges, const NodeReader& reader) {
  std::vector<NodeAt> wanted;
  std::vector<std::size_t> counts;
  for (const Range& range : ranges) {
    const auto parts = subtrees_of(range.end - range.begin);
    counts.push_back(parts.size());
    for (const NodeAt part : parts)
      wanted.push_back({.level = part.level, .index = part.index + (range.begin >> part.level)});
  }
  TANDEM_TRY(const auto hashes, reader(wanted));
  TANDEM_ENSURE(hashes.size() == wanted.size());
  Proof proof;
  auto next = hashes.begin();
  for (const std::size_t count : counts) {
    const auto end = next + static_cast<std::ptrdiff_t>(count);
    Hash hash = *(end - 1);
    for (auto left = end - 1; left != next;) hash = node_hash(*--left, hash);
    proof.push_back(hash);
    next = end;
  }
  return proof;
}

bool is_odd(std::uint64_t number) {
  return (number & 1) != 0;
}

}  // namespace

base::Result<Proof> inclusion_proof(std::uint64_t leaf, std::uint64_t size, const NodeReader& reader) {
  TANDEM_ENSURE(leaf < size);
  std::vector<Range> siblings;
  for (Range tree{.begin = 0, .end = size}; tree.end - tree.begin > 1;) {
    const std::uint64_t middle = middle_of(tree);
    if (leaf < middle) {
      siblings.push_back({.begin = middle, .end = tree.end});
      tree.end = middle;
    } else {
      siblings.push_back({.begin = tree.begin, .end = middle});
      tree.begin = middle;
    }
  }
  std::ranges::reverse(siblings);
  return hashes_of(siblings, reader);
}

base::Result<Proof> consistency_proof(std::uint64_t first, std::uint64_t second, const NodeReader& reader) {
  TANDEM_ENSURE(first <= second);
  if (first == 0 || first == second) return Proof{};
  std::vector<Range> parts;
  Range tree{.begin = 0, .end = second};
  bool is_known = true;  // the tree over the first leaves: whoever checks has its root
  while (tree.end != first) {
    const std::uint64_t middle = middle_of(tree);
    if (first <= middle) {
      parts.push_back({.begin = middle, .end = tree.end});
      tree.end = middle;
    } else {
      parts.push_back({.begin = tree.begin, .end = middle});
      tree.begin = middle;
      is_known = false;
    }
  }
  if (!is_known) parts.push_back(tree);
  std::ranges::reverse(parts);
  return hashes_of(parts, reader);
}

// Section 2.1.3.2, step by step.
bool verify_inclusion(std::uint64_t leaf, std::uint64_t size, const Hash& leaf_hash, std::span<const Hash> proof,
                      const Hash& root) {
  if (leaf >= size) return false;
  std::uint64_t fn = leaf;
  std::uint64_t sn = size - 1;
  Hash r = leaf_hash;
  for (const Hash& p : proof) {
    if (sn == 0) return false;
    if (is_odd(fn) || fn == sn) {
      r = node_hash(p, r);
      while (!is_odd(fn) && fn != 0) {
        fn >>= 1;
        sn >>= 1;
      }
    } else {
      r = node_hash(r, p);
    }
    fn >>= 1;
    sn >>= 1;
  }
  return sn == 0 && r == root;
}

// Section 2.1.4.2, step by step.
bool verify_consistency(std::uint64_t first, const Hash& first_root, std::uint64_t second, const Hash& second_root,
                        std::span<const Hash> proof) {
  if (first > second) return false;
  if (first == second) return proof.empty() && first_root == second_root && (first > 0 || first_root == empty_root());
  if (first == 0) return proof.empty() && first_root == empty_root();
  std::vector<Hash> path(proof.begin(), proof.end());
  if (std::has_single_bit(first)) path.insert(path.begin(), first_root);
  if (path.empty()) return false;
  std::uint64_t fn = first - 1;
  std::uint64_t sn = second - 1;
  while (is_odd(fn)) {
    fn >>= 1;
    sn >>= 1;
  }
  Hash fr = path.front();
  Hash sr = path.front();
  for (const Hash& c : std::span(path).subspan(1)) {
    if (sn == 0) return false;
    if (is_odd(fn) || fn == sn) {
      fr = node_hash(c, fr);
      sr = node_hash(c, sr);
      while (!is_odd(fn) && fn != 0) {
        fn >>= 1;
        sn >>= 1;
      }
    } else {
      sr = node_hash(sr, c);
    }
    fn >>= 1;
    sn >>= 1;
  }
  return sn == 0 && fr == first_root && sr == second_root;
}

}  // namespace tandem::ledger
