// Drawing of findings. The terminal form shows each finding with the line it stands in and carets under the range; the
// JSON form is what programs and editors read:
//   {"file","agreement","findings":[{"name","level","message","at":{"file","line","column","end_line","end_column"},
//    "notes":[{"message","at"}],"counterexample":{…},
//    "repair":{"words","confidence":"sure"|"likely","edits":[{"file","line","column","end_line","end_column","text"}]}
//             |null}],
//   "summary":{"errors","warnings","notes","left_out"}}
// In a spreadsheet `at` has "cell" too, and its line is the row. Lines and columns are those of source::Place;
// `end_column` is the column behind the last character. Both repair bad ranges rather than fail (a file that does not
// exist is no place: `at` is null) and spell control characters out. Pure: they return text.
#pragma once

#include <optional>
#include <string>

#include "diag/finding.h"

namespace tandem::diag {

enum class Colour { Off, On };

[[nodiscard]] std::string render_text(const Findings& findings, const source::SourceMap& sources, Colour colour);

struct JsonHeader {
  std::string file;                      // the path that was checked
  std::optional<std::string> agreement;  // the engagement's name, when it could be read
};
[[nodiscard]] std::string render_json(const Findings& findings, const source::SourceMap& sources,
                                      const JsonHeader& header);

}  // namespace tandem::diag
