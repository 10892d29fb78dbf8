// The key pair that signs the heads of a database's ledgers: one line in a file beside the database, for its owner
// only. It does not lie in the database, so that whoever gets a copy of that (a backup, an export for the other party,
// an auditor) cannot sign in its name.
//
//   TANDEM_TRY(const auto key, obtain_ledger_key("tandem.db"));   // reads tandem.db.ledger-key, or makes it
#pragma once

#include <optional>
#include <string>

#include "base/error.h"
#include "ledger/head.h"

namespace tandem::cli {

[[nodiscard]] std::string ledger_key_path(const std::string& database);

// Made once: when two processes make it at the same time, both have the one that was first. BadInput when there is a
// file that is no such key, or that others may read.
[[nodiscard]] base::Result<crypto::SigningKey> obtain_ledger_key(const std::string& database);
// Nothing when there is none.
[[nodiscard]] base::Result<std::optional<crypto::SigningKey>> read_ledger_key(const std::string& database);

// What heads are checked with: a line as `tandem ledger head --key` prints it, or a file with such a line.
[[nodiscard]] base::Result<ledger::Verifier> read_verifier(const std::string& text_or_file);

}  // namespace tandem::cli
