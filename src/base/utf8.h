// What we ask of text before it enters: well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, at most
// U+10FFFF). Everything behind the edges may rely on it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace tandem::base {

// The byte offset of the first ill-formed sequence, or nothing when the text is well-formed. Linear, no allocation.
[[nodiscard]] std::optional<std::size_t> find_bad_utf8(std::string_view text);

struct Letter {
  std::string_view bytes;  // of the text
  char32_t code_point = 0;
};
// The code point at the beginning. REQUIRES: not empty, well-formed.
[[nodiscard]] Letter first_letter(std::string_view text);

// The number of code points. REQUIRES: well-formed text.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

}  // namespace tandem::base
