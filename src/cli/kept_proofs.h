// Heads and proofs that a party keeps, checked without a database: which sizes and roots may be believed, and what
// follows from them.
//
//   KeptProofs kept(verifier);
//   kept.add_head("october.head", text);
//   TANDEM_TRY_DONE(kept.add_proof("growth.json", text));
//   kept.check();
//   for (const std::string& line : kept.told()) …            // and kept.faults(): what does not hold
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ledger/head.h"
#include "wire/ledger_json.h"

namespace tandem::cli {

class KeptProofs {
 public:
  explicit KeptProofs(ledger::Verifier verifier) : verifier_(std::move(verifier)) {}

  void add_head(const std::string& name, const std::string& text);
  // BadInput when the text is no proof.
  [[nodiscard]] base::Result<void> add_proof(const std::string& name, const std::string& text);
  // Of all that was added, in whatever order. Without any kept head, a proof's own is believed when it is signed.
  void check();

  [[nodiscard]] const std::vector<std::string>& told() const { return told_; }
  [[nodiscard]] const std::vector<std::string>& faults() const { return faults_; }

 private:
  void believe(std::uint64_t size, const ledger::Hash& root, const std::string& from);
  void take_own_head(const std::string& name, const std::string& head);
  struct Growth {
    std::string name;
    wire::ReadGrowthProof proof;
  };
  void check_growth();
  void check(const Growth& growth);
  void check(const std::string& name, const wire::ReadEventProof& proof);
  [[nodiscard]] bool is_of_this_ledger(const std::string& name, const std::string& engagement);
  [[nodiscard]] bool is_believed(std::uint64_t size, const ledger::Hash& root) const;

  ledger::Verifier verifier_;
  std::map<std::uint64_t, ledger::Hash> roots_;
  std::vector<Growth> growths_;
  std::vector<std::pair<std::string, wire::ReadEventProof>> events_;
  bool has_heads_ = false;
  std::vector<std::string> told_;
  std::vector<std::string> faults_;
};

}  // namespace tandem::cli
