#include "diag/excerpt.h"

#include <fmt/core.h>

#include <algorithm>

#include "diag/visible.h"

namespace tandem::diag {
namespace {

constexpr std::size_t kBefore = 30;        // columns shown before the mark when the line is cut
constexpr std::size_t kSliceBefore = 400;  // bytes of a long line that are looked at, before and behind the mark
constexpr std::size_t kSliceAfter = 800;
constexpr std::uint32_t kMostLines = 6;   // of a range over several lines
constexpr std::uint32_t kFirstLines = 4;  // when it has more, so many at its beginning, and the last
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
void draw(const std::vector<Cell>& row, Columns window, Columns marked, char mark, MarkedLine& into) {
  std::size_t column = 0;
  into.marks = std::string(columns(into.source), ' ');  // what stands there already: the sign of a cut
  for (const Cell& cell : row) {
    const std::size_t end = column + cell.width;
    if (column >= window.begin && end <= window.end) {
      into.source += cell.shown;
      const bool under = column < marked.end && end > marked.begin;
      into.marks += std::string(cell.width, under ? mark : ' ');
    }
    column = end;
  }
  if (marked.begin >= column) into.marks += mark;  // behind the last character
}

// Where a line begins to say something: behind its spaces and the dash of a list's item.
std::size_t indentation(std::string_view line) {
  return std::min(line.find_first_not_of(" \t-"), line.size());
}

// The rows of a range that begins in the line `first` and ends, behind its last character, in the line `last`.
class SeveralLines {
 public:
  SeveralLines(const source::SourceMap& sources, source::FileId file, char mark, std::size_t width)
      : sources_(sources), file_(file), mark_(mark), width_(width > 2 ? width - 2 : 1) {}

  std::vector<ExcerptRow> draw(std::uint32_t first, std::size_t begin, std::uint32_t last, std::size_t end) {
    const bool from_its_beginning = begin <= indentation(sources_.line(file_, first));
    add(first, from_its_beginning ? "/ " : "  ");
    if (!from_its_beginning) {
      const std::size_t reach = column_behind(first, begin);
      rows_.push_back({.side = " _", .marks = std::string(reach, '_') + mark_});
    }
    const bool all = last - first < kMostLines;
    const std::uint32_t shown_until = all ? last - 1 : first + kFirstLines - 1;
    for (std::uint32_t line = first + 1; line <= shown_until; ++line) add(line, "| ");
    if (!all) rows_.push_back({.number = "...", .side = "|"});
    add(last, "| ");
    const std::size_t reach = column_behind(last, end);
    rows_.push_back({.side = "|_", .marks = std::string(reach > 0 ? reach - 1 : 0, '_') + mark_});
    return std::move(rows_);
  }

 private:
  void add(std::uint32_t line, std::string side) {
    rows_.push_back({.number = fmt::format("{}", line),
                     .side = std::move(side),
                     .source = draw_line(sources_.line(file_, line), width_)});
  }
  // How many columns the first `bytes` of a line take, as far as they are shown.
  [[nodiscard]] std::size_t column_behind(std::uint32_t line, std::size_t bytes) const {
    const std::string_view begin = sources_.line(file_, line).substr(0, bytes);
    return std::min(columns(draw_line(begin, width_)), width_);
  }

  const source::SourceMap& sources_;
  source::FileId file_;
  char mark_;
  std::size_t width_;
  std::vector<ExcerptRow> rows_;
};

}  // namespace

MarkedLine draw_line(std::string_view line, std::size_t begin, std::size_t end, char mark, std::size_t width) {
  const std::size_t slice_begin = begin > kSliceBefore ? snap(line, begin - kSliceBefore) : 0;
  const std::size_t slice_end = std::min(snap(line, std::min(begin + kSliceAfter, line.size())), line.size());
  const std::vector<Cell> row = cells(line.substr(slice_begin, slice_end - slice_begin));
  const Columns marked = columns_of(row, begin - slice_begin, std::min(end, slice_end) - slice_begin);

  std::size_t wide = 0;
  for (const Cell& cell : row) wide += cell.width;
  Columns window{0, wide};
  if (wide > width) {
    const bool at_start = marked.end <= width;
    const std::size_t before = std::min(kBefore, width / 3);
    window.begin = at_start || marked.begin < before ? 0 : marked.begin - before;
    window.end = window.begin + width;
  }
  MarkedLine drawn;
  if (slice_begin > 0 || window.begin > 0) drawn.source = kCut;
  draw(row, window, marked, mark, drawn);
  if (slice_end < line.size() || window.end < wide) drawn.source += kCut;
  trim_right(drawn.source);
  trim_right(drawn.marks);
  return drawn;
}

std::string draw_line(std::string_view line, std::size_t width) {
  return draw_line(line, 0, 0, ' ', width).source;
}

std::vector<ExcerptRow> draw_excerpt(const source::SourceMap& sources, source::Range at, char mark, std::size_t width) {
  const std::string_view text = sources.text(at.file);
  const auto size = static_cast<std::uint32_t>(text.size());
  at.begin = std::min(at.begin, size);
  at.end = std::clamp(at.end, at.begin, size);
  // Spaces and line breaks at the end of a range are not drawn.
  while (at.end > at.begin + 1 && std::string_view(" \t\r\n").contains(text[at.end - 1])) --at.end;
  const std::uint32_t first = sources.place(at).line;
  const std::uint32_t last = at.end > at.begin ? sources.place(at.file, at.end - 1).line : first;
  const auto in_line = [&](std::uint32_t number, std::uint32_t offset) {
    const std::string_view line = sources.line(at.file, number);
    return std::min(offset - static_cast<std::size_t>(line.data() - text.data()), line.size());
  };
  if (last > first) {
    return SeveralLines(sources, at.file, mark, width)
        .draw(first, in_line(first, at.begin), last, in_line(last, at.end));
  }
  MarkedLine drawn =
      draw_line(sources.line(at.file, first), in_line(first, at.begin), in_line(first, at.end), mark, width);
  return {{.number = fmt::format("{}", first), .source = std::move(drawn.source)}, {.marks = std::move(drawn.marks)}};
}

}  // namespace tandem::diag
