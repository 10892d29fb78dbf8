// Drawing of findings. The terminal form shows each finding with the line it stands in and a caret under the range; the JSON
// form is what programs and editors read:
//   {"file","agreement","findings":[{"name","level","message","at":{"file","line","column","end_line","end_column"},
//    "notes":[{"message","at"}],"counterexample":{…},"repair":…|null}],"summary":{"errors","warnings","notes","left_out"}}
// Both repair bad ranges rather than fail. Pure: they return text.
#pragma once

#include <string>

#include "diag/finding.h"

namespace tandem::diag {

enum class Colour { Off, On };

[[nodiscard]] std::string render_text(const Findings& findings, const source::SourceMap& sources, Colour colour);

struct JsonHeader {
  std::string file;                 // the path that was checked
  std::optional<std::string> agreement;  // the engagement's name, when it could be read
};
[[nodiscard]] std::string render_json(const Findings& findings, const source::SourceMap& sources, const JsonHeader& header);

}  // namespace tandem::diag
