#include "agreement/repair.h"

#include <algorithm>
#include <map>
#include <set>

#include "diag/edits.h"

namespace tandem::agreement {
namespace {

constexpr std::size_t kRounds = 100;

// What a finding is, wherever it stands: positions change with every edit.
using Identity = std::pair<diag::Kind, std::string>;

Identity identity(const diag::Finding& finding) {
  return {finding.kind, finding.message};
}

bool is_about_the_text(diag::Kind kind) {
  return kind <= diag::Kind::TooLarge;
}

// How often there is each.
using Counts = std::map<Identity, std::size_t>;

Counts counts_in(const diag::Findings& findings) {
  Counts counts;
  for (const diag::Finding& finding : findings.all()) ++counts[identity(finding)];
  return counts;
}

std::size_t count_of(const Counts& counts, const Identity& wanted) {
  const auto found = counts.find(wanted);
  return found == counts.end() ? 0 : found->second;
}

std::size_t count_of(const diag::Findings& findings, diag::Kind wanted) {
  return static_cast<std::size_t>(
      std::ranges::count_if(findings.all(), [&](const diag::Finding& finding) { return finding.kind == wanted; }));
}

bool has_text_errors(const diag::Findings& findings) {
  return std::ranges::any_of(findings.all(),
                             [](const diag::Finding& finding) { return is_about_the_text(finding.kind); });
}

class Repairer {
 public:
  Repairer(const Bundle& bundle, const Options& options, diag::Confidence least) : options_(options), least_(least) {
    repaired_.bundle = bundle;
    repaired_.compiled = compile_bundle(bundle, options_);
  }

  Repaired run() {
    for (std::size_t round = 0; round < kRounds; ++round) {
      const std::vector<const diag::Finding*> chosen = choose();
      if (chosen.empty()) break;
      if (make(chosen)) continue;
      // One of them is not what it promises. Alone, each is held to it by itself.
      if (chosen.size() == 1 || !make({chosen.front()})) take_back(*chosen.front());
    }
    return std::move(repaired_);
  }

 private:
  // Repairs that are wanted, have not been taken back and do not collide, the first in order where they do.
  [[nodiscard]] std::vector<const diag::Finding*> choose() const {
    std::vector<const diag::Finding*> chosen;
    std::set<source::Range> taken;  // by begin; the edits chosen so far do not collide
    const auto is_free = [&](const diag::Edit& edit) {
      auto next = taken.lower_bound(edit.at);
      if (next != taken.end() && diag::collide({*next, ""}, edit)) return false;
      return next == taken.begin() || !diag::collide({*std::prev(next), ""}, edit);
    };
    for (const diag::Finding& finding : repaired_.compiled.findings.all()) {
      if (!finding.repair || finding.repair->edits.empty() || finding.repair->confidence < least_) continue;
      if (refused_.contains(identity(finding)) || !std::ranges::all_of(finding.repair->edits, is_free)) continue;
      // A list of assets that was held against the agreement is not its text.
      const auto is_ours = [&](const diag::Edit& edit) {
        return repaired_.bundle.files.contains(std::string(repaired_.compiled.sources.name(edit.at.file)));
      };
      if (!std::ranges::all_of(finding.repair->edits, is_ours)) continue;
      for (const diag::Edit& edit : finding.repair->edits) taken.insert(edit.at);
      chosen.push_back(&finding);
    }
    return chosen;
  }

  // Whether the repairs could be made; nothing has changed when not.
  bool make(const std::vector<const diag::Finding*>& chosen) {
    Bundle bundle = edited(chosen);
    Options quick = options_;
    // What only the compiled policy shows could not be seen before it was tried out.
    if (!repaired_.compiled.summary) quick.rehearsal = Rehearsal::Skip;
    Compiled after = compile_bundle(bundle, quick);
    if (!keeps_its_promise(chosen, after)) return false;
    if (quick.rehearsal != options_.rehearsal) after = compile_bundle(bundle, options_);
    for (const diag::Finding* finding : chosen) repaired_.done.push_back(describe(*finding));
    repaired_.bundle = std::move(bundle);
    repaired_.compiled = std::move(after);
    return true;
  }

  [[nodiscard]] Bundle edited(const std::vector<const diag::Finding*>& chosen) const {
    std::map<source::FileId, std::vector<diag::Edit>> by_file;
    for (const diag::Finding* finding : chosen) {
      for (const diag::Edit& edit : finding->repair->edits) by_file[edit.at.file].push_back(edit);
    }
    Bundle bundle = repaired_.bundle;
    for (const auto& [file, edits] : by_file) {
      const auto& sources = repaired_.compiled.sources;
      bundle.files[std::string(sources.name(file))] = diag::with_edits(sources.text(file), edits);
    }
    return bundle;
  }

  [[nodiscard]] bool keeps_its_promise(const std::vector<const diag::Finding*>& chosen, const Compiled& after) const {
    const diag::Findings& before = repaired_.compiled.findings;
    const Counts counts_before = counts_in(before);
    const Counts counts_after = counts_in(after.findings);
    Counts gone;
    for (const diag::Finding* finding : chosen) ++gone[identity(*finding)];
    for (const auto& [each, count] : gone) {
      if (count_of(counts_after, each) + count > count_of(counts_before, each)) return false;
    }
    const bool text_alone = has_text_errors(before);
    return std::ranges::none_of(counts_after, [&](const auto& found) {
      const auto& [error, count] = found;
      if (diag::info(error.first).level != diag::Level::Error) return false;
      // What is proved of the whole says how much it is, and that may change with any repair: its kind counts.
      if (!is_about_the_text(error.first))
        return !text_alone && count_of(after.findings, error.first) > count_of(before, error.first);
      return count > count_of(counts_before, error);
    });
  }

  void take_back(const diag::Finding& finding) {
    refused_.insert(identity(finding));
    repaired_.taken_back.push_back(describe(finding));
  }

  [[nodiscard]] MadeRepair describe(const diag::Finding& finding) const {
    const auto& sources = repaired_.compiled.sources;
    const source::Place place = sources.place(finding.at);
    MadeRepair made{.kind = finding.kind,
                    .message = finding.message,
                    .words = finding.repair->words,
                    .file = std::string(place.file),
                    .line = place.line,
                    .column = place.column,
                    .before = {},
                    .after = {}};
    const auto& edits = finding.repair->edits;
    if (edits.size() != 1) return made;
    const std::string_view before = sources.text(edits.front().at);
    if (before.contains('\n') || edits.front().text.contains('\n')) return made;
    made.before = before;
    made.after = edits.front().text;
    return made;
  }

  Options options_;
  diag::Confidence least_;
  Repaired repaired_;
  std::set<Identity> refused_;
};

}  // namespace

Repaired repair(const Bundle& bundle, const Options& options, diag::Confidence least) {
  return Repairer(bundle, options, least).run();
}

}  // namespace tandem::agreement
