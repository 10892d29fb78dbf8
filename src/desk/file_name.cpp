#include "desk/file_name.h"

#include "base/utf8.h"

namespace tandem::desk {
namespace {

constexpr std::string_view kNameless = "file";
constexpr std::size_t kMaxEnding = 16;  // with its dot: what is longer is no ending

// How long the code point at the beginning is. REQUIRES: not empty, well-formed.
std::size_t length_of(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text.front());
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// What must not stand in a name, as UTF-8: C1 controls are told by their lead byte.
constexpr auto kUnseen = std::to_array<std::string_view>({
    "\u00AD", "\u061C", "\u180E", "\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u2028",
    "\u2029", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2060", "\u2061", "\u2062",
    "\u2063", "\u2064", "\u2066", "\u2067", "\u2068", "\u2069", "\uFEFF",
});

bool is_harmless(std::string_view letter) {
  const auto byte = static_cast<unsigned char>(letter.front());
  if (letter.size() == 1) return byte >= 0x20 && byte != 0x7F;
  if (byte == 0xC2 && static_cast<unsigned char>(letter[1]) < 0xA0) return false;
  return std::ranges::find(kUnseen, letter) == kUnseen.end();
}

std::string without_harm(std::string_view text) {
  std::string kept;
  while (!text.empty()) {
    // A byte that begins nothing is left out.
    const std::size_t bad = base::find_bad_utf8(text).value_or(text.size());
    std::string_view good = text.substr(0, bad);
    text.remove_prefix(std::min(bad + 1, text.size()));
    while (!good.empty()) {
      const std::string_view letter = good.substr(0, length_of(good));
      if (is_harmless(letter)) kept += letter;
      good.remove_prefix(letter.size());
    }
  }
  return kept;
}

std::string_view without_ends(std::string_view text) {
  constexpr std::string_view kEnds = " .";
  const auto first = text.find_first_not_of(kEnds);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kEnds) - first + 1);
}

// At most `size` bytes of it, to the end of a letter.
std::string_view front_of(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
  return text.substr(0, size);
}

std::string shortened(std::string_view name) {
  if (name.size() <= kMaxFileName) return std::string(name);
  const auto dot = name.rfind('.');
  const bool has_ending = dot != std::string_view::npos && dot > 0 && name.size() - dot <= kMaxEnding;
  const std::string_view ending = has_ending ? name.substr(dot) : std::string_view();
  const std::string_view front =
      without_ends(front_of(name.substr(0, name.size() - ending.size()), kMaxFileName - ending.size()));
  return fmt::format("{}{}", front, ending);
}

}  // namespace

std::string clean_file_name(std::string_view name) {
  if (const auto slash = name.find_last_of("/\\"); slash != std::string_view::npos) name.remove_prefix(slash + 1);
  const std::string harmless = without_harm(name);
  std::string cleaned = shortened(without_ends(harmless));
  return cleaned.empty() ? std::string(kNameless) : cleaned;
}

}  // namespace tandem::desk
