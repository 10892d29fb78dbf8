// Every root and proof of small logs against the definitions, and every proof with something wrong in it.
#include <doctest/doctest.h>

#include <random>

#include "ledger/naive_tree.h"
#include "ledger/proof.h"

using namespace tandem;
using namespace tandem::ledger;

namespace {

// A log as a store keeps it: with each leaf what append() gave.
class StoredLog {
 public:
  void append(const std::string& data) {
    leaves_.push_back(leaf_hash(data));
    rows_.push_back(frontier_.append(leaves_.back()));
    REQUIRE(rows_.back().size() == hashes_of_leaf(rows_.size() - 1));
  }
  [[nodiscard]] NodeReader reader(std::uint64_t size) {
    return [this, size](std::span<const NodeAt> nodes) -> base::Result<std::vector<Hash>> {
      ++reads;
      std::vector<Hash> hashes;
      for (const NodeAt node : nodes) {
        REQUIRE(last_leaf(node) < size);
        hashes.push_back(rows_.at(last_leaf(node)).at(node.level));
        ++fetched;
      }
      return hashes;
    };
  }
  [[nodiscard]] naive::Leaves leaves(std::uint64_t size) const { return naive::Leaves(leaves_).first(size); }
  [[nodiscard]] const Frontier& frontier() const { return frontier_; }

  std::size_t reads = 0;
  std::size_t fetched = 0;

 private:
  Frontier frontier_;
  std::vector<std::vector<Hash>> rows_;
  std::vector<Hash> leaves_;
};

constexpr std::uint64_t kSize = 70;

StoredLog log_of(std::uint64_t size) {
  StoredLog log;
  for (std::uint64_t i = 0; i < size; ++i) log.append(fmt::format("event {}", i));
  return log;
}

Hash flipped(Hash hash, std::uint32_t bit) {
  hash[bit / 8 % 32] = static_cast<std::uint8_t>(hash[bit / 8 % 32] ^ (1U << bit % 8));
  return hash;
}

}  // namespace

TEST_CASE("the root of every earlier size is that of the definition, and so is a log that goes on from what is kept") {
  StoredLog log;
  CHECK(log.frontier().root() == empty_root());
  for (std::uint64_t size = 0; size <= kSize; ++size) {
    CAPTURE(size);
    const auto reader = log.reader(log.frontier().size());
    for (std::uint64_t earlier = 0; earlier <= size; ++earlier)
      CHECK(*root_at(earlier, reader) == naive::root(log.leaves(earlier)));
    CHECK(log.frontier().root() == naive::root(log.leaves(size)));
    Frontier resumed(size, size == 0 ? std::vector<Hash>() : *reader(subtrees_of(size)));
    CHECK(resumed.root() == log.frontier().root());
    log.append(fmt::format("event {}", size));
    Frontier fresh = resumed;
    fresh.append(leaf_hash(fmt::format("event {}", size)));
    CHECK(fresh.root() == log.frontier().root());
    CHECK(fresh.size() == size + 1);
  }
}

TEST_CASE("inclusion proofs are those of the definition, and prove their leaf and nothing else") {
  StoredLog log = log_of(kSize);
  std::uint32_t bit = 0;
  for (std::uint64_t size = 1; size <= kSize; ++size) {
    const Hash root = naive::root(log.leaves(size));
    for (std::uint64_t leaf = 0; leaf < size; ++leaf) {
      CAPTURE(size);
      CAPTURE(leaf);
      const auto proof = inclusion_proof(leaf, size, log.reader(size));
      REQUIRE(proof);
      const Hash hash = log.leaves(size)[leaf];
      CHECK(*proof == naive::path(leaf, log.leaves(size)));
      CHECK(verify_inclusion(leaf, size, hash, *proof, root));
      CHECK_FALSE(verify_inclusion(leaf, size, flipped(hash, ++bit), *proof, root));
      CHECK_FALSE(verify_inclusion(leaf, size, hash, *proof, flipped(root, bit)));
      CHECK_FALSE(verify_inclusion(size, size, hash, *proof, root));
      for (std::uint64_t other = 0; other < size; ++other)
        CHECK(verify_inclusion(other, size, hash, *proof, root) == (other == leaf));
      for (std::size_t i = 0; i < proof->size(); ++i) {
        Proof wrong = *proof;
        wrong[i] = flipped(wrong[i], bit);
        CHECK_FALSE(verify_inclusion(leaf, size, hash, wrong, root));
        wrong = *proof;
        wrong.erase(wrong.begin() + static_cast<std::ptrdiff_t>(i));
        CHECK_FALSE(verify_inclusion(leaf, size, hash, wrong, root));
      }
      Proof longer = *proof;
      longer.push_back(root);
      CHECK_FALSE(verify_inclusion(leaf, size, hash, longer, root));
    }
  }
}

