// Words in braces in a text that people keep, filled in when it is used: of macros and of request forms.
//
//   placeholder_at("Dear {requester}", 5)                              // "requester"
//   fill_placeholders("Dear {requester}", [](std::string_view word) { … })
//
// A word is a lower case letter, then lower case letters, digits and `_`. Everything else in braces stays as it is.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace tandem::desk {

[[nodiscard]] bool is_placeholder_word(std::string_view word);

// The word of the placeholder that begins at `at`; nothing where none does. REQUIRES: at < text.size().
[[nodiscard]] std::optional<std::string_view> placeholder_at(std::string_view text, std::size_t at);

// The text with each placeholder replaced by what its word stands for, which is not looked at again; a word that stands
// for nothing stays with its braces. O(length of the text and of what is filled in).
using PlaceholderValue = std::function<std::optional<std::string>(std::string_view word)>;
[[nodiscard]] std::string fill_placeholders(std::string_view text, const PlaceholderValue& value_of);

// The first placeholder whose word `is_known` does not take; nothing when it takes all.
[[nodiscard]] std::optional<std::string_view> find_unknown_placeholder(
    std::string_view text, const std::function<bool(std::string_view word)>& is_known);

}  // namespace tandem::desk
