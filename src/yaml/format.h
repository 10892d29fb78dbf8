// Writes a YAML text in one style, without changing what it says: the same keys and values in the same order, every
// comment, and the author's choice between maps in braces and maps over several lines.
//
//   const auto formatted = yaml::format(sources, file, findings);   // empty when the text is not YAML; findings say
//   why
//
// The style (docs/format.md has it for authors):
// - Two spaces a level; items of a list are one level deeper than its key.
// - In braces and brackets one space behind `:` and `,`, none inside. What has comments in it, or would make its line
//   longer than 120 columns, is written over several lines.
// - At most one empty line between entries, none at the beginning of a collection; one line break at the end.
// - Siblings on neighbouring lines are lined up, values and the entries of maps in braces, where the author began to.
// - Comments keep their place and words; behind neighbouring lines they begin at one column, two spaces from the text.
// - Quotes, and the lines of texts that are written over several, stay as they are.
//
// Formatting twice gives what formatting once gave. Knows no domain. Pure apart from the findings; linear in the text.
#pragma once

#include <optional>
#include <string>

#include "diag/finding.h"
#include "source/source_map.h"

namespace tandem::yaml {

struct FormatOptions {
  std::size_t width = 120;  // columns
};

[[nodiscard]] std::optional<std::string> format(const source::SourceMap& sources, source::FileId file,
                                                diag::Findings& findings, const FormatOptions& options = {});

}  // namespace tandem::yaml
