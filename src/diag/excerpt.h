// The lines of the source a finding is about, with a mark under the range. Internal to diag/.
//
//   draw_excerpt(sources, finding.at, '^', 100)
//   // {{"4", "", "    membrs: [anna]", ""}, {"", "", "", "    ^^^^^^"}}
//
// A range over several lines is drawn with a line at its side, from its first character to its last; the middle of a
// long one is left out. A line wider than the excerpt is shown in part, around the mark.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/source_map.h"

namespace tandem::diag {

// One row behind the gutter. Source text and marks are painted differently, so they are apart; a row has one of them.
struct ExcerptRow {
  std::string number{};  // of the line; empty beside marks, "..." where lines are left out
  std::string side{};    // the line at the side of a range over several lines
  std::string source{};
  std::string marks{};
};

// A range outside its file is moved into it. REQUIRES: the file is in `sources`.
[[nodiscard]] std::vector<ExcerptRow> draw_excerpt(const source::SourceMap& sources, source::Range at, char mark,
                                                   std::size_t width);

// One line, at most `width` columns of it, with `mark` under its bytes from `begin` to `end`; at least one mark.
struct MarkedLine {
  std::string source;
  std::string marks;
};
[[nodiscard]] MarkedLine draw_line(std::string_view line, std::size_t begin, std::size_t end, char mark,
                                   std::size_t width);
// The same without marks, from the beginning of the line.
[[nodiscard]] std::string draw_line(std::string_view line, std::size_t width);

}  // namespace tandem::diag
