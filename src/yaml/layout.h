// The lines of a formatted text, before they become one: what is written on each, which of them are siblings, and where
// their values and comments are lined up. Internal to yaml/: format.cpp makes the lines.
//
//   Lines lines(120);
//   Line& line = lines.add({.indent = 2, .head = "desk:", .value = "{party: northbeam}"});
//   line.run = family;                      // siblings that may be lined up with it
//   std::move(lines).text()
//
// Siblings on neighbouring lines make a run. A run is lined up where its author began to (`padded`), and only as far as
// no line becomes longer than the width.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tandem::yaml {

// Columns that a text takes on a terminal or in an editor.
[[nodiscard]] std::size_t width_of(std::string_view text);

struct Cell {
  std::string key;
  std::string text;  // "key: value"
};

struct Line {
  std::size_t indent = 0;                // column of `head`
  std::string marks{};                   // the dashes before it, "- ", which end at `indent`
  std::string head{};                    // "key:", or nothing
  std::string value{};                   // on the same line; of a map in braces `cells` say it instead
  std::vector<Cell> cells{};             // the entries of a map in braces
  std::string comment{};                 // behind everything
  bool blank_before = false;             // an empty line stands before it
  bool verbatim = false;                 // the inside of a block of text: nothing may be put behind it
  std::uint32_t run = 0;                 // siblings have the same number; 0: is lined up with nothing
  bool padded_value = false;             // the author put more than one space before the value
  bool padded_cells = false;             // or between two entries in the braces
  std::size_t value_gap = 1;             // spaces between head and value
  std::vector<std::size_t> cell_gaps{};  // spaces behind each cell but the last; empty: one

  [[nodiscard]] bool has_value() const { return !value.empty() || !cells.empty(); }
  [[nodiscard]] std::string code() const;  // without indentation's comment and line break
};

class Lines {
 public:
  explicit Lines(std::size_t width) : width_(width) {}
  Line& add(Line line);
  [[nodiscard]] Line* last() { return lines_.empty() ? nullptr : &lines_.back(); }
  [[nodiscard]] std::string text() &&;

 private:
  void align_runs();
  void align_run(std::size_t begin, std::size_t end);
  void align_comments();
  [[nodiscard]] bool fits(std::size_t begin, std::size_t end) const;
  std::size_t width_;
  std::vector<Line> lines_;
};

}  // namespace tandem::yaml
