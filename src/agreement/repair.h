// Carrying out what findings suggest, on the texts of an agreement.
//
//   const Repaired repaired = repair(bundle, {.today = date}, diag::Confidence::Sure);
//   repaired.bundle.files.at("agreement.yaml")        // the text without its slips
//   for (const Repair& done : repaired.done) tell(done);
//
// Repairs are made in rounds, as repairing one thing may bring another to light, until nothing more can be made. After
// each the texts are compiled again: a repair whose finding stays, or that brings an error, is taken back and not tried
// again. An error counts as brought when it could have been seen before: as long as a text cannot be read, only that it
// cannot be read; as long as nothing could be proved of the agreement, only what is found without a proof. Pure; costs
// a compilation for each round, and one for each repair of a round in which one had to be taken back.
#pragma once

#include <string>
#include <vector>

#include "agreement/compile.h"
#include "diag/finding.h"

namespace tandem::agreement {

struct MadeRepair {
  diag::Kind kind;
  std::string message;  // of the finding
  std::string words;    // of its repair
  // Where it was, in the texts of its round.
  std::string file;
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  // What stood there and what stands there now, where the repair is one edit in one line; else empty.
  std::string before;
  std::string after;
};

struct Repaired {
  Bundle bundle;                       // the texts as they are now
  std::vector<MadeRepair> done;        // in the order in which they were made, and of the text within a round
  std::vector<MadeRepair> taken_back;  // those that did not do what they promise
  Compiled compiled;                   // the bundle, compiled
};

// `least`: Sure makes the sure repairs alone, Likely all that have edits.
[[nodiscard]] Repaired repair(const Bundle& bundle, const Options& options, diag::Confidence least);

}  // namespace tandem::agreement
