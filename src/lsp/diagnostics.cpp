#include "lsp/diagnostics.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "lsp/rpc.h"

namespace tandem::lsp {
namespace {

// The protocol's numbers.
constexpr int kUnnecessary = 1;

int severity(diag::Level level) {
  switch (level) {
    case diag::Level::Error: return 1;
    case diag::Level::Warning: return 2;
    case diag::Level::Note: return 3;
  }
  return 1;
}

// What the text could do without.
bool is_unnecessary(diag::Kind kind) {
  constexpr std::array<std::string_view, 3> kNames = {"unreachable-rule", "redundant-rule", "exception-unused"};
  return std::ranges::find(kNames, diag::info(kind).name) != kNames.end();
}

std::string words_of(const diag::Finding& finding) {
  std::string words = finding.message;
  for (const auto& [fact, value] : finding.counterexample) words += fmt::format("\n  {}: {}", fact, value);
  if (finding.repair) words += fmt::format("\nhelp: {}", finding.repair->words);
  return words;
}

// A finding of an older text stands in the same file only while the files are what they were.
bool stands(const LateFinding& late, const agreement::Compiled& compiled) {
  const auto same = [&](source::Range range) {
    const auto file = static_cast<std::size_t>(range.file);
    return file < compiled.sources.size() && file < late.files.size() &&
           compiled.sources.name(range.file) == late.files[file];
  };
  return same(late.finding.at) &&
         std::ranges::all_of(late.finding.notes, [&](const diag::RelatedNote& note) { return same(note.at); });
}

}  // namespace

json::Value to_json(const diag::Finding& finding, const Locations& locations, const Client& client) {
  const auto name = diag::info(finding.kind).name;
  json::Object diagnostic{{"range", to_json(locations.span(finding.at))},
                          {"severity", severity(finding.level())},
                          {"code", name},
                          {"source", "tandem"},
                          {"message", words_of(finding)}};
  if (client.code_description && !client.documentation.empty()) {
    diagnostic["codeDescription"] = json::Object{{"href", client.documentation + std::string(name)}};
  }
  if (client.tags && is_unnecessary(finding.kind)) diagnostic["tags"] = json::Array{kUnnecessary};
  if (client.related_information && !finding.notes.empty()) {
    json::Array related;
    for (const diag::RelatedNote& note : finding.notes) {
      related.push_back(json::Object{{"location", locations.location(note.at)}, {"message", note.message}});
    }
    diagnostic["relatedInformation"] = std::move(related);
  }
  return diagnostic;
}

std::vector<const diag::Finding*> findings_of(const Studied& studied) {
  std::vector<const diag::Finding*> all;
  for (const diag::Finding& finding : studied.text->findings.all()) all.push_back(&finding);
  for (const LateFinding& late : studied.late) {
    if (stands(late, *studied.text)) all.push_back(&late.finding);
  }
  std::ranges::stable_sort(all, {}, [](const diag::Finding* finding) { return finding->at; });
  return all;
}

std::map<std::string, json::Value> diagnostics_of(const Studied& studied, const Locations& locations,
                                                  const Client& client) {
  std::vector<json::Array> by_file(studied.text->sources.size());
  for (const diag::Finding* finding : findings_of(studied)) {
    by_file[static_cast<std::size_t>(finding->at.file)].push_back(to_json(*finding, locations, client));
  }
  std::map<std::string, json::Value> all;
  for (std::size_t i = 0; i < by_file.size(); ++i) {
    const auto file = static_cast<source::FileId>(i);
    json::Object params{{"uri", locations.uri(file)}, {"diagnostics", std::move(by_file[i])}};
    if (const OpenDocument* open = locations.document(file)) params["version"] = open->document.version();
    all.emplace(locations.path(file), std::move(params));
  }
  return all;
}

}  // namespace tandem::lsp
