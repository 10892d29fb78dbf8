#include "draft/matrix_words.h"

#include <algorithm>

namespace tandem::draft {
namespace {

enum class Sort : std::uint8_t { Space, Letter, Digit, Mark };

Sort sort_of(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte == ' ' || (byte >= '\t' && byte <= '\r')) return Sort::Space;
  if (byte >= '0' && byte <= '9') return Sort::Digit;
  if (byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) return Sort::Letter;
  return Sort::Mark;
}

// Spreadsheets turn hyphens into dashes and put in spaces that do not break.
std::string with_plain_marks(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("\u2010") || rest.starts_with("\u2011") || rest.starts_with("\u2012") ||
        rest.starts_with("\u2013") || rest.starts_with("\u2014") || rest.starts_with("\u2212")) {
      out += '-';
      at += 3;
    } else if (rest.starts_with("\u00a0")) {
      out += ' ';
      at += 2;
    } else {
      out += rest.front();
      ++at;
    }
  }
  return out;
}

}  // namespace

std::vector<Word> words_of(std::string_view text) {
  const std::string plain = lower(with_plain_marks(text));
  std::vector<Word> words;
  bool glued = false;
  for (std::size_t at = 0; at < plain.size();) {
    const Sort sort = sort_of(plain[at]);
    std::size_t end = at + 1;
    while (end < plain.size() && sort != Sort::Mark && sort_of(plain[end]) == sort) ++end;
    if (sort != Sort::Space) words.push_back({plain.substr(at, end - at), glued});
    glued = sort != Sort::Space;
    at = end;
  }
  return words;
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

bool is_one_of(std::string_view text, std::span<const std::string_view> list) {
  return std::ranges::find(list, text) != list.end();
}

std::string listed(std::span<const std::string> names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " and " : ", ";
    out += fmt::format("`{}`", names[i]);
  }
  return out;
}

}  // namespace tandem::draft
