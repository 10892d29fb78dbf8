#include "lsp/text_document.h"

#include <algorithm>

namespace tandem::lsp {
namespace {

bool continues(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// Code units that the character beginning with `lead` takes. A byte that begins none counts as one.
std::uint32_t units(char lead, Encoding encoding) {
  const auto byte = static_cast<unsigned char>(lead);
  return encoding == Encoding::Utf16 && byte >= 0xF0U ? 2 : 1;
}

}  // namespace

LineIndex::LineIndex(std::string_view text) : text_(text), starts_{0} {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool both = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (both) ++i;
    if (text[i] == '\n' || text[i] == '\r') starts_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

std::string_view LineIndex::line(std::size_t number) const {
  const std::size_t end = number + 1 < starts_.size() ? starts_[number + 1] : text_.size();
  std::string_view line = text_.substr(starts_[number], end - starts_[number]);
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

Position LineIndex::position(std::size_t offset, Encoding encoding) const {
  offset = std::min(offset, text_.size());
  const auto after = std::ranges::upper_bound(starts_, offset);
  const auto number = static_cast<std::size_t>(std::distance(starts_.begin(), after)) - 1;
  const std::string_view before = line(number).substr(0, offset - starts_[number]);
  Position position{.line = static_cast<std::uint32_t>(number), .character = 0};
  if (encoding == Encoding::Utf8) {
    position.character = static_cast<std::uint32_t>(before.size());
    return position;
  }
  for (const char byte : before) {
    if (!continues(byte)) position.character += units(byte, encoding);
  }
  return position;
}

std::size_t LineIndex::offset(Position position, Encoding encoding) const {
  if (position.line >= starts_.size()) return text_.size();
  const std::string_view in = line(position.line);
  std::size_t at = 0;
  std::uint32_t left = position.character;
  while (at < in.size() && left > 0) {
    std::size_t next = at + 1;
    while (next < in.size() && continues(in[next])) ++next;
    const std::uint32_t width =
        encoding == Encoding::Utf8 ? static_cast<std::uint32_t>(next - at) : units(in[at], encoding);
    if (width > left) break;  // the middle of a character is where it begins
    left -= width;
    at = next;
  }
  return starts_[position.line] + at;
}

TextEdit TextDocument::replace(const Span& span, std::string_view text, Encoding encoding) {
  const LineIndex lines(text_);
  const std::size_t end = lines.offset(span.end, encoding);
  const std::size_t begin = std::min(lines.offset(span.start, encoding), end);
  text_.replace(begin, end - begin, text);
  return {.begin = begin, .end = end, .inserted = text.size()};
}

TextEdit TextDocument::replace_all(std::string text) {
  const std::size_t most = std::min(text.size(), text_.size());
  std::size_t head = 0;
  while (head < most && text[head] == text_[head]) ++head;
  std::size_t tail = 0;
  while (tail < most - head && text[text.size() - 1 - tail] == text_[text_.size() - 1 - tail]) ++tail;
  const TextEdit edit{.begin = head, .end = text_.size() - tail, .inserted = text.size() - tail - head};
  text_ = std::move(text);
  return edit;
}

}  // namespace tandem::lsp
