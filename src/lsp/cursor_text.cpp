#include "lsp/cursor_text.h"

#include <algorithm>

namespace tandem::lsp {
namespace {

// Letters of names, times, addresses and time zones.
bool is_word(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return letter || std::string_view("-_./+@").contains(c) || static_cast<unsigned char>(c) >= 0x80;
}

// Whether a line begins a section: with a key, not with space, a comment or what continues the section above.
bool begins_section(std::string_view line) {
  return !line.empty() && !std::string_view(" \t\r#-]}").contains(line.front());
}

std::string_view line_at(std::string_view text, std::size_t begin) {
  return text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
}

std::size_t line_begin(std::string_view text, std::size_t offset) {
  const auto line_break = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  return line_break == std::string_view::npos ? 0 : line_break + 1;
}

}  // namespace

CursorText::CursorText(std::string_view text, std::uint32_t offset) {
  offset = std::min(offset, static_cast<std::uint32_t>(text.size()));
  word_begin_ = offset;
  word_end_ = offset;
  while (word_begin_ > 0 && is_word(text[word_begin_ - 1])) --word_begin_;
  while (word_end_ < text.size() && is_word(text[word_end_])) ++word_end_;
  const std::string_view start =
      text.substr(line_begin(text, word_begin_), word_begin_ - line_begin(text, word_begin_));
  is_first_ = start.find_first_not_of(" -") == std::string_view::npos;
  // A dash at the beginning of a line belongs to the list, not to the word.
  if (is_first_ && word_begin_ < offset && text[word_begin_] == '-' && word_begin_ + 1 == offset) word_begin_ = offset;
  find_section(text, offset);
  const auto next = line_.find_first_not_of(' ');
  is_key_ = next != std::string_view::npos && line_[next] == ':';
  scan_brackets();
}

void CursorText::find_section(std::string_view text, std::uint32_t offset) {
  std::size_t begin = line_begin(text, offset);
  while (begin > 0 && !begins_section(line_at(text, begin))) begin = line_begin(text, begin - 1);
  std::size_t end = std::min(text.find('\n', offset), text.size());
  line_ = text.substr(word_end_, std::max<std::size_t>(end, word_end_) - word_end_);
  const std::size_t behind = end;
  while (end < text.size() && !begins_section(line_at(text, end + 1))) {
    end = std::min(text.find('\n', end + 1), text.size());
  }
  before_ = text.substr(begin, word_begin_ - begin);
  after_ = text.substr(behind, end - behind);
}

// Knows just enough of YAML to tell brackets and quotes from letters of a text: they count only where a value begins.
void CursorText::scan_brackets() {
  std::string open;
  char quote = '\0';
  char last = '\n';  // the last that is no space
  for (std::size_t i = 0; i < before_.size(); ++i) {
    const char c = before_[i];
    if (c == '\n') {
      in_comment_ = false;
      if (open.empty() && quote == '\0') last = '\n';
      continue;
    }
    if (in_comment_) continue;
    if (quote != '\0') {
      if (c == '\\' && quote == '"') ++i;
      if (c == quote) quote = '\0';
      continue;
    }
    const bool after_space = i == 0 || std::string_view(" \t\n").contains(before_[i - 1]);
    const bool begins_value = std::string_view("\n:-,[{").contains(last);
    if (c == '#' && after_space) {
      in_comment_ = true;
    } else if ((c == '"' || c == '\'') && begins_value) {
      quote = c;
    } else if ((c == '[' || c == '{') && (begins_value || !open.empty())) {
      open += c == '[' ? ']' : '}';
    } else if ((c == ']' || c == '}') && !open.empty()) {
      open.pop_back();
    }
    if (c != ' ' && c != '\t') last = c;
  }
  if (quote != '\0') closers_ += quote;
  closers_.append(open.rbegin(), open.rend());
}

std::vector<std::string> CursorText::with(std::string_view words) const {
  std::vector<std::string> attempts;
  std::string begin(before_);
  begin += words;
  attempts.push_back(begin + std::string(line_) + std::string(after_));
  // What follows the word stands for the value of a key and no longer fits.
  attempts.push_back(begin + closers_ + std::string(after_));
  attempts.push_back(begin + closers_);
  return attempts;
}

}  // namespace tandem::lsp