TEST_CASE("consistency proofs are those of the definition, and hold between their two roots only") {
  StoredLog log = log_of(kSize);
  std::uint32_t bit = 0;
  for (std::uint64_t second = 0; second <= kSize; ++second) {
    const Hash second_root = naive::root(log.leaves(second));
    for (std::uint64_t first = 0; first <= second; ++first) {
      CAPTURE(first);
      CAPTURE(second);
      const Hash first_root = naive::root(log.leaves(first));
      const auto proof = consistency_proof(first, second, log.reader(second));
      REQUIRE(proof);
      if (first > 0 && first < second) CHECK(*proof == naive::subproof(first, log.leaves(second), true));
      CHECK(verify_consistency(first, first_root, second, second_root, *proof));
      CHECK_FALSE(verify_consistency(first, flipped(first_root, ++bit), second, second_root, *proof));
      if (first > 0) CHECK_FALSE(verify_consistency(first, first_root, second, flipped(second_root, bit), *proof));
      if (first < second) CHECK_FALSE(verify_consistency(second, second_root, first, first_root, *proof));
      for (std::size_t i = 0; i < proof->size(); ++i) {
        Proof wrong = *proof;
        wrong[i] = flipped(wrong[i], bit);
        CHECK_FALSE(verify_consistency(first, first_root, second, second_root, wrong));
        wrong = *proof;
        wrong.erase(wrong.begin() + static_cast<std::ptrdiff_t>(i));
        CHECK_FALSE(verify_consistency(first, first_root, second, second_root, wrong));
      }
      Proof longer = *proof;
      longer.push_back(second_root);
      CHECK_FALSE(verify_consistency(first, first_root, second, second_root, longer));
    }
  }
}

TEST_CASE("another history of the same length has another root and no proof to the old one") {
  StoredLog log = log_of(40);
  for (std::uint64_t changed = 0; changed < 40; ++changed) {
    StoredLog other;
    for (std::uint64_t i = 0; i < 60; ++i) other.append(fmt::format("event {}{}", i, i == changed ? "!" : ""));
    const auto proof = consistency_proof(40, 60, other.reader(60));
    REQUIRE(proof);
    CHECK_FALSE(verify_consistency(40, log.frontier().root(), 60, other.frontier().root(), *proof));
  }
}

TEST_CASE("proofs read a logarithmic number of hashes, all at once") {
  constexpr std::uint64_t kMany = 100'000;
  StoredLog log = log_of(kMany);
  std::mt19937_64 random(7);
  for (int i = 0; i < 200; ++i) {
    const std::uint64_t leaf = random() % kMany;
    log.reads = log.fetched = 0;
    const auto proof = inclusion_proof(leaf, kMany, log.reader(kMany));
    REQUIRE(proof);
    CHECK(verify_inclusion(leaf, kMany, log.leaves(kMany)[leaf], *proof, log.frontier().root()));
    CHECK(proof->size() <= 17);
    CHECK(log.reads == 1);
    CHECK(log.fetched <= 2 * 17);
    const auto consistency = consistency_proof(leaf, kMany, log.reader(kMany));
    REQUIRE(consistency);
    CHECK(consistency->size() <= 18);
    CHECK(verify_consistency(leaf, *root_at(leaf, log.reader(kMany)), kMany, log.frontier().root(), *consistency));
  }
}

TEST_CASE("an error of the reader is the answer") {
  const NodeReader broken = [](std::span<const NodeAt>) -> base::Result<std::vector<Hash>> {
    return base::fail(base::ErrorCode::Io, "the disk is gone");
  };
  CHECK(root_at(3, broken).error().message == "the disk is gone");
  CHECK(inclusion_proof(1, 3, broken).error().message == "the disk is gone");
  CHECK(consistency_proof(1, 3, broken).error().message == "the disk is gone");
}
