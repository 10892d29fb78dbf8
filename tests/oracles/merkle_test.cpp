// Answers of others: the roots of RFC 6962's own test tree, and the proofs of transparency-dev/merkle. What they
// publish verifies; with any bit of it changed it does not.
#include <boost/json.hpp>

#include "ledger/proof.h"
#include "oracle_file.h"

using namespace tandem;
using ledger::Hash;

namespace {

std::string bytes_of_hex(std::string_view hex) {
  std::string bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2)
    bytes += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
  return bytes;
}

Hash hash_of(const json::Value& text) {
  const auto hash = ledger::parse_hash(std::string_view(text.as_string()));
  REQUIRE(hash);
  return *hash;
}

ledger::Proof proof_of(const json::Value& value) {
  ledger::Proof proof;
  if (value.is_null()) return proof;
  for (const auto& each : value.as_array()) proof.push_back(hash_of(each));
  return proof;
}

std::uint64_t number(const json::Value& value) {
  return value.to_number<std::uint64_t>();
}

// Calls `holds` with each bit of the hashes changed, once per hash and byte: none may hold.
template <class Holds>
void check_mutants(const ledger::Proof& proof, Holds holds) {
  for (std::size_t i = 0; i < proof.size(); ++i) {
    for (std::size_t bit = 0; bit < 256; ++bit) {
      ledger::Proof wrong = proof;
      wrong[i][bit / 8] = static_cast<std::uint8_t>(wrong[i][bit / 8] ^ (1U << bit % 8));
      CHECK_FALSE(holds(wrong));
    }
    ledger::Proof shorter = proof;
    shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(i));
    CHECK_FALSE(holds(shorter));
    ledger::Proof doubled = proof;
    doubled.insert(doubled.begin() + static_cast<std::ptrdiff_t>(i), proof[i]);
    CHECK_FALSE(holds(doubled));
    for (std::size_t j = 0; j < i; ++j) {
      ledger::Proof swapped = proof;
      std::swap(swapped[i], swapped[j]);
      CHECK_FALSE(holds(swapped));
    }
  }
}

Hash changed(Hash hash) {
  hash[31] ^= 1;
  return hash;
}

}  // namespace

TEST_CASE("the tree of RFC 6962's tests has its published roots at every size") {
  const auto file = oracles::oracle("merkle/rfc6962_roots.json");
  if (!file) return;
  const auto& inputs = file->at("leaf_inputs_hex").as_array();
  const auto& roots = file->at("root_by_size_hex").as_array();
  REQUIRE(inputs.size() == 8);
  REQUIRE(roots.size() == inputs.size() + 1);
  ledger::Frontier frontier;
  for (std::size_t size = 0; size < roots.size(); ++size) {
    CAPTURE(size);
    CHECK(ledger::bytes_of(frontier.root()) == bytes_of_hex(std::string_view(roots[size].as_string())));
    if (size < inputs.size())
      frontier.append(ledger::leaf_hash(bytes_of_hex(std::string_view(inputs[size].as_string()))));
  }
}

TEST_CASE("published inclusion proofs verify, and no mutant of them") {
  const auto file = oracles::oracle("merkle/proof_vectors.json");
  if (!file) return;
  REQUIRE(file->at("inclusion").as_array().size() >= 3);
  for (const auto& vector : file->at("inclusion").as_array()) {
    CAPTURE(std::string(vector.at("file").as_string()));
    const auto leaf = number(vector.at("leafIdx"));
    const auto size = number(vector.at("treeSize"));
    const Hash root = hash_of(vector.at("root"));
    const Hash hash = hash_of(vector.at("leafHash"));
    const auto proof = proof_of(vector.at("proof"));
    CHECK(ledger::verify_inclusion(leaf, size, hash, proof, root) == !vector.at("wantErr").as_bool());
    check_mutants(proof, [&](const auto& wrong) { return ledger::verify_inclusion(leaf, size, hash, wrong, root); });
    CHECK_FALSE(ledger::verify_inclusion(leaf, size, changed(hash), proof, root));
    CHECK_FALSE(ledger::verify_inclusion(leaf, size, hash, proof, changed(root)));
    CHECK_FALSE(ledger::verify_inclusion(leaf + 1, size, hash, proof, root));
    CHECK_FALSE(ledger::verify_inclusion(leaf, size * 2, hash, proof, root));
  }
}

TEST_CASE("published consistency proofs verify, and no mutant of them") {
  const auto file = oracles::oracle("merkle/proof_vectors.json");
  if (!file) return;
  REQUIRE(file->at("consistency").as_array().size() >= 3);
  for (const auto& vector : file->at("consistency").as_array()) {
    CAPTURE(std::string(vector.at("file").as_string()));
    const auto first = number(vector.at("size1"));
    const auto second = number(vector.at("size2"));
    const Hash from = hash_of(vector.at("root1"));
    const Hash to = hash_of(vector.at("root2"));
    const auto proof = proof_of(vector.at("proof"));
    CHECK(ledger::verify_consistency(first, from, second, to, proof) == !vector.at("wantErr").as_bool());
    check_mutants(proof, [&](const auto& wrong) { return ledger::verify_consistency(first, from, second, to, wrong); });
    CHECK_FALSE(ledger::verify_consistency(first, changed(from), second, to, proof));
    CHECK_FALSE(ledger::verify_consistency(first, from, second, changed(to), proof));
    CHECK_FALSE(ledger::verify_consistency(second + 1, from, second, to, proof));
    CHECK_FALSE(ledger::verify_consistency(first, from, second * 2, to, proof));
  }
}
