#include "properties.h"

#include <boost/json/value.hpp>
#include <set>

#include "agreement/compile.h"
#include "agreement/repair.h"
#include "base/check.h"
#include "base/utf8.h"
#include "diag/edits.h"
#include "diag/render.h"
#include "json/json.h"
#include "yaml/node.h"

namespace tandem::fuzz {
namespace {

void hold_range(const source::SourceMap& sources, source::Range at) {
  TANDEM_ENSURE(static_cast<std::size_t>(at.file) < sources.size());
  TANDEM_ENSURE(at.begin <= at.end);
  TANDEM_ENSURE(at.end <= sources.text(at.file).size());
}

void hold_words(std::string_view words) {
  TANDEM_ENSURE(!words.empty());
  TANDEM_ENSURE(!words.contains('\n'));
  TANDEM_ENSURE(!base::find_bad_utf8(words));
}

void hold_repair_of(const source::SourceMap& sources, const diag::Repair& repair) {
  hold_words(repair.words);
  for (std::size_t i = 0; i < repair.edits.size(); ++i) {
    hold_range(sources, repair.edits[i].at);
    for (std::size_t j = 0; j < i; ++j) TANDEM_ENSURE(!diag::collide(repair.edits[i], repair.edits[j]));
  }
}

void hold_findings(const source::SourceMap& sources, const diag::Findings& findings) {
  for (const diag::Finding& finding : findings.all()) {
    hold_range(sources, finding.at);
    hold_words(finding.message);
    for (const diag::RelatedNote& note : finding.notes) {
      hold_range(sources, note.at);
      hold_words(note.message);
    }
    if (finding.repair) hold_repair_of(sources, *finding.repair);
  }
}

// Walks without recursion deeper than the tree may be.
void hold_node(const source::SourceMap& sources, const yaml::Node& node, std::size_t depth) {
  TANDEM_ENSURE(depth <= yaml::Limits{}.depth);
  hold_range(sources, node.range);
  if (const yaml::List* list = node.list()) {
    for (const yaml::Node& item : list->items) hold_node(sources, item, depth + 1);
  }
  if (const yaml::Map* map = node.map()) {
    std::set<std::string_view> keys;
    std::uint32_t behind = 0;
    for (const yaml::Entry& entry : map->entries) {
      hold_range(sources, entry.key_range);
      TANDEM_ENSURE(keys.insert(entry.key).second);
      TANDEM_ENSURE(entry.key_range.begin >= behind);
      behind = entry.key_range.end;
      hold_node(sources, entry.value, depth + 1);
    }
  }
}

std::string said(const diag::Findings& findings, const source::SourceMap& sources) {
  return diag::render_json(findings, sources, {.file = "a.yaml", .agreement = {}});
}

agreement::Bundle bundle_of(std::string_view input) {
  agreement::Bundle bundle{.root = "agreement.yaml", .files = {}};
  std::string name = bundle.root;
  std::string text;
  while (!input.empty()) {
    const std::size_t end = std::min(input.find('\n'), input.size() - 1) + 1;
    const std::string_view line = input.substr(0, end);
    input.remove_prefix(end);
    if (line.starts_with("%%%% ")) {
      bundle.files.insert_or_assign(name, std::exchange(text, ""));
      name = line.substr(5, line.find('\n') - 5);
    } else {
      text += line;
    }
  }
  bundle.files.insert_or_assign(name, std::move(text));
  return bundle;
}

const agreement::Options& options() {
  static const agreement::Options kOptions{.today = calendar::parse_date("2026-10-01")};
  return kOptions;
}

}  // namespace

void hold_yaml(std::string_view input) {
  source::SourceMap sources;
  const source::FileId file = sources.add("a.yaml", std::string(input));
  diag::Findings findings;
  const auto root = yaml::parse(sources, file, findings);
  TANDEM_ENSURE(root.has_value() || findings.has_errors());
  hold_findings(sources, findings);
  if (root) hold_node(sources, *root, 0);
  diag::Findings again;
  TANDEM_ENSURE(yaml::parse(sources, file, again).has_value() == root.has_value());
  TANDEM_ENSURE(said(findings, sources) == said(again, sources));
}

void hold_agreement(std::string_view input) {
  const agreement::Bundle bundle = bundle_of(input);
  const agreement::Compiled compiled = agreement::compile_bundle(bundle, options());
  hold_findings(compiled.sources, compiled.findings);
  TANDEM_ENSURE((compiled.policy == nullptr) == compiled.findings.has_errors());
  const std::string json = said(compiled.findings, compiled.sources);
  constexpr json::Limits kLarge{.bytes = 1 << 30, .depth = 32};
  TANDEM_ENSURE(json::parse(json, kLarge).has_value());
  TANDEM_ENSURE(
      json::parse(diag::render_sarif(compiled.findings, compiled.sources, {.version = "0"}), kLarge).has_value());
  static_cast<void>(diag::render_text(compiled.findings, compiled.sources, diag::Colour::On));
  const agreement::Compiled again = agreement::compile_bundle(bundle, options());
  TANDEM_ENSURE(json == said(again.findings, again.sources));
}

void hold_repair(std::string_view input) {
  const agreement::Bundle bundle = bundle_of(input);
  const agreement::Repaired repaired = agreement::repair(bundle, options(), diag::Confidence::Sure);
  hold_findings(repaired.compiled.sources, repaired.compiled.findings);
  TANDEM_ENSURE(repaired.done.empty() == (repaired.bundle.files == bundle.files));
  const agreement::Repaired again = agreement::repair(repaired.bundle, options(), diag::Confidence::Sure);
  TANDEM_ENSURE(again.bundle.files == repaired.bundle.files);
}

}  // namespace tandem::fuzz
