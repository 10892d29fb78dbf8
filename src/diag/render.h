// Drawing of findings. The terminal form shows each finding with the lines it stands in and carets under the range, its
// notes in the same way, its counterexample, and its repair as the text would look. The JSON form is what programs and
// editors read:
//   {"file","agreement","findings":[{"name","level","message","at":{"file","line","column","end_line","end_column"},
//    "notes":[{"message","at"}],"counterexample":{…},
//    "repair":{"words","confidence":"sure"|"likely","edits":[{"file","line","column","end_line","end_column","text"}]}
//             |null}],
//   "summary":{"errors","warnings","notes","left_out"}}
// The SARIF form (Static Analysis Results Interchange Format 2.1.0, OASIS) is what code hosts and build servers read.
// In a spreadsheet `at` has "cell" too, and its line is the row. Lines and columns are those of source::Place;
// `end_column` is the column behind the last character. All repair bad ranges rather than fail (a file that does not
// exist is no place: `at` is null); text and names that are not UTF-8 are spelled out. Pure: they return text.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "diag/finding.h"
#include "json/json.h"

namespace tandem::diag {

enum class Colour { Off, On };

struct TextStyle {
  Colour colour = Colour::Off;
  std::size_t width = 120;               // columns of the terminal; excerpts keep within them
  std::size_t most_of_a_kind = 0;        // so many findings of a kind are drawn, and the rest are counted; 0: all
  std::string_view how_to_see_all = "";  // "`--all-findings` shows them"; stays with whoever gives it
  // Not explicit: a colour alone is a style.
  TextStyle(Colour with = Colour::Off, std::size_t columns = 120) : colour(with), width(columns) {}  // NOLINT
};

[[nodiscard]] std::string render_text(const Findings& findings, const source::SourceMap& sources,
                                      const TextStyle& style);

struct JsonHeader {
  std::string file;                       // the path that was checked
  std::optional<std::string> agreement;   // the engagement's name, when it could be read
  const json::Object* summary = nullptr;  // further members of "summary"
};
[[nodiscard]] std::string render_json(const Findings& findings, const source::SourceMap& sources,
                                      const JsonHeader& header);

struct SarifHeader {
  std::string version;  // of the program
  // The page about a kind in Markdown, which a reader shows as help; may answer with nothing.
  std::function<std::string_view(Kind)> page = {};
};
// Names of files must be relative, with `/`, or absolute; they become relative or `file:` URIs. Repairs are `fixes`
// where they have edits; the counterexample is a property. A result's fingerprint is made of its kind, file and words,
// not of its line, so that a finding is the same one when text above it changes.
[[nodiscard]] std::string render_sarif(const Findings& findings, const source::SourceMap& sources,
                                       const SarifHeader& header);

}  // namespace tandem::diag
