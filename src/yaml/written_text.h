// How keys and texts are written again by the formatter. Internal to yaml/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tandem::yaml {

// A key as it can stand before a `:`: as its author wrote it, or in quotes when that took several lines.
[[nodiscard]] std::string key_text(std::string_view written, std::string_view key);

// The lines of a plain or quoted text without the space around them, which YAML folds.
[[nodiscard]] std::vector<std::string> lines_of(std::string_view written, bool quoted);

// A text behind `|` or `>`.
struct BlockText {
  std::string header;              // "|", ">-", "|2": the sign, its indentation where it must be said, what ends it
  std::vector<std::string> lines;  // without their indentation
  bool keeps_end = false;          // the empty lines at its end are part of it
  std::uint32_t end = 0;           // where the first line behind it begins
};

// `begin` is the place of the `|` or `>`; `column` is where the innermost block collection around it stands, -1 when
// there is none (libyaml's rule for how far the text is indented, scanner.c of 0.2.5, YAML 1.2 section 8.1.1.1).
[[nodiscard]] BlockText read_block_text(std::string_view text, std::uint32_t begin, std::ptrdiff_t column);

}  // namespace tandem::yaml
