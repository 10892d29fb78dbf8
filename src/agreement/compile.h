// The compiler: an agreement's text becomes findings and, when none is an error, the Policy that the desk executes.
//
//   auto compiled = compile_path("examples/harbor-cu", {.today = date});     // Error: the disk failed
//   if (compiled->findings.has_errors()) print(render_text(compiled->findings, compiled->sources, colour));
//   compiled->policy->evaluate(…);
//
// What the author got wrong is a finding, never an Error; what the disk got wrong is an Error, never a finding. A
// Bundle holds the same texts in memory, so that a stored version compiles as it did from its files. Pure apart from
// reading; nothing is cached; safe to call from many threads.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "agreement/assets.h"
#include "agreement/horizon.h"
#include "agreement/load.h"
#include "agreement/model.h"
#include "agreement/summary.h"
#include "agreement/text_index.h"
#include "base/error.h"
#include "diag/finding.h"
#include "policy/policy.h"
#include "source/source_map.h"

namespace tandem::agreement {

// Whether the compiled policy is tried out for findings: what is proved of it over the horizon, calendars that never
// open, and expectations. A text that was put in force once did what was expected of it then; a corrected holiday or
// zone takes nothing back.
enum class Rehearsal : std::uint8_t { Run, Skip };

// Leave that is known but is not of the text. REQUIRES: an interval that is not empty.
struct FurtherLeave {
  std::string person;  // a name of the agreement; of others nothing is known
  base::Interval during;
  std::string words;  // policy::Recorded
};

// How much is asked. Text: what can be told without the compiled policy, which is the part that is quick enough to be
// told at every keystroke; no policy is made then.
enum class Depth : std::uint8_t { Text, Whole };

struct Options {
  // The day exceptions are held against and the horizon is counted from; without one exceptions never expire, as befits
  // a version that has been signed, and the horizon is counted from the agreement's first day.
  std::optional<calendar::Date> today = {};
  std::uint32_t version = 1;  // the agreement's version, which the Policy carries
  Rehearsal rehearsal = Rehearsal::Run;
  Length horizon = kUsualHorizon;
  std::vector<FurtherLeave> leave = {};
  std::optional<AssetList> assets = {};  // its text becomes one of the sources
  Depth depth = Depth::Whole;
  bool index = false;  // whether to note which name stands where, for editors
};

// The texts of an agreement by name; names are relative to its folder, with `/`.
struct Bundle {
  std::string root = "agreement.yaml";  // the file to begin with
  std::map<std::string, std::string> files;
};

struct Compiled {
  source::SourceMap sources;
  std::vector<std::string> files;      // by FileId: the name relative to the agreement's folder, as policies have it
  std::optional<Agreement> agreement;  // empty when the first file is not YAML
  diag::Findings findings;             // most severe first; of each kind the first 10,000
  std::shared_ptr<const policy::Policy> policy;  // null when a finding is an error
  std::optional<Summary> summary;                // when it was tried out: nothing before was an error
  std::string engagement;                        // empty when it could not be read
  std::optional<TextIndex> index;                // when it was asked for, and the first file is YAML
  Bundle bundle;                                 // the files that were read
};

// `path` is a file, or a folder with an `agreement.yaml`. Findings name files as `path` does.
[[nodiscard]] base::Result<Compiled> compile_path(const std::string& path, const Options& options);

// The texts come from `files`, beginning with the one named `first`. `shown_folder` is put in front of the names that
// findings use: "" or a path ending in `/`.
[[nodiscard]] base::Result<Compiled> compile_files(FileReader& files, const std::string& first,
                                                   const std::string& shown_folder, const Options& options);

// Findings name files as the bundle does. A root that is not in the bundle is a finding.
[[nodiscard]] Compiled compile_bundle(const Bundle& bundle, const Options& options);

}  // namespace tandem::agreement
