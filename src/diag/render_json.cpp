#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "diag/json_text.h"
#include "diag/render.h"
#include "json/json.h"

namespace tandem::diag {
namespace {

json::Value place_json(source::Range at, const source::SourceMap& sources) {
  if (static_cast<std::size_t>(at.file) >= sources.size()) return nullptr;
  const source::Place begin = sources.place(at);
  const source::Place end = sources.place(at.file, std::max(at.begin, at.end));
  json::Object place{{"file", well_formed(begin.file)},
                     {"line", begin.line},
                     {"column", begin.column},
                     {"end_line", end.line},
                     {"end_column", end.column}};
  if (!begin.cell.empty()) place["cell"] = well_formed(begin.cell);
  return place;
}

// Edits whose place is not in the sources cannot be told.
json::Value repair_json(const Repair& repair, const source::SourceMap& sources) {
  json::Array edits;
  for (const Edit& edit : repair.edits) {
    json::Value place = place_json(edit.at, sources);
    if (place.is_null()) continue;
    place.as_object()["text"] = well_formed(edit.text);
    edits.push_back(std::move(place));
  }
  return json::Object{
      {"words", well_formed(repair.words)}, {"confidence", to_text(repair.confidence)}, {"edits", std::move(edits)}};
}

json::Value finding_json(const Finding& finding, const source::SourceMap& sources) {
  json::Array notes;
  for (const RelatedNote& note : finding.notes) {
    notes.push_back(json::Object{{"message", well_formed(note.message)}, {"at", place_json(note.at, sources)}});
  }
  json::Value repair;
  if (finding.repair) repair = repair_json(*finding.repair, sources);
  return json::Object{{"name", info(finding.kind).name},
                      {"level", to_text(finding.level())},
                      {"message", well_formed(finding.message)},
                      {"at", place_json(finding.at, sources)},
                      {"notes", std::move(notes)},
                      {"counterexample", facts_json(finding.counterexample)},
                      {"repair", std::move(repair)}};
}

}  // namespace

std::string render_json(const Findings& findings, const source::SourceMap& sources, const JsonHeader& header) {
  json::Array all;
  for (const Finding& finding : findings.all()) all.push_back(finding_json(finding, sources));
  json::Value agreement;
  if (header.agreement) agreement = well_formed(*header.agreement);
  json::Object summary{{"errors", findings.count(Level::Error)},
                       {"warnings", findings.count(Level::Warning)},
                       {"notes", findings.count(Level::Note)},
                       {"left_out", findings.left_out()}};
  if (header.summary != nullptr) {
    for (const auto& [key, value] : *header.summary) summary[key] = value;
  }
  return json::to_text(json::Object{{"file", well_formed(header.file)},
                                    {"agreement", std::move(agreement)},
                                    {"findings", std::move(all)},
                                    {"summary", std::move(summary)}});
}

}  // namespace tandem::diag
