#include "cli/text_line.h"

#include "base/check.h"
#include "diag/visible.h"

namespace tandem::cli {
namespace {

bool has_ground(Ink ink) {
  return ink >= Ink::Block0;
}

std::string_view without_last_spaces(std::string_view text) {
  const auto last = text.find_last_not_of(' ');
  return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

}  // namespace

void TextLine::put(std::size_t column, std::string_view text, Ink ink) {
  TANDEM_ENSURE(column >= end_);
  pieces_.push_back({column, std::string(text), ink});
  end_ = column + diag::columns(text);
}

std::string TextLine::text(const Palette& palette) const {
  std::string out;
  std::size_t column = 0;  // up to here it is written; spaces are owed until something follows
  for (const Piece& piece : pieces_) {
    const bool ground = palette.colour() && has_ground(piece.ink);
    const std::string_view written = ground ? std::string_view(piece.text) : without_last_spaces(piece.text);
    if (written.empty()) continue;
    out.append(piece.column - column, ' ');
    out += palette(piece.ink, written);
    column = piece.column + diag::columns(written);
  }
  return out + '\n';
}

std::string shortened(std::string_view words, std::size_t width) {
  if (diag::columns(words) <= width) return std::string(words);
  std::string out;
  std::size_t used = 0;
  for (const diag::Cell& cell : diag::cells(words)) {
    if (used + cell.width + 1 > width) break;
    out += cell.shown;
    used += cell.width;
  }
  return out + "…";
}

std::string wrapped(std::string_view words, std::size_t width, std::size_t indent) {
  std::string out;
  std::size_t column = indent;
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    words.remove_prefix(std::min(words.size(), word.size() + 1));
    const std::size_t length = diag::columns(word);
    if (column > indent && column + 1 + length > width) {
      out += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (column > indent) {
      out += ' ';
      ++column;
    }
    out += word;
    column += length;
  }
  return out;
}

}  // namespace tandem::cli
