// The definitions of RFC 9162, section 2.1, word for word and recursively over all leaves: slow, and written to be
// obviously right. What the tests compare with.
#pragma once

#include "ledger/proof.h"

namespace tandem::ledger::naive {

using Leaves = std::span<const Hash>;  // their hashes

inline std::size_t split(std::size_t n) {
  std::size_t k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

inline Hash root(Leaves d) {
  if (d.empty()) return empty_root();
  if (d.size() == 1) return d.front();
  const std::size_t k = split(d.size());
  return node_hash(root(d.first(k)), root(d.subspan(k)));
}

inline Proof path(std::size_t m, Leaves d) {
  if (d.size() == 1) return {};
  const std::size_t k = split(d.size());
  Proof proof = m < k ? path(m, d.first(k)) : path(m - k, d.subspan(k));
  proof.push_back(root(m < k ? d.subspan(k) : d.first(k)));
  return proof;
}

inline Proof subproof(std::size_t m, Leaves d, bool is_known) {
  if (m == d.size()) return is_known ? Proof{} : Proof{root(d)};
  const std::size_t k = split(d.size());
  Proof proof = m <= k ? subproof(m, d.first(k), is_known) : subproof(m - k, d.subspan(k), false);
  proof.push_back(root(m <= k ? d.subspan(k) : d.first(k)));
  return proof;
}

}  // namespace tandem::ledger::naive
