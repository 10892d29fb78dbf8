#include "lsp/markdown.h"

namespace tandem::lsp {
namespace {

constexpr std::string_view kSigns = "\\`*_{}[]<>()#+!|~&";

}  // namespace

std::string plain(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (kSigns.contains(c)) out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

std::string code(std::string_view words) {
  // Names have no backtick; what else has one is shown without.
  std::string out = "`";
  for (const char c : words) {
    if (c != '`') out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out + '`';
}

std::string without_signs(std::string_view markdown) {
  std::string out;
  for (std::size_t i = 0; i < markdown.size(); ++i) {
    if (markdown.substr(i).starts_with("**")) {
      ++i;
    } else if (markdown[i] == '\\' && i + 1 < markdown.size() && kSigns.contains(markdown[i + 1])) {
      out += markdown[++i];
    } else {
      out += markdown[i];
    }
  }
  return out;
}

}  // namespace tandem::lsp
