#include "record/writer.h"

namespace tandem::record {
namespace {

constexpr bool needs_escape(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

void append_escape(std::string& text, char c) {
  switch (c) {
    case '"': text += "\\\""; return;
    case '\\': text += "\\\\"; return;
    case '\n': text += "\\n"; return;
    case '\r': text += "\\r"; return;
    case '\t': text += "\\t"; return;
  }
  constexpr std::string_view kHex = "0123456789abcdef";
  text += "\\u00";
  text += kHex[static_cast<unsigned char>(c) >> 4];
  text += kHex[static_cast<unsigned char>(c) & 15];
}

}  // namespace

void Writer::key(std::string_view name) {
  if (!std::exchange(first_, false)) text_ += ',';
  text_ += '"';
  text_ += name;
  text_ += "\":";
}

void Writer::put(std::string_view value) {
  text_ += '"';
  std::size_t begin = 0;  // of the stretch that needs no escape
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (!needs_escape(value[at])) continue;
    text_.append(value, begin, at - begin);
    append_escape(text_, value[at]);
    begin = at + 1;
  }
  text_.append(value, begin);
  text_ += '"';
}

void Writer::put(std::uint64_t value) {
  std::array<char, 20> digits;
  const auto [end, code] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  text_.append(digits.data(), end);
}

void Writer::put(std::int32_t value) {
  std::array<char, 11> digits;
  const auto [end, code] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  text_.append(digits.data(), end);
}

void Writer::put(base::Instant value) {
  text_ += '"';
  text_ += base::to_rfc3339(value);
  text_ += '"';
}

}  // namespace tandem::record
