// Heads and proofs of ledgers as JSON: the API's answers, and the files that `tandem ledger prove` writes and
// `tandem ledger verify` reads. docs/ledger.md tells what each member is.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "app/ledgers.h"
#include "base/error.h"
#include "ledger/proof.h"

namespace tandem::wire {

[[nodiscard]] std::string encode(const app::SignedHead& head);
[[nodiscard]] std::string encode(const app::SignedEventProof& proof);
[[nodiscard]] std::string encode(const app::SignedGrowthProof& proof);
// One line of an export, without its end.
[[nodiscard]] std::string encode_ledger_line(std::uint64_t leaf, const app::RecordedEvent& event);
// The same of an event whose record is not told to everybody yet: the hash of its leaf stands for it.
[[nodiscard]] std::string encode_sealed_line(std::uint64_t leaf, const app::RecordedEvent& event,
                                             const ledger::Hash& leaf_hash);

// What somebody else's proof says. Nothing in it is believed before it is verified.
struct ReadEventProof {
  std::string engagement;
  std::string ticket;
  std::uint32_t version = 0;
  std::optional<std::string> record;
  std::uint64_t leaf = 0;
  std::uint64_t size = 0;
  ledger::Hash leaf_hash{};
  ledger::Proof path;
  std::string head;
};
struct ReadGrowthProof {
  std::string engagement;
  std::uint64_t first = 0;
  ledger::Hash first_root{};
  std::uint64_t second = 0;
  ledger::Hash second_root{};
  ledger::Proof path;
  std::string head;
};
using ReadProof = std::variant<ReadEventProof, ReadGrowthProof>;
// BadInput names what is wrong.
[[nodiscard]] base::Result<ReadProof> decode_ledger_proof(std::string_view text);

}  // namespace tandem::wire
