// Words of a spreadsheet as they are compared: small letters, split where letters and digits end. Internal to draft/'s
// matrices.
//
//   words_of("Sev 1-2, P3 (OT)")      // sev, 1, -, 2, ",", p, 3, (, ot, )
//
// Dashes of every length are `-`. What is no ASCII letter or digit and no mark below stays together with its
// neighbours.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tandem::draft {

struct Word {
  std::string text;
  bool glued = false;  // no white space stands before it
};
[[nodiscard]] std::vector<Word> words_of(std::string_view text);

[[nodiscard]] std::string lower(std::string_view text);  // ASCII letters only
// `text` is one of `list`, which is in small letters.
[[nodiscard]] bool is_one_of(std::string_view text, std::span<const std::string_view> list);
// "a", "a and b", "a, b and c", each in backticks.
[[nodiscard]] std::string listed(std::span<const std::string> names);

}  // namespace tandem::draft
