#include "desk/file_name.h"

#include "base/plain_text.h"
#include "base/utf8.h"

namespace tandem::desk {
namespace {

constexpr std::string_view kNameless = "file";
constexpr std::size_t kMaxEnding = 16;  // with its dot: what is longer is no ending

// Joiners are no part of a name: they would make two that look the same.
bool is_harmless(char32_t code_point) {
  const bool is_control = code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
  const bool is_joiner = code_point == 0x200C || code_point == 0x200D;
  return !is_control && !is_joiner && !base::shows_nothing(code_point);
}

std::string without_harm(std::string_view text) {
  std::string kept;
  while (!text.empty()) {
    // A byte that begins nothing is left out.
    const std::size_t bad = base::find_bad_utf8(text).value_or(text.size());
    std::string_view good = text.substr(0, bad);
    text.remove_prefix(std::min(bad + 1, text.size()));
    while (!good.empty()) {
      const base::Letter letter = base::first_letter(good);
      if (is_harmless(letter.code_point)) kept += letter.bytes;
      good.remove_prefix(letter.bytes.size());
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
