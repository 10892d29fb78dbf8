#include "yaml/char_offsets.h"

namespace tandem::yaml {
namespace {

constexpr std::size_t kStep = 256;

constexpr bool begins_char(char c) {
  return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
}

}  // namespace

CharOffsets::CharOffsets(std::string_view text) : text_(text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!begins_char(text[at])) continue;
    if (count % kStep == 0) every_256th_.push_back(static_cast<std::uint32_t>(at));
    ++count;
  }
}

std::uint32_t CharOffsets::byte(std::size_t index) const {
  if (index / kStep >= every_256th_.size()) return static_cast<std::uint32_t>(text_.size());
  std::size_t at = every_256th_[index / kStep];
  const bool has_next = index / kStep + 1 < every_256th_.size();
  if (has_next && every_256th_[index / kStep + 1] - at == kStep) return static_cast<std::uint32_t>(at + index % kStep);
  for (std::size_t left = index % kStep; left > 0 && at < text_.size(); --left) {
    ++at;
    while (at < text_.size() && !begins_char(text_[at])) ++at;
  }
  return static_cast<std::uint32_t>(at);
}

}  // namespace tandem::yaml
