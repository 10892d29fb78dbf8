#include "http/disposition.h"

#include <fmt/format.h>

namespace tandem::http {
namespace {

using namespace std::string_view_literals;

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// What ends a quoted string, escapes in it, or is decoded by some readers although it should not be, is left out too.
bool is_plain(char c) {
  return c >= ' ' && c < '\x7f' && !"\"\\%;"sv.contains(c);
}

std::string plain(std::string_view name) {
  std::string text;
  for (const char c : name) {
    if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U) continue;  // one sign for each letter
    text += is_plain(c) ? c : '_';
  }
  return text;
}

// RFC 8187, 3.2.1: attr-char as it is, every other byte in hexadecimal.
std::string encoded(std::string_view name) {
  std::string text;
  for (const char c : name) {
    if (is_letter_or_digit(c) || "!#$&+-.^_`|~"sv.contains(c)) {
      text += c;
    } else {
      text += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return text;
}

}  // namespace

std::string content_disposition(Disposition how, std::string_view name) {
  return fmt::format("{}; filename=\"{}\"; filename*=UTF-8''{}", how == Disposition::Inline ? "inline" : "attachment",
                     plain(name), encoded(name));
}

}  // namespace tandem::http
