// What a party can tell from heads and proofs alone.
#include "cli/kept_proofs.h"

#include <doctest/doctest.h>

#include "crypto/crypto.h"
#include "ledger/leaf.h"

using namespace tandem;
using cli::KeptProofs;

namespace {

// A ledger of which any head and any proof can be had; `odd` makes its history another one.
class Ledger {
 public:
  explicit Ledger(std::string odd = "") {
    REQUIRE(crypto::start());
    key_ = crypto::SigningKey::from_seed(base::Secret(std::string(32, 'k')));
    for (std::uint64_t i = 0; i < 20; ++i) {
      const std::string record = fmt::format(R"({{"v":1,"n":{}{}}})", i, odd);
      records_.push_back(record);
      rows_.push_back(log_.append(ledger::leaf_hash(
          {.engagement = "harbor-cu", .ticket = ticket_.text(), .version = version(i), .record = record})));
    }
  }
  [[nodiscard]] ledger::Verifier verifier() const { return {.name = "tandem/harbor-cu", .key = key_->public_key()}; }
  [[nodiscard]] app::SignedHead head(std::uint64_t size) const {
    return app::sign_head({.origin = "tandem/harbor-cu", .size = size, .root = *ledger::root_at(size, reader())},
                          *key_);
  }
  [[nodiscard]] std::string growth(std::uint64_t first, std::uint64_t second) const {
    return wire::encode(app::SignedGrowthProof{.proof = {.first = head(first).head,
                                                         .second = head(second).head,
                                                         .path = *ledger::consistency_proof(first, second, reader())},
                                               .head = head(second)});
  }
  [[nodiscard]] std::string event(std::uint64_t leaf, std::uint64_t size) const {
    return wire::encode(app::SignedEventProof{
        .proof = {.leaf = leaf,
                  .event = {.ticket = ticket_, .version = version(leaf), .record = records_[leaf]},
                  .leaf_hash = rows_[leaf].front(),
                  .path = *ledger::inclusion_proof(leaf, size, reader()),
                  .head = head(size).head},
        .record = records_[leaf],
        .number = "HCU-1",
        .head = head(size)});
  }

 private:
  static std::uint32_t version(std::uint64_t leaf) { return static_cast<std::uint32_t>(leaf + 1); }
  [[nodiscard]] ledger::NodeReader reader() const {
    return [this](std::span<const ledger::NodeAt> nodes) -> base::Result<std::vector<ledger::Hash>> {
      std::vector<ledger::Hash> hashes;
      for (const auto node : nodes) hashes.push_back(rows_.at(ledger::last_leaf(node)).at(node.level));
      return hashes;
    };
  }
  desk::TicketId ticket_{base::IdBits{.high = 7, .low = 9}};
  std::optional<crypto::SigningKey> key_;
  ledger::Frontier log_;
  std::vector<std::vector<ledger::Hash>> rows_;
  std::vector<std::string> records_;
};

std::string faults_of(const Ledger& ledger, const std::vector<std::string>& heads,
                      const std::vector<std::string>& proofs) {
  KeptProofs kept(ledger.verifier());
  for (std::size_t i = 0; i < heads.size(); ++i) kept.add_head(fmt::format("head-{}", i), heads[i]);
  for (std::size_t i = 0; i < proofs.size(); ++i) REQUIRE(kept.add_proof(fmt::format("proof-{}", i), proofs[i]));
  kept.check();
  std::string faults;
  for (const std::string& fault : kept.faults()) faults += fault + "\n";
  return faults;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

}  // namespace

TEST_CASE("proofs lead from kept heads to whatever they prove, in any order") {
  const Ledger ledger;
  CHECK(faults_of(ledger, {ledger.head(12).text}, {ledger.event(5, 12)}).empty());
  CHECK(faults_of(ledger, {ledger.head(7).text}, {ledger.growth(7, 20)}).empty());
  CHECK(faults_of(ledger, {ledger.head(7).text}, {ledger.event(18, 20), ledger.growth(12, 20), ledger.growth(7, 12)})
            .empty());
  // Back from a kept head to an earlier one.
  CHECK(faults_of(ledger, {ledger.head(20).text}, {ledger.event(3, 7), ledger.growth(7, 20)}).empty());
  // Nothing is kept: what a proof says of itself is signed, too.
  CHECK(faults_of(ledger, {}, {ledger.event(5, 12)}).empty());
}

TEST_CASE("a proof to which no kept head leads is not believed") {
  const Ledger ledger;
  CHECK(faults_of(ledger, {ledger.head(7).text}, {ledger.event(5, 12)}).contains("there is no kept head"));
  CHECK(faults_of(ledger, {ledger.head(7).text}, {ledger.growth(12, 20)}).contains("no kept head says"));
}

TEST_CASE("proofs of another history do not hold against a kept head") {
  const Ledger real;
  const Ledger other("0");
  CHECK(faults_of(real, {real.head(12).text}, {other.event(5, 12)}).contains("does not have this event"));
  CHECK(faults_of(real, {real.head(7).text}, {other.growth(7, 20)}).contains("no kept head says"));
  // The other history's proof with the kept root put into it.
  const std::string forged =
      replaced(other.growth(7, 20), ledger::to_text(other.head(7).head.root), ledger::to_text(real.head(7).head.root));
  CHECK(faults_of(real, {real.head(7).text}, {forged}).contains("does not begin with that of 7"));
  CHECK(faults_of(real, {real.head(7).text, other.head(7).text}, {}).contains("two histories were signed"));
}

TEST_CASE("what was changed in a kept file is found") {
  const Ledger ledger;
  const std::string event = ledger.event(5, 12);
  const std::string head = ledger.head(12).text;
  CHECK(faults_of(ledger, {replaced(head, "\n12\n", "\n13\n")}, {}).contains("does not hold"));
  CHECK(faults_of(ledger, {head}, {replaced(event, "\\\"n\\\":5", "\\\"n\\\":6")}).contains("its record is not"));
  CHECK(faults_of(ledger, {head}, {replaced(event, "\"version\":6", "\"version\":7")}).contains("its record is not"));
  CHECK(faults_of(ledger, {head}, {replaced(event, "\"leaf\":5", "\"leaf\":4")}).contains("does not have this event"));
  CHECK(faults_of(ledger, {head}, {replaced(event, "harbor-cu", "quarry-dental")}).contains("the key is that of"));
  CHECK(faults_of(ledger, {}, {replaced(event, "\\n12\\n", "\\n13\\n")}).contains("its head"));
}

TEST_CASE("a text that is no proof is not a fault of the ledger") {
  const Ledger ledger;
  KeptProofs kept(ledger.verifier());
  const auto read = kept.add_proof("notes.txt", "hello");
  REQUIRE_FALSE(read.has_value());
  CHECK(read.error().message.starts_with("notes.txt: this is no proof of a ledger"));
}
