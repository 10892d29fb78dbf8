#include "calendar/excerpt.h"

namespace tandem::calendar {

std::string excerpt(std::string_view text, std::size_t most_bytes) {
  std::size_t size = std::min(text.size(), most_bytes);
  const auto continues = [&](std::size_t at) { return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U; };
  while (size < text.size() && size > 0 && continues(size)) --size;
  std::string out(text.substr(0, size));
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  if (size < text.size()) out += "…";
  return out;
}

}  // namespace tandem::calendar
