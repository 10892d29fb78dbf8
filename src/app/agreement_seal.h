// The seal of an agreement version: hashes of its texts and of what they compiled to when it was put in force. Whoever
// has the same texts can tell that they are the signed ones, and a server can tell that it still does what was signed.
//
//   version.seal = seal_of(version, policy->spec());
//   hex(version.seal->texts)         // what `sha256sum agreement.yaml people.yaml | sha256sum` prints: the root first,
//                                    // then the others by name, named relative to the agreement's folder
//   tell_of_broken_seal(name, version, policy->spec());
//
// A text that is compiled once more may come out otherwise than it was signed: another Tandem may have corrected a
// holiday of the language's own sets, or the machine's time zones may place a leave elsewhere. That is told in the log
// and nothing is refused: the text is what was agreed, and a desk that stops over a corrected holiday helps nobody.
#pragma once

#include <string>

#include "app/registry_records.h"
#include "desk/agreement_text.h"
#include "policy/spec.h"

namespace tandem::app {

[[nodiscard]] AgreementSeal seal_of(const AgreementVersion& version, const policy::Spec& spec);
[[nodiscard]] std::string hex(const Digest& digest);  // 64 small letters and digits
// The texts as the life of the agreement knows them (desk/agreement_text.h); its hash is that of the seal.
[[nodiscard]] desk::AgreementText identify(const std::string& root, const std::map<std::string, std::string>& files);

enum class SealState : std::uint8_t {
  None,      // it was adopted before seals were kept
  Whole,     // texts and compiled form are those that were signed
  Texts,     // the stored texts are not: somebody changed the database
  Compiled,  // the texts are, and compile to something else
  Format,    // the texts are, and the compiled form is written in another way now, so that it cannot be compared
};
// REQUIRES: `spec` is compiled from the version's texts, with its number.
[[nodiscard]] SealState seal_state(const AgreementVersion& version, const policy::Spec& spec);

// Log lines, where there is something to tell: `agreement-texts-altered` (error), `agreement-compiles-differently`
// (warning), `agreement-seal-format-differs` (info).
void tell_of_broken_seal(const desk::EngagementName& name, const AgreementVersion& version, const policy::Spec& spec);

}  // namespace tandem::app
