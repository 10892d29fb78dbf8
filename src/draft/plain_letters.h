// Latin letters with marks in letters of ASCII, so that names made of them can still be read, and the full-width
// letters of East Asian keyboards in their usual width.
//
//   in_ascii("Müller & Søn")        // "Mueller & Son"
//   in_usual_width("Ａ／Ｒ")        // "A/R"
//
// Umlauts become two letters, as Germans write them without umlauts; every other mark is dropped (Unicode's blocks
// Latin-1 Supplement and Latin Extended-A, and the combining marks U+0300 to U+036F). What has no letter in ASCII stays
// as it is. Pure; linear.
#pragma once

#include <string>
#include <string_view>

namespace tandem::draft {

[[nodiscard]] std::string in_ascii(std::string_view text);

// U+FF01 to U+FF5E, which are the printable ASCII characters in the same order.
[[nodiscard]] std::string in_usual_width(std::string_view text);

}  // namespace tandem::draft
