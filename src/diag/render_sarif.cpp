#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <map>

#include "diag/json_text.h"
#include "diag/render.h"
#include "json/json.h"

namespace tandem::diag {
namespace {

json::Object message_json(std::string_view words) {
  return json::Object{{"text", well_formed(words)}};
}

// The path as a URI reference (RFC 3986): everything but unreserved characters and slashes is encoded, so that no
// name is taken for a scheme, a query or a fragment.
std::string uri_of(std::string_view path) {
  constexpr std::string_view kUnreserved = "-._~/";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const bool alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (alphanumeric || kUnreserved.contains(c)) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

// FNV-1a, 64 bits: short, and the same on every machine. It guards nothing.
std::string fingerprint(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return fmt::format("{:016x}", hash);
}

class SarifWriter {
 public:
  SarifWriter(const source::SourceMap& sources, const SarifHeader& header) : sources_(sources), header_(header) {}

  json::Object log(const Findings& findings) {
    json::Array results;
    for (const Finding& finding : findings.all()) results.push_back(result(finding));
    json::Object run{{"tool", json::Object{{"driver", driver()}}},
                     {"columnKind", "unicodeCodePoints"},
                     {"results", std::move(results)}};
    if (findings.left_out() > 0) run["properties"] = json::Object{{"leftOut", findings.left_out()}};
    return json::Object{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                        {"version", "2.1.0"},
                        {"runs", json::Array{std::move(run)}}};
  }

 private:
  json::Object driver() const {
    json::Array rules;
    for (const KindInfo& kind : all_kinds()) {
      json::Object rule{{"id", kind.name},
                        {"shortDescription", message_json(kind.summary)},
                        {"defaultConfiguration", json::Object{{"level", to_text(kind.level)}}}};
      if (const std::string_view page = header_.page ? header_.page(kind.kind) : ""; !page.empty()) {
        rule["help"] = json::Object{{"text", well_formed(page)}, {"markdown", well_formed(page)}};
      }
      rules.push_back(std::move(rule));
    }
    return json::Object{{"name", "tandem"}, {"version", header_.version}, {"rules", std::move(rules)}};
  }

  [[nodiscard]] bool known(source::Range at) const { return static_cast<std::size_t>(at.file) < sources_.size(); }

  // REQUIRES: the range's file is known.
  [[nodiscard]] json::Object region(source::Range at) const {
    const source::Place begin = sources_.place(at);
    const source::Place end = sources_.place(at.file, std::max(at.begin, at.end));
    return json::Object{
        {"startLine", begin.line}, {"startColumn", begin.column}, {"endLine", end.line}, {"endColumn", end.column}};
  }

  [[nodiscard]] json::Object artifact(source::FileId file) const {
    return json::Object{{"uri", uri_of(sources_.name(file))}};
  }

  [[nodiscard]] json::Object location(source::Range at) const {
    json::Object written{
        {"physicalLocation", json::Object{{"artifactLocation", artifact(at.file)}, {"region", region(at)}}}};
    if (const std::string_view cell = sources_.place(at).cell; !cell.empty()) {
      written["logicalLocations"] =
          json::Array{json::Object{{"fullyQualifiedName", well_formed(cell)}, {"kind", "cell"}}};
    }
    return written;
  }

  json::Object result(const Finding& finding) {
    const std::string_view name = info(finding.kind).name;
    json::Object written{{"ruleId", name},
                         {"ruleIndex", static_cast<std::size_t>(finding.kind)},
                         {"level", to_text(finding.level())},
                         {"message", message_json(finding.message)}};
    json::Array locations;
    if (known(finding.at)) locations.push_back(location(finding.at));
    written["locations"] = std::move(locations);
    if (json::Array related = related_locations(finding); !related.empty()) {
      written["relatedLocations"] = std::move(related);
    }
    written["partialFingerprints"] = json::Object{{"findingWords/v1", fingerprint_of(finding)}};
    if (finding.repair && can_be_written(*finding.repair)) written["fixes"] = json::Array{fix(*finding.repair)};
    if (json::Object more = properties(finding); !more.empty()) written["properties"] = std::move(more);
    return written;
  }

  [[nodiscard]] json::Array related_locations(const Finding& finding) const {
    json::Array related;
    for (const RelatedNote& note : finding.notes) {
      json::Object written{{"id", related.size()}, {"message", message_json(note.message)}};
      if (known(note.at)) written["physicalLocation"] = location(note.at).at("physicalLocation");
      related.push_back(std::move(written));
    }
    return related;
  }

  // The n-th finding of the same words has n in it, so that no two are taken for one.
  std::string fingerprint_of(const Finding& finding) {
    const std::string_view file = known(finding.at) ? sources_.name(finding.at.file) : "";
    const std::string words = fmt::format("{}\n{}\n{}", info(finding.kind).name, file, finding.message);
    return fingerprint(fmt::format("{}\n{}", words, ++seen_[words]));
  }

  [[nodiscard]] bool can_be_written(const Repair& repair) const {
    return !repair.edits.empty() && std::ranges::all_of(repair.edits, [&](const Edit& edit) { return known(edit.at); });
  }

  [[nodiscard]] json::Object fix(const Repair& repair) const {
    std::map<source::FileId, json::Array> by_file;
    for (const Edit& edit : repair.edits) {
      by_file[edit.at.file].push_back(json::Object{
          {"deletedRegion", region(edit.at)}, {"insertedContent", json::Object{{"text", well_formed(edit.text)}}}});
    }
    json::Array changes;
    for (auto& [file, replacements] : by_file) {
      changes.push_back(json::Object{{"artifactLocation", artifact(file)}, {"replacements", std::move(replacements)}});
    }
    return json::Object{{"description", message_json(repair.words)}, {"artifactChanges", std::move(changes)}};
  }

  static json::Object properties(const Finding& finding) {
    json::Object more;
    if (!finding.counterexample.empty()) more["counterexample"] = facts_json(finding.counterexample);
    if (finding.repair) {
      more["repair"] = json::Object{{"words", well_formed(finding.repair->words)},
                                    {"confidence", to_text(finding.repair->confidence)}};
    }
    return more;
  }

  const source::SourceMap& sources_;
  const SarifHeader& header_;
  std::map<std::string, std::size_t> seen_;
};

}  // namespace

std::string render_sarif(const Findings& findings, const source::SourceMap& sources, const SarifHeader& header) {
  return json::to_text(SarifWriter(sources, header).log(findings));
}

}  // namespace tandem::diag
