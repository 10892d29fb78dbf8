#include "base/utf8.h"

namespace tandem::base {
namespace {

struct Lead {
  std::size_t length;  // 0: not a lead byte
  unsigned char low;   // the second byte's lowest allowed value: excludes overlong forms
  unsigned char high;  // and its highest: excludes surrogates and what lies above U+10FFFF
};

constexpr Lead lead_of(unsigned char c) {
  if (c < 0x80) return {1, 0, 0};
  if (c < 0xc2) return {0, 0, 0};
  if (c < 0xe0) return {2, 0x80, 0xbf};
  if (c == 0xe0) return {3, 0xa0, 0xbf};
  if (c == 0xed) return {3, 0x80, 0x9f};
  if (c < 0xf0) return {3, 0x80, 0xbf};
  if (c == 0xf0) return {4, 0x90, 0xbf};
  if (c < 0xf4) return {4, 0x80, 0xbf};
  if (c == 0xf4) return {4, 0x80, 0x8f};
  return {0, 0, 0};
}

constexpr unsigned char byte(char c) {
  return static_cast<unsigned char>(c);
}

// Most text is ASCII: eight bytes at once.
bool starts_with_ascii_word(std::string_view text) {
  std::uint64_t word = 0;
  if (text.size() < sizeof word) return false;
  std::memcpy(&word, text.data(), sizeof word);
  return (word & 0x8080'8080'8080'8080ULL) == 0;
}

}  // namespace

std::optional<std::size_t> find_bad_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (starts_with_ascii_word(text.substr(at))) {
      at += sizeof(std::uint64_t);
      continue;
    }
    const Lead lead = lead_of(byte(text[at]));
    if (lead.length == 0 || text.size() - at < lead.length) return at;
    for (std::size_t i = 1; i < lead.length; ++i) {
      const unsigned char low = i == 1 ? lead.low : 0x80;
      const unsigned char high = i == 1 ? lead.high : 0xbf;
      if (byte(text[at + i]) < low || byte(text[at + i]) > high) return at;
    }
    at += lead.length;
  }
  return std::nullopt;
}

Letter first_letter(std::string_view text) {
  const unsigned char lead = byte(text.front());
  const std::size_t length = lead_of(lead).length;
  char32_t code_point = length == 1 ? lead : lead & (0x7FU >> length);
  for (const char c : text.substr(1, length - 1)) code_point = (code_point << 6U) | (byte(c) & 0x3FU);
  return {.bytes = text.substr(0, length), .code_point = code_point};
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (byte(c) & 0xc0) != 0x80; }));
}

}  // namespace tandem::base
