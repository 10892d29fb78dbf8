#include "yaml/comments.h"

namespace tandem::yaml {
namespace {

// The keys and values in the order of the text; what is absent takes no room. The depth is bounded by Limits::depth.
void collect_scalars(const Node& node, std::vector<source::Range>& keys_and_values, std::vector<bool>& is_block) {
  if (const Scalar* scalar = node.scalar()) {
    if (scalar->style == Style::Absent) return;
    keys_and_values.push_back(node.range);
    is_block.push_back(scalar->style == Style::Block);
  } else if (const List* list = node.list()) {
    for (const Node& item : list->items) collect_scalars(item, keys_and_values, is_block);
  } else {
    for (const Entry& entry : node.map()->entries) {
      keys_and_values.push_back(entry.key_range);
      is_block.push_back(false);
      collect_scalars(entry.value, keys_and_values, is_block);
    }
  }
}

class CommentFinder {
 public:
  CommentFinder(std::string_view text, source::FileId file) : text_(text), file_(file) {}

  // What lies between two scalars.
  void scan(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
      if (text_[at] == '#') at = take(at);
    }
  }

  // A block of text may have a comment behind its `|` or `>`.
  void scan_header(source::Range block) {
    const std::size_t line_end = std::min<std::size_t>(text_.find_first_of("\r\n", block.begin), block.end);
    const std::string_view header = text_.substr(block.begin, line_end - block.begin);
    if (const auto at = header.find('#'); at != std::string_view::npos) take(block.begin + at);
  }

  std::vector<Comment> found() && { return std::move(found_); }

 private:
  // Answers the end of the line.
  std::size_t take(std::size_t begin) {
    const std::size_t line_end = std::min(text_.find_first_of("\r\n", begin), text_.size());
    std::size_t end = line_end;
    while (text_[end - 1] == ' ' || text_[end - 1] == '\t') --end;
    std::size_t line_begin = begin;
    while (line_begin > 0 && (text_[line_begin - 1] == ' ' || text_[line_begin - 1] == '\t')) --line_begin;
    const bool after_mark = line_begin == 3 && text_.starts_with("\xef\xbb\xbf");
    const bool own_line =
        line_begin == 0 || after_mark || text_[line_begin - 1] == '\n' || text_[line_begin - 1] == '\r';
    found_.push_back({{file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, own_line});
    return line_end;
  }

  std::string_view text_;
  source::FileId file_;
  std::vector<Comment> found_;
};

}  // namespace

std::vector<Comment> find_comments(std::string_view text, const Node& root) {
  std::vector<source::Range> scalars;
  std::vector<bool> is_block;
  collect_scalars(root, scalars, is_block);
  CommentFinder finder(text, root.range.file);
  std::size_t done = 0;
  for (std::size_t i = 0; i < scalars.size(); ++i) {
    finder.scan(done, scalars[i].begin);
    if (is_block[i]) finder.scan_header(scalars[i]);
    done = std::max<std::size_t>(done, scalars[i].end);
  }
  finder.scan(done, text.size());
  return std::move(finder).found();
}

}  // namespace tandem::yaml
