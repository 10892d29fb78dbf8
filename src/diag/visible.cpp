#include "diag/visible.h"

#include <fmt/core.h>

#include "base/utf8.h"
#include "diag/char_width.h"

namespace tandem::diag {
namespace {

constexpr std::size_t kTabStop = 4;

std::size_t sequence_length(char lead) {
  const auto c = static_cast<unsigned char>(lead);
  return c < 0xc0 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}

// REQUIRES: `bytes` is one well-formed sequence.
char32_t decode(std::string_view bytes) {
  if (bytes.size() == 1) return static_cast<unsigned char>(bytes[0]);
  char32_t c = static_cast<unsigned char>(bytes[0]) & (0xffU >> (bytes.size() + 1));
  for (const char byte : bytes.substr(1)) c = c << 6 | (static_cast<unsigned char>(byte) & 0x3fU);
  return c;
}

Cell cell_at(std::string_view line, std::size_t at) {
  const std::string_view bytes = line.substr(at, sequence_length(line[at]));
  if (base::find_bad_utf8(bytes)) {
    return {.begin = at, .shown = fmt::format("<{:02X}>", static_cast<unsigned char>(line[at])), .width = 4};
  }
  const char32_t c = decode(bytes);
  if (!is_invisible(c)) return {.begin = at, .shown = std::string(bytes), .width = char_width(c)};
  std::string shown = fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(c));
  const std::size_t width = shown.size();
  return {.begin = at, .shown = std::move(shown), .width = width};
}

std::size_t byte_length(std::string_view line, const Cell& cell) {
  const std::string_view bytes = line.substr(cell.begin, sequence_length(line[cell.begin]));
  return base::find_bad_utf8(bytes) ? 1 : bytes.size();
}

}  // namespace

std::vector<Cell> cells(std::string_view line) {
  std::vector<Cell> row;
  std::size_t column = 0;
  for (std::size_t at = 0; at < line.size();) {
    Cell cell = cell_at(line, at);
    at += byte_length(line, cell);
    if (line[cell.begin] == '\t') {
      cell.width = kTabStop - column % kTabStop;
      cell.shown = std::string(cell.width, ' ');
    }
    column += cell.width;
    row.push_back(std::move(cell));
  }
  return row;
}

std::string visible(std::string_view words) {
  std::string shown;
  for (std::size_t at = 0; at < words.size();) {
    const Cell cell = cell_at(words, at);
    at += byte_length(words, cell);
    shown += cell.shown;
  }
  return shown;
}

std::size_t columns(std::string_view visible_words) {
  std::size_t sum = 0;
  for (const Cell& cell : cells(visible_words)) sum += cell.width;
  return sum;
}

}  // namespace tandem::diag
