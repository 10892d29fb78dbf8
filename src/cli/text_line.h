// One line of a picture, put together from coloured pieces at columns.
//
//   TextLine line;
//   line.put(10, "Mon", Ink::Faint);
//   line.text(palette)                     // ten spaces and `Mon`; no spaces at the end
//
// Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/ink.h"

namespace tandem::cli {

class TextLine {
 public:
  // REQUIRES: pieces come from left to right and do not overlap; `text` is visible (diag/visible.h).
  void put(std::size_t column, std::string_view text, Ink ink = Ink::Plain);
  // Ends with a line break. Spaces at the end stay only where they have a ground of their own.
  [[nodiscard]] std::string text(const Palette& palette) const;

 private:
  struct Piece {
    std::size_t column;
    std::string text;
    Ink ink;
  };
  std::vector<Piece> pieces_;
  std::size_t end_ = 0;
};

// `words` in at most `width` columns: what is longer ends in `…`. REQUIRES: visible words, width of at least 1.
[[nodiscard]] std::string shortened(std::string_view words, std::size_t width);

// `words` behind `indent` columns that are taken already, in lines that end at column `width` at the latest: broken at
// spaces; what has none stays whole. Lines after the first begin with `indent` spaces. No line break at the end.
// REQUIRES: visible words.
[[nodiscard]] std::string wrapped(std::string_view words, std::size_t width, std::size_t indent);

}  // namespace tandem::cli
