#include "base/plain_text.h"

#include "base/utf8.h"

namespace tandem::base {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// In no text of ours: they are deprecated, are for the inside of programs, or write what nobody reads.
constexpr auto kNowhere = std::to_array<Range>({
    {0x202A, 0x202E},    // embeddings, overrides and their end
    {0x206A, 0x206F},    // deprecated format characters
    {0xFFF9, 0xFFFB},    // interlinear annotation
    {0xE0000, 0xE007F},  // tags
});

// Not in one line either.
constexpr auto kNotInLine = std::to_array<Range>({
    {0x00AD, 0x00AD},  // soft hyphen
    {0x061C, 0x061C},  // Arabic letter mark
    {0x180E, 0x180E},  // Mongolian vowel separator
    {0x200B, 0x200B},  // zero width space
    {0x200E, 0x200F},  // left-to-right and right-to-left mark
    {0x2028, 0x2029},  // line and paragraph separator
    {0x2060, 0x2064},  // word joiner and invisible operators
    {0x2066, 0x2069},  // isolates and their end
    {0xFEFF, 0xFEFF},  // byte order mark
});

template <std::size_t N>
bool is_in(const std::array<Range, N>& ranges, char32_t code_point) {
  return std::ranges::any_of(ranges,
                             [&](const Range& range) { return range.first <= code_point && code_point <= range.last; });
}

bool is_control(char32_t code_point) {
  return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
}

bool is_break(char32_t code_point) {
  return code_point == '\t' || code_point == '\n' || code_point == '\r';
}

}  // namespace

bool shows_nothing(char32_t code_point) {
  return is_in(kNowhere, code_point) || is_in(kNotInLine, code_point);
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const auto from = text.find_first_not_of(kBlank);
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(kBlank) - from + 1);
}

std::string plain_line(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  while (!text.empty()) {
    const Letter letter = first_letter(text);
    text.remove_prefix(letter.bytes.size());
    if (is_break(letter.code_point)) {
      plain += ' ';
    } else if (!is_control(letter.code_point) && !shows_nothing(letter.code_point)) {
      plain += letter.bytes;
    }
  }
  return plain;
}

std::string plain_text(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  while (!text.empty()) {
    const Letter letter = first_letter(text);
    text.remove_prefix(letter.bytes.size());
    const bool is_kept = is_break(letter.code_point) || !is_control(letter.code_point);
    if (is_kept && !is_in(kNowhere, letter.code_point)) plain += letter.bytes;
  }
  return plain;
}

}  // namespace tandem::base
