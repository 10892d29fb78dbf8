// What must hold of every input, whatever its bytes. The fuzzers look for inputs that break it; the replay test holds
// the ones that once did, and the seeds, with the ordinary compiler.
//
//   hold_yaml(bytes);            // throws base::InternalError when a property is broken
//
// None of these may crash, hang or take memory out of proportion; that is the fuzzer's own to see.
#pragma once

#include <string_view>

namespace tandem::fuzz {

// Reading YAML: every range lies in the text, of nodes as well as of findings; a map's keys are unique and lie in
// order; what cannot be read has a finding, and reading twice says the same.
void hold_yaml(std::string_view input);

// Compiling an agreement: every range lies in its file, of findings, notes and edits; the edits of one repair do not
// collide; messages are one line of UTF-8; compiling twice says the same; there is a policy exactly when nothing is an
// error; every form of output can be drawn, and JSON and SARIF can be read back. Lines of the input that begin with
// `%%%% ` name further files, which `include` may name.
void hold_agreement(std::string_view input);

// Repairing an agreement: what is repaired compiles, nothing sure is left but what was taken back, and repairing again
// changes nothing.
void hold_repair(std::string_view input);

}  // namespace tandem::fuzz
