#include "wire/writer.h"

namespace tandem::wire {
namespace {

constexpr bool must_escape(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

void escape(std::string& into, char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (c) {
    case '"': into += "\\\""; return;
    case '\\': into += "\\\\"; return;
    case '\n': into += "\\n"; return;
    case '\r': into += "\\r"; return;
    case '\t': into += "\\t"; return;
    default:
      into += "\\u00";
      into.push_back(kHex[static_cast<unsigned char>(c) >> 4U]);
      into.push_back(kHex[static_cast<unsigned char>(c) & 0xfU]);
  }
}

}  // namespace

void Writer::quoted(std::string_view text) {
  text_.push_back('"');
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!must_escape(text[i])) continue;
    text_.append(text, from, i - from);
    escape(text_, text[i]);
    from = i + 1;
  }
  text_.append(text, from);
  text_.push_back('"');
}

void Writer::key(std::string_view name) {
  separate();
  quoted(name);
  text_.push_back(':');
  comma_ = false;
}

void Writer::value(std::string_view text) {
  separate();
  quoted(text);
  comma_ = true;
}

void Writer::value(base::Instant at) {
  separate();
  text_.push_back('"');
  text_ += base::to_rfc3339(at);
  text_.push_back('"');
  comma_ = true;
}

}  // namespace tandem::wire
