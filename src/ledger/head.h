// Heads of logs: how long a log is and the hash over all of it, signed, as text that a party keeps, and the keys to
// check it with. The forms are public ones, so that other tools read them: a checkpoint (C2SP, tlog-checkpoint) in a
// signed note (C2SP, signed-note).
//
//   tandem/harbor-cu                                  origin: which log
//   1042                                              its size
//   CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=      its root
//
//   — tandem/harbor-cu Az3grlgtzPICa5OS8npVmf1M…      signature: base 64 of the key's hash and Ed25519 over the lines
//   above
//
// A key to check with is one line, too: `tandem/harbor-cu+9f2c01aa+AQ1…`. The same key pair signs for every log of a
// database; it goes by the name of each log's origin, as the format wants it.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "crypto/signing.h"
#include "ledger/hash.h"

namespace tandem::ledger {

struct Head {
  std::string origin;
  std::uint64_t size = 0;
  Hash root{};
  bool operator==(const Head&) const = default;
};

// Whose signature counts.
struct Verifier {
  std::string name;
  crypto::PublicKey key{};
  bool operator==(const Verifier&) const = default;
};

// Of the log of an engagement: `tandem/harbor-cu`.
[[nodiscard]] std::string origin_of(std::string_view engagement);
[[nodiscard]] std::string engagement_of(std::string_view origin);  // empty: it is no such origin

// A signed note: the body, a blank line, the signature. REQUIRES: the body's lines are not empty and end; a name
// without blanks and `+`.
[[nodiscard]] std::string sign_note(std::string_view body, std::string_view name, const crypto::SigningKey& key);
// The body of a note that has a signature of the verifier; signatures of others may stand beside it. BadInput says what
// is wrong.
[[nodiscard]] base::Result<std::string> open_note(std::string_view note, const Verifier& verifier);

// REQUIRES: an origin without blanks, line feeds and `+`.
[[nodiscard]] std::string sign(const Head& head, const crypto::SigningKey& key);
// The head in a note of the verifier's. BadInput says what is wrong.
[[nodiscard]] base::Result<Head> open_head(std::string_view text, const Verifier& verifier);

[[nodiscard]] std::string to_text(const Verifier& verifier);  // one line without its end
[[nodiscard]] std::optional<Verifier> parse_verifier(std::string_view line);

// The key pair as one line without its end: `PRIVATE+KEY+tandem+9f2c01aa+AX8…`.
[[nodiscard]] base::Secret to_text(const crypto::SigningKey& key);
[[nodiscard]] std::optional<crypto::SigningKey> parse_signing_key(const base::Secret& line);

}  // namespace tandem::ledger
