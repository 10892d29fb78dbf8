// Words of people made fit for an agreement's text.
//
//   yaml_word("Smith: Sons");        // "\"Smith: Sons\"", and "Harbor Credit Union" as it is
//   name_of("Harbor Credit Union");  // "harbor-credit-union"; "" where no letter or digit of ASCII is left
//
// Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tandem::draft {

// A scalar that stands for exactly `text` inside a flow collection as well: plain where that is safe, else in double
// quotes. REQUIRES: well-formed UTF-8.
[[nodiscard]] std::string yaml_word(std::string_view text);
// Items of a flow list: `a, "b: c"`.
[[nodiscard]] std::string yaml_items(const std::vector<std::string>& texts);

// A kebab-case name, at most 64 letters. Legal forms at the end (`Inc.`, `GmbH`) and a leading `The` are left out.
[[nodiscard]] std::string name_of(std::string_view words);

[[nodiscard]] std::string lower_case(std::string_view text);  // of ASCII letters
// The words of a text in lines that begin with `prefix` and end before column `width`, where a single word does not go
// beyond it. Without a break at the end.
[[nodiscard]] std::string wrapped(std::string_view text, std::string_view prefix, std::size_t width = 100);
// The same in lines of a comment.
[[nodiscard]] std::string comment_lines(std::string_view text, std::string_view indent = " ");

// The parts between `separators`, trimmed, without empty ones.
[[nodiscard]] std::vector<std::string> parts_of(std::string_view text, std::string_view separators);

}  // namespace tandem::draft
