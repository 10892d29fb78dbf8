#include "yaml/written_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace tandem::yaml {
namespace {

constexpr std::string_view kSpace = " \t";

struct SourceLine {
  std::string_view text;
  bool ended = false;  // by a line break, not by the end of the file
  std::size_t next = 0;
};

SourceLine line_at(std::string_view text, std::size_t begin) {
  const std::size_t end = text.find_first_of("\r\n", begin);
  if (end == std::string_view::npos) return {text.substr(begin), false, text.size()};
  const bool both = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
  return {text.substr(begin, end - begin), true, end + (both ? 2 : 1)};
}

std::size_t leading_spaces(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\t': out += "\\t"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
          out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
        } else {
          out += c;
        }
    }
  }
  return out + '"';
}

// Space at the end of a line is folded, but not the one that a `\` stands before.
std::string_view without_trailing_space(std::string_view line, bool escapes) {
  const auto last = line.find_last_not_of(kSpace);
  if (last == std::string_view::npos) return {};
  std::string_view kept = line.substr(0, last + 1);
  if (!escapes || kept.size() == line.size()) return kept;
  const auto other = kept.find_last_not_of('\\');
  const std::size_t slashes = kept.size() - (other == std::string_view::npos ? 0 : other + 1);
  return slashes % 2 == 0 ? kept : line.substr(0, kept.size() + 1);
}

// Where the lines of a block of text begin, when nothing says it: at its first line, and not before an empty one.
std::size_t detect_indent(std::string_view text, std::size_t from, std::ptrdiff_t column) {
  std::size_t indent = 0;
  while (from < text.size()) {
    const SourceLine line = line_at(text, from);
    const std::size_t spaces = leading_spaces(line.text);
    indent = std::max(indent, spaces);
    if (spaces < line.text.size()) break;
    from = line.next;
  }
  return std::max<std::size_t>({indent, static_cast<std::size_t>(column + 1), 1});
}

}  // namespace

std::string key_text(std::string_view written, std::string_view key) {
  if (!written.empty() && written.find_first_of("\r\n") == std::string_view::npos) return std::string(written);
  return quoted(key);
}

std::vector<std::string> lines_of(std::string_view written, bool in_quotes) {
  const bool escapes = in_quotes && written.starts_with('"');
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < written.size() || lines.empty();) {
    const SourceLine line = line_at(written, at);
    std::string_view text = line.text;
    if (!lines.empty()) text.remove_prefix(std::min(text.find_first_not_of(kSpace), text.size()));
    lines.emplace_back(line.ended ? without_trailing_space(text, escapes) : text);
    at = line.next;
  }
  return lines;
}

BlockText read_block_text(std::string_view text, std::uint32_t begin, std::ptrdiff_t column) {
  BlockText block;
  const SourceLine first = line_at(text, begin);
  const std::string_view signs = first.text.substr(0, first.text.find_first_of(" \t#"));
  std::optional<std::size_t> indent;
  char ends = '\0';
  for (const char c : signs.substr(1)) {
    if (c >= '1' && c <= '9') {
      indent = static_cast<std::size_t>(std::max<std::ptrdiff_t>(column, 0)) + static_cast<std::size_t>(c - '0');
    }
    if (c == '+' || c == '-') ends = c;
  }
  std::size_t at = first.next;
  if (!indent) indent = detect_indent(text, at, column);
  bool ended = true;
  while (at < text.size()) {
    const SourceLine line = line_at(text, at);
    const std::size_t spaces = leading_spaces(line.text);
    if (spaces < *indent && spaces < line.text.size()) break;
    if (line.text.size() > *indent) {
      block.lines.emplace_back(line.text.substr(*indent));
      ended = line.ended;
    } else if (line.ended) {
      block.lines.emplace_back();
    }
    at = line.next;
  }
  block.end = static_cast<std::uint32_t>(at);
  // A last line without a line break gives a text without one, whatever the signs say.
  if (!ended) ends = '-';
  block.keeps_end = ends == '+';
  while (!block.keeps_end && !block.lines.empty() && block.lines.back().empty()) block.lines.pop_back();
  const auto filled = std::ranges::find_if(block.lines, [](const std::string& line) { return !line.empty(); });
  block.header = signs.front();
  if (filled != block.lines.end() && kSpace.contains(filled->front())) block.header += '2';
  if (ends != '\0') block.header += ends;
  return block;
}

}  // namespace tandem::yaml
