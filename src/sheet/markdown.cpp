#include "sheet/markdown.h"

#include <optional>

#include "sheet/budget.h"

namespace tandem::sheet {
namespace {

// Walks the lines of a text, whose ends may be LF or CRLF.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}

  [[nodiscard]] bool at_end() const { return at_ > text_.size(); }
  [[nodiscard]] std::size_t at() const { return at_; }

  std::string_view next() {
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    std::string_view line = text_.substr(at_, end - at_);
    at_ = end + 1;
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

// `--- | :---: | ---`: the line under the header of a table.
bool is_delimiter_row(std::string_view line) {
  line = trimmed(line);
  const bool shape = line.find_first_not_of("|-: \t") == std::string_view::npos;
  return shape && line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos;
}

bool is_row(std::string_view line) {
  return line.find('|') != std::string_view::npos;
}

std::size_t heading_level(std::string_view line) {
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  const bool heading = level >= 1 && level <= 6 && (level == line.size() || line[level] == ' ' || line[level] == '\t');
  return heading ? level : 0;
}

// Where the links of a cell may be. Asked once for each cell, so that a cell of brackets costs no more than another.
struct Links {
  explicit Links(std::string_view text) : last_middle(text.rfind("](")), last_close(text.rfind(')')) {
    ends = last_middle != std::string_view::npos && last_close != std::string_view::npos && last_middle < last_close;
  }

  [[nodiscard]] bool may_open(std::size_t at) const { return ends && at < last_middle; }
  // The length of the address part when one begins at `at`: "](https://…)"; else 0.
  [[nodiscard]] std::size_t tail(std::string_view text, std::size_t at) const {
    if (!ends || at > last_close || !text.substr(at).starts_with("](")) return 0;
    return text.find(')', at) + 1 - at;
  }

  std::size_t last_middle;
  std::size_t last_close;
  bool ends = false;  // the last that begins like a link ends like one
};

// What a reader sees of the Markdown of a cell. A single `*` is kept when nothing closes it: a footnote.
std::string plain(std::string_view marked) {
  std::string out;
  const Links links(marked);
  for (std::size_t at = 0; at < marked.size(); ++at) {
    const std::string_view rest = marked.substr(at);
    if (rest.starts_with('\\') && rest.size() > 1 && std::ispunct(static_cast<unsigned char>(rest[1])) != 0) {
      out += rest[1];
      ++at;
    } else if (rest.starts_with("**") || rest.starts_with("__") || rest.starts_with("~~")) {
      ++at;
    } else if (rest.starts_with("<br>") || rest.starts_with("<br/>") || rest.starts_with("<br />")) {
      out += ' ';
      at += rest.find('>');
    } else if (const std::size_t tail = links.tail(marked, at)) {
      at += tail - 1;
    } else if (rest.front() == '`') {
      continue;
    } else if (rest.front() == '[' && links.may_open(at)) {
      continue;
    } else {
      out += rest.front();
    }
  }
  const std::string_view words = trimmed(out);
  const bool emphasised = words.size() > 2 && words.front() == words.back() && (words[0] == '*' || words[0] == '_');
  return std::string(emphasised ? words.substr(1, words.size() - 2) : words);
}

class MarkdownSheet {
 public:
  MarkdownSheet(std::string_view file, const Limits& limits) : budget_(limits, file) { sheet_.layout = Layout::Prose; }

  base::Result<void> add_row(std::string_view line, std::size_t offset) {
    std::size_t begin = 0;
    std::uint32_t column = 0;
    const std::string_view words = trimmed(line);
    if (words.starts_with('|')) begin = line.find('|') + 1;
    while (begin < line.size()) {
      const std::size_t end = cell_end(line, begin);
      TANDEM_TRY_DONE(add(column++, line.substr(begin, end - begin), offset + begin));
      begin = end + 1;
    }
    return {};
  }

  // An empty cell is added too: `add` leaves it out.
  base::Result<void> add(std::uint32_t column, std::string_view marked, std::size_t offset) {
    const std::string_view shown = trimmed(marked);
    std::string text = plain(shown);
    const Place at{.row = row_, .column = column};
    if (row_ >= kMostRows || column >= kMostColumns) return budget_.beyond_the_format();
    if (text.empty()) return {};
    TANDEM_TRY_DONE(budget_.take_cell(at, text.size()));
    const std::size_t begin = offset + static_cast<std::size_t>(shown.data() - marked.data());
    sheet_.cells.push_back({.at = at,
                            .text = std::move(text),
                            .begin = static_cast<std::uint32_t>(begin),
                            .end = static_cast<std::uint32_t>(begin + shown.size())});
    return {};
  }

  void next_row() { ++row_; }
  Sheet take(std::string source) {
    sheet_.source = std::move(source);
    return std::move(sheet_);
  }

 private:
  static std::size_t cell_end(std::string_view line, std::size_t begin) {
    for (std::size_t at = begin; at < line.size(); ++at) {
      if (line[at] == '\\') {
        ++at;
      } else if (line[at] == '|') {
        return at;
      }
    }
    return line.size();
  }

  Budget budget_;
  Sheet sheet_;
  std::uint32_t row_ = 0;
};

bool is_fence(std::string_view line) {
  const std::string_view words = trimmed(line);
  return words.starts_with("```") || words.starts_with("~~~");
}

}  // namespace

bool has_markdown_table(std::string_view text) {
  Lines lines(text);
  std::string_view above;
  while (!lines.at_end()) {
    const std::string_view line = lines.next();
    if (is_delimiter_row(line) && is_row(above)) return true;
    above = line;
  }
  return false;
}

base::Result<Sheet> read_markdown(std::string text, std::string_view file, const Limits& limits) {
  MarkdownSheet sheet(file, limits);
  Lines lines(text);
  Lines ahead(text);
  ahead.next();
  bool fenced = false;
  bool in_table = false;
  for (; !lines.at_end(); sheet.next_row()) {
    const std::size_t offset = lines.at();
    const std::string_view line = lines.next();
    const std::string_view below = ahead.at_end() ? std::string_view() : ahead.next();
    if (is_fence(line)) fenced = !fenced;
    if (fenced) continue;
    const bool delimiter = is_delimiter_row(line) && in_table;
    in_table = is_row(line) && (in_table || is_delimiter_row(below));
    if (in_table && !delimiter) {
      TANDEM_TRY_DONE(sheet.add_row(line, offset));
    } else if (const std::size_t level = heading_level(line)) {
      TANDEM_TRY_DONE(sheet.add(0, line.substr(level), offset + level));
    }
  }
  return sheet.take(std::move(text));
}

}  // namespace tandem::sheet
