#include "diag/excerpt.h"

#include <algorithm>

#include "diag/visible.h"

namespace tandem::diag {
namespace {

constexpr std::size_t kWidest = 100;       // columns of a line that are shown at most
constexpr std::size_t kBefore = 30;        // columns shown before the mark when the line is cut
constexpr std::size_t kSliceBefore = 400;  // bytes of a long line that are looked at, before and behind the mark
constexpr std::size_t kSliceAfter = 800;
constexpr std::string_view kCut = "…";

struct Columns {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The columns that the bytes from `begin` to `end` take; at least one.
Columns columns_of(const std::vector<Cell>& row, std::size_t begin, std::size_t end) {
  Columns found;
  std::size_t column = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::size_t next = i + 1 < row.size() ? row[i + 1].begin : std::string::npos;
    if (next <= begin) found.begin = column + row[i].width;
    column += row[i].width;
    if (row[i].begin < end) found.end = column;
  }
  const bool behind_all = row.empty() || begin > row.back().begin;
  if (behind_all && begin >= end) found.begin = column;
  found.end = std::max(found.end, found.begin + 1);
  return found;
}

void trim_right(std::string& text) {
  text.erase(text.find_last_not_of(' ') + 1);
}

// Moves `at` back to the beginning of a code point.
std::size_t snap(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) --at;
  return at;
}

// Draws the columns of `window` of a row.
void draw(const std::vector<Cell>& row, Columns window, Columns marked, char mark, Excerpt& into) {
  std::size_t column = 0;
  into.mark = std::string(columns(into.line), ' ');  // what stands there already: the sign of a cut
  for (const Cell& cell : row) {
    const std::size_t end = column + cell.width;
    if (column >= window.begin && end <= window.end) {
      into.line += cell.shown;
      const bool under = column < marked.end && end > marked.begin;
      into.mark += std::string(cell.width, under ? mark : ' ');
    }
    column = end;
  }
  if (marked.begin >= column) into.mark += mark;  // behind the last character
}

}  // namespace

Excerpt draw_excerpt(const source::SourceMap& sources, source::Range at, char mark) {
  const auto size = static_cast<std::uint32_t>(sources.text(at.file).size());
  at.begin = std::min(at.begin, size);
  at.end = std::clamp(at.end, at.begin, size);
  Excerpt excerpt{.number = sources.place(at).line, .line = {}, .mark = {}};
  const std::string_view line = sources.line(at.file, excerpt.number);
  const std::size_t line_begin = static_cast<std::size_t>(line.data() - sources.text(at.file).data());
  std::size_t begin = std::min(at.begin - line_begin, line.size());
  std::size_t end = std::min(at.end - line_begin, line.size());
  if (at.end - line_begin > line.size()) {  // goes on in the next line: do not mark the spaces at the end of this
    end = std::max(begin, line.find_last_not_of(" \t") + 1);
  }

  const std::size_t slice_begin = begin > kSliceBefore ? snap(line, begin - kSliceBefore) : 0;
  const std::size_t slice_end = std::min(snap(line, std::min(begin + kSliceAfter, line.size())), line.size());
  const std::vector<Cell> row = cells(line.substr(slice_begin, slice_end - slice_begin));
  begin -= slice_begin;
  end = std::min(end, slice_end) - slice_begin;
  const Columns marked = columns_of(row, begin, end);

  std::size_t width = 0;
  for (const Cell& cell : row) width += cell.width;
  Columns window{0, width};
  if (width > kWidest) {
    const bool at_start = marked.end <= kWidest;
    window.begin = at_start || marked.begin < kBefore ? 0 : marked.begin - kBefore;
    window.end = window.begin + kWidest;
  }
  if (slice_begin > 0 || window.begin > 0) excerpt.line = kCut;
  draw(row, window, marked, mark, excerpt);
  if (slice_end < line.size() || window.end < width) excerpt.line += kCut;
  trim_right(excerpt.line);
  trim_right(excerpt.mark);
  return excerpt;
}

}  // namespace tandem::diag
