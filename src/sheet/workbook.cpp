#include "sheet/workbook.h"

#include <array>

namespace tandem::sheet {
namespace {

// The spaces that people paste: no-break, narrow no-break, zero-width, and the byte order mark.
constexpr std::array<std::string_view, 4> kWideSpaces = {"\u00a0", "\u202f", "\u200b", "\ufeff"};

std::size_t leading_space(std::string_view text) {
  if (text.empty()) return 0;
  if (text.front() == ' ' || (text.front() >= '\t' && text.front() <= '\r')) return 1;
  for (const std::string_view space : kWideSpaces) {
    if (text.starts_with(space)) return space.size();
  }
  return 0;
}

std::size_t trailing_space(std::string_view text) {
  if (text.empty()) return 0;
  if (text.back() == ' ' || (text.back() >= '\t' && text.back() <= '\r')) return 1;
  for (const std::string_view space : kWideSpaces) {
    if (text.ends_with(space)) return space.size();
  }
  return 0;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (const std::size_t bytes = leading_space(text)) text.remove_prefix(bytes);
  while (const std::size_t bytes = trailing_space(text)) text.remove_suffix(bytes);
  return text;
}

}  // namespace tandem::sheet
