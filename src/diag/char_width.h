// How a code point stands on a terminal. Carets under a line are right only when this agrees with the terminal.
#pragma once

#include <cstddef>

namespace tandem::diag {

// Columns taken: 2 for wide East Asian characters and emoji, 0 for combining marks, else 1 (Unicode's EastAsianWidth
// and general category). REQUIRES: the character is not invisible.
[[nodiscard]] std::size_t char_width(char32_t c);

// Control characters, direction overrides and the like: what must not reach a terminal as it is.
[[nodiscard]] bool is_invisible(char32_t c);

}  // namespace tandem::diag
