#include "draft/plain_letters.h"

#include <array>
#include <cstdint>

namespace tandem::draft {
namespace {

// From U+00C0 on, sixteen in a line.
constexpr std::array<std::string_view, 192> kLetters = {
    // clang-format off
    "A", "A", "A", "A", "Ae", "A", "Ae", "C", "E", "E", "E", "E", "I", "I", "I", "I",  // U+00C0
    "D", "N", "O", "O", "O", "O", "Oe", " ", "O", "U", "U", "U", "Ue", "Y", "Th", "ss",  // U+00D0
    "a", "a", "a", "a", "ae", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",  // U+00E0
    "d", "n", "o", "o", "o", "o", "oe", " ", "o", "u", "u", "u", "ue", "y", "th", "y",  // U+00F0
    "A", "a", "A", "a", "A", "a", "C", "c", "C", "c", "C", "c", "C", "c", "D", "d",  // U+0100
    "D", "d", "E", "e", "E", "e", "E", "e", "E", "e", "E", "e", "G", "g", "G", "g",  // U+0110
    "G", "g", "G", "g", "H", "h", "H", "h", "I", "i", "I", "i", "I", "i", "I", "i",  // U+0120
    "I", "i", "Ij", "ij", "J", "j", "K", "k", "k", "L", "l", "L", "l", "L", "l", "L",  // U+0130
    "l", "L", "l", "N", "n", "N", "n", "N", "n", "n", "Ng", "ng", "O", "o", "O", "o",  // U+0140
    "O", "o", "Oe", "oe", "R", "r", "R", "r", "R", "r", "S", "s", "S", "s", "S", "s",  // U+0150
    "S", "s", "T", "t", "T", "t", "T", "t", "U", "u", "U", "u", "U", "u", "U", "u",  // U+0160
    "U", "u", "U", "u", "W", "w", "Y", "y", "Y", "Z", "z", "Z", "z", "Z", "z", "s",  // U+0170
    // clang-format on
};

constexpr std::uint32_t kFirstLetter = 0xc0;
constexpr std::uint32_t kFirstMark = 0x300;
constexpr std::uint32_t kLastMark = 0x36f;
constexpr std::uint32_t kUmlaut = 0x308;

unsigned byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

// The character of two bytes at `at`; 0 when none begins there.
std::uint32_t pair_at(std::string_view text, std::size_t at) {
  const unsigned first = byte_at(text, at);
  const unsigned second = byte_at(text, at + 1);
  return (first & 0xe0U) == 0xc0U && (second & 0xc0U) == 0x80U ? (first & 0x1fU) << 6U | (second & 0x3fU) : 0U;
}

bool takes_umlaut(std::string_view before) {
  constexpr std::string_view kVowels = "aouAOU";
  return !before.empty() && kVowels.contains(before.back());
}

}  // namespace

std::string in_ascii(std::string_view text) {
  const std::string usual = in_usual_width(text);
  std::string out;
  for (std::size_t at = 0; at < usual.size();) {
    const std::uint32_t letter = pair_at(usual, at);
    if (letter >= kFirstLetter && letter < kFirstLetter + kLetters.size()) {
      out += kLetters[letter - kFirstLetter];
      at += 2;
    } else if (letter >= kFirstMark && letter <= kLastMark) {
      if (letter == kUmlaut && takes_umlaut(out)) out += 'e';
      at += 2;
    } else {
      out += usual[at++];
    }
  }
  return out;
}

std::string in_usual_width(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    // U+FF01 is EF BC 81, U+FF5E is EF BD 9E.
    const unsigned second = byte_at(text, at + 1);
    const unsigned third = byte_at(text, at + 2);
    const unsigned offset = ((second & 0x3U) << 6U) + (third & 0x3fU);
    const bool is_wide = byte_at(text, at) == 0xefU && (second == 0xbcU || second == 0xbdU) &&
                         (third & 0xc0U) == 0x80U && offset >= 1 && offset <= 0x5e;
    out += is_wide ? static_cast<char>('!' + offset - 1) : text[at];
    at += is_wide ? 3 : 1;
  }
  return out;
}

}  // namespace tandem::draft
