#include "desk/placeholder.h"

#include <algorithm>

namespace tandem::desk {
namespace {

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_word_character(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '_';
}

}  // namespace

bool is_placeholder_word(std::string_view word) {
  return !word.empty() && is_letter(word.front()) && std::ranges::all_of(word, is_word_character);
}

std::optional<std::string_view> placeholder_at(std::string_view text, std::size_t at) {
  if (text[at] != '{') return std::nullopt;
  std::size_t end = at + 1;
  while (end < text.size() && is_word_character(text[end])) ++end;
  const std::string_view word = text.substr(at + 1, end - at - 1);
  if (end == text.size() || text[end] != '}' || !is_placeholder_word(word)) return std::nullopt;
  return word;
}

std::string fill_placeholders(std::string_view text, const PlaceholderValue& value_of) {
  std::string filled;
  for (std::size_t at = 0; at < text.size();) {
    const auto word = placeholder_at(text, at);
    const auto value = word ? value_of(*word) : std::nullopt;
    if (value) {
      filled += *value;
      at += word->size() + 2;
    } else {
      filled += text[at++];
    }
  }
  return filled;
}

std::optional<std::string_view> find_unknown_placeholder(std::string_view text,
                                                         const std::function<bool(std::string_view word)>& is_known) {
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    const auto word = placeholder_at(text, at);
    if (word && !is_known(*word)) return word;
  }
  return std::nullopt;
}

}  // namespace tandem::desk
