// Text as it may be sent to a terminal: control characters, direction overrides and ill-formed bytes are spelled out
// (`<U+001B>`, `<FF>`), tabs become spaces, and every piece knows the columns it takes.
//
//   visible("a\x1b[31m")          // "a<U+001B>[31m"
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tandem::diag {

// One code point of a line, or one ill-formed byte.
struct Cell {
  std::size_t begin = 0;  // byte offset in the line
  std::string shown;
  std::size_t width = 1;  // columns
};

[[nodiscard]] std::vector<Cell> cells(std::string_view line);
// Tabs and line breaks are spelled out too: for words inside a sentence.
[[nodiscard]] std::string visible(std::string_view words);
[[nodiscard]] std::size_t columns(std::string_view visible_words);

}  // namespace tandem::diag
