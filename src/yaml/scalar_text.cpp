#include "yaml/scalar_text.h"

#include <fmt/core.h>

namespace tandem::yaml {
namespace {

bool is_plain(std::string_view words) {
  constexpr std::string_view kNeverFirst = "-?:,[]{}#&*!|>'\"%@`~ ";
  if (words.empty() || kNeverFirst.contains(words.front()) || words.back() == ' ' || words.back() == ':') return false;
  if (words.starts_with("...") || words == "null" || words == "true" || words == "false" || words == "<<") return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const char c = words[i];
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f || std::string_view(",[]{}").contains(c)) return false;
    if (c == ':' && words[i + 1] == ' ') return false;  // it does not end with one
    if (c == '#' && words[i - 1] == ' ') return false;  // it does not begin with one
  }
  return true;
}

}  // namespace

std::string scalar_text(std::string_view words) {
  if (is_plain(words)) return std::string(words);
  std::string quoted = "\"";
  for (const char c : words) {
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      quoted += fmt::format("\\x{:02X}", static_cast<unsigned char>(c));
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

}  // namespace tandem::yaml
