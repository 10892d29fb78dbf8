#include "yaml/layout.h"

#include <algorithm>

#include "diag/char_width.h"

namespace tandem::yaml {
namespace {

constexpr std::size_t kBeforeComment = 2;

// REQUIRES: well-formed UTF-8.
char32_t next_char(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  char32_t c = length == 1 ? lead : lead & (0xffU >> (length + 1));
  for (std::size_t i = 1; i < length && at + i < text.size(); ++i) {
    c = (c << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3fU);
  }
  at += length;
  return c;
}

// Pads the cells of the lines [begin, end), which all are maps in braces and begin at one column, from the cell `i` on:
// lines with the same key there are lined up behind it. Each step goes one cell further, so it ends.
void align_cells(std::vector<Line>& lines, std::size_t begin, std::size_t end, std::size_t i) {
  for (std::size_t from = begin; from < end;) {
    if (lines[from].cells.size() <= i) {
      ++from;
      continue;
    }
    std::size_t to = from + 1;
    while (to < end && lines[to].cells.size() > i && lines[to].cells[i].key == lines[from].cells[i].key) ++to;
    if (to - from > 1) {
      std::size_t widest = 0;
      const auto goes_on = [&](const Line& line) { return line.cells.size() > i + 1; };
      for (std::size_t row = from; row < to; ++row) {
        if (goes_on(lines[row])) widest = std::max(widest, width_of(lines[row].cells[i].text));
      }
      for (std::size_t row = from; row < to; ++row) {
        Line& line = lines[row];
        if (!goes_on(line)) continue;
        line.cell_gaps.resize(line.cells.size() - 1, 1);
        line.cell_gaps[i] = 1 + widest - width_of(line.cells[i].text);
      }
      align_cells(lines, from, to, i + 1);
    }
    from = to;
  }
}

}  // namespace

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_char(text, at);
    width += diag::is_invisible(c) ? 1 : diag::char_width(c);
  }
  return width;
}

std::string Line::code() const {
  std::string out = marks + head;
  if (!has_value()) {
    while (out.ends_with(' ')) out.pop_back();
    return out;
  }
  if (!head.empty()) out.append(value_gap, ' ');
  if (cells.empty()) return out + value;
  out += '{';
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',' + std::string(cell_gaps.empty() ? 1 : cell_gaps[i - 1], ' ');
    out += cells[i].text;
  }
  return out + '}';
}

Line& Lines::add(Line line) {
  return lines_.emplace_back(std::move(line));
}

bool Lines::fits(std::size_t begin, std::size_t end) const {
  return std::ranges::all_of(
      lines_.begin() + static_cast<std::ptrdiff_t>(begin), lines_.begin() + static_cast<std::ptrdiff_t>(end),
      [&](const Line& line) { return line.indent - line.marks.size() + width_of(line.code()) <= width_; });
}

void Lines::align_run(std::size_t begin, std::size_t end) {
  const std::span<Line> run(lines_.data() + begin, end - begin);
  const bool cells = std::ranges::any_of(run, &Line::padded_cells);
  if (!cells && std::ranges::none_of(run, &Line::padded_value)) return;
  std::size_t widest = 0;
  for (const Line& line : run) widest = std::max(widest, width_of(line.head));
  for (Line& line : run) line.value_gap = 1 + widest - width_of(line.head);
  if (!fits(begin, end)) {
    for (Line& line : run) line.value_gap = 1;
    return;
  }
  if (!cells) return;
  align_cells(lines_, begin, end, 0);
  if (fits(begin, end)) return;
  for (Line& line : run) line.cell_gaps.clear();
}

void Lines::align_runs() {
  for (std::size_t begin = 0; begin < lines_.size();) {
    std::size_t end = begin + 1;
    if (lines_[begin].run != 0) {
      while (end < lines_.size() && lines_[end].run == lines_[begin].run && !lines_[end].blank_before) ++end;
      if (end - begin > 1) align_run(begin, end);
    }
    begin = end;
  }
}

// Comments behind neighbouring lines of one indentation begin at one column.
void Lines::align_comments() {
  const auto has_comment = [&](std::size_t i) {
    return !lines_[i].comment.empty() && (lines_[i].has_value() || !lines_[i].head.empty());
  };
  for (std::size_t begin = 0; begin < lines_.size();) {
    std::size_t end = begin;
    std::size_t widest = 0;
    while (end < lines_.size() && has_comment(end) && lines_[end].indent == lines_[begin].indent &&
           (end == begin || !lines_[end].blank_before)) {
      widest = std::max(widest, width_of(lines_[end].code()) - lines_[end].marks.size());
      ++end;
    }
    for (std::size_t i = begin; i < end; ++i) {
      Line& line = lines_[i];
      line.comment.insert(0, kBeforeComment + widest - (width_of(line.code()) - line.marks.size()), ' ');
    }
    begin = std::max(end, begin + 1);
  }
}

std::string Lines::text() && {
  align_runs();
  align_comments();
  std::string out;
  for (const Line& line : lines_) {
    if (line.blank_before) out += '\n';
    const std::string code = line.code();
    if (!code.empty() || !line.comment.empty()) out.append(line.indent - line.marks.size(), ' ');
    out += code;
    const bool needs_space = !code.empty() && !line.comment.empty() && !line.comment.starts_with(' ');
    if (needs_space) out.append(kBeforeComment, ' ');
    out += line.comment;
    out += '\n';
  }
  return out;
}

}  // namespace tandem::yaml
