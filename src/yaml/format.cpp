#include "yaml/format.h"

#include <fmt/format.h>

#include "base/check.h"
#include "yaml/comments.h"
#include "yaml/layout.h"
#include "yaml/node.h"
#include "yaml/written_text.h"

namespace tandem::yaml {
namespace {

constexpr std::size_t kIndent = 2;
// libyaml, and so YAML, takes a longer word for a key only behind a `?`.
constexpr std::size_t kLongestPlainKey = 1000;

class Formatter {
 public:
  Formatter(std::string_view text, const Node& root, std::size_t width)
      : text_(text), comments_(find_comments(text, root)), width_(width), lines_(width) {}

  std::string format(const Node& root) {
    const auto end = static_cast<std::uint32_t>(text_.size());
    if (is_absent(root)) {
      flush(end, 0);
    } else {
      value({.indent = 0, .head = ""}, root, end);
      take_tail(end, 0, 0);
      flush(end, 0);
    }
    return std::move(lines_).text();
  }

 private:
  // How the line of a value begins.
  struct Intro {
    std::size_t indent = 0;
    std::string head;  // "key:", "-" or nothing
    std::uint32_t run = 0;
    bool padded_value = false;
    bool blank_before = false;
  };

  [[nodiscard]] static bool is_absent(const Node& node) {
    return node.scalar() != nullptr && node.scalar()->style == Style::Absent;
  }

  // Written in braces or brackets. A list over several lines may begin with one in brackets, at the same byte.
  [[nodiscard]] bool is_flow(const Node& node) const {
    if (const Map* map = node.map()) return map->bracketed;
    const List* list = node.list();
    return list != nullptr && (list->items.empty() ||
                               (text_[node.range.begin] == '[' && list->items.front().range.begin != node.range.begin));
  }

  // ---- lines ----

  Line& put(Line line) {
    const bool blank = marks_.empty() ? line.blank_before : std::exchange(blank_before_marks_, false);
    line.marks = std::exchange(marks_, {});
    line.blank_before = blank && !begins_collection_ && lines_.last() != nullptr;
    begins_collection_ = false;
    return lines_.add(std::move(line));
  }

  // Whether an empty line stands right above the line that `at` is the first thing of.
  [[nodiscard]] bool blank_above(std::uint32_t at) const {
    std::size_t i = at;
    int breaks = 0;
    while (i > 0 && breaks < 2) {
      const char c = text_[i - 1];
      if (c == '\n' || c == '\r') {
        ++breaks;
        if (c == '\n' && i > 1 && text_[i - 2] == '\r') --i;
      } else if (c != ' ' && c != '\t') {
        return false;
      }
      --i;
    }
    return breaks == 2 && i >= kept_until_;
  }

  [[nodiscard]] std::size_t column_of(std::uint32_t at) const {
    const auto line_break = at == 0 ? std::string_view::npos : text_.find_last_of("\r\n", at - 1);
    const std::size_t begin = line_break == std::string_view::npos ? 0 : line_break + 1;
    const std::size_t mark = begin == 0 && text_.starts_with("\xef\xbb\xbf") ? 3 : 0;
    return width_of(text_.substr(begin + mark, at - begin - mark));
  }

  // ---- comments ----

  [[nodiscard]] const Comment* pending(std::uint32_t before) const {
    return next_comment_ < comments_.size() && comments_[next_comment_].at.begin < before ? &comments_[next_comment_]
                                                                                          : nullptr;
  }
  [[nodiscard]] std::string text_of(const Comment& comment) const {
    return std::string(text_.substr(comment.at.begin, comment.at.end - comment.at.begin));
  }

  void write(const Comment& comment, std::size_t indent) {
    ++next_comment_;
    Line* last = lines_.last();
    const bool behind =
        !comment.own_line && last != nullptr && last->comment.empty() && !last->verbatim && marks_.empty();
    if (behind) {
      last->comment = text_of(comment);
      return;
    }
    // Dashes that wait for their item get a line of their own.
    if (!marks_.empty()) {
      put({.indent = indent});
      begins_collection_ = true;
      if (!comment.own_line) {
        lines_.last()->comment = text_of(comment);
        return;
      }
    }
    put({.indent = indent,
         .comment = text_of(comment),
         .blank_before = comment.own_line && blank_above(comment.at.begin)});
  }

  // Writes the comments that stand before something.
  void flush(std::uint32_t before, std::size_t indent) {
    while (const Comment* comment = pending(before)) write(*comment, indent);
  }

  // Behind the last entry of a collection: comments that are indented like it belong to it.
  void take_tail(std::uint32_t before, std::size_t column, std::size_t indent) {
    while (const Comment* comment = pending(before)) {
      if (comment->own_line && column_of(comment->at.begin) < column) return;
      write(*comment, indent);
    }
  }

  // ---- values ----

  // In one line, or nothing when it cannot be.
  [[nodiscard]] std::optional<std::string> one_line(const Node& node, std::size_t room) const {
    if (const Scalar* scalar = node.scalar()) {
      if (scalar->style == Style::Absent) return std::string();
      const std::string_view written = source_of(node.range);
      if (scalar->style == Style::Block || written.find_first_of("\r\n") != std::string_view::npos) return std::nullopt;
      return std::string(written);
    }
    if (pending(node.range.end) != nullptr) return std::nullopt;
    std::string out;
    if (const List* list = node.list()) {
      for (const Node& item : list->items) {
        const auto text = one_line(item, room);
        if (!text || out.size() > room * 4) return std::nullopt;
        out.append(out.empty() ? "" : ", ").append(*text);
      }
      return fmt::format("[{}]", out);
    }
    for (const Entry& entry : node.map()->entries) {
      const auto text = cell(entry, room);
      if (!text || out.size() > room * 4) return std::nullopt;
      out.append(out.empty() ? "" : ", ").append(*text);
    }
    return fmt::format("{{{}}}", out);
  }

  // "key: value", as between braces.
  [[nodiscard]] std::optional<std::string> cell(const Entry& entry, std::size_t room) const {
    const std::string key = key_text(source_of(entry.key_range), entry.key);
    const auto value = one_line(entry.value, room);
    if (!value || key.size() > kLongestPlainKey) return std::nullopt;
    return value->empty() ? key : fmt::format("{}: {}", key, *value);
  }

  void value(Intro intro, const Node& node, std::uint32_t limit) {
    const bool has_head = !intro.head.empty();
    const std::size_t inner = has_head ? intro.indent + kIndent : intro.indent;
    const bool begins_here = node.scalar() != nullptr ? !is_absent(node) : is_flow(node);
    if (begins_here && pending(node.range.begin) != nullptr) {
      // A comment stands between the key or dash and its value, which begins on a line of its own then.
      if (has_head) open(intro);
      flush(node.range.begin, inner);
      intro = {.indent = inner, .head = ""};
    }
    if (const Scalar* scalar = node.scalar()) {
      put_scalar(intro, *scalar, node.range);
      return;
    }
    if (is_flow(node) && put_one_line(intro, node)) return;
    if (!intro.head.empty()) open(intro);
    block(node, inner, limit);
  }

  void open(const Intro& intro) {
    put({.indent = intro.indent, .head = intro.head, .blank_before = intro.blank_before});
    begins_collection_ = true;
  }

  bool put_one_line(const Intro& intro, const Node& node) {
    Line line{.indent = intro.indent,
              .head = intro.head,
              .blank_before = intro.blank_before,
              .run = intro.run,
              .padded_value = intro.padded_value};
    const bool is_filled_map = node.map() != nullptr && !node.map()->entries.empty();
    if (pending(node.range.end) != nullptr && is_filled(node)) return false;
    const std::size_t room = width_ > intro.indent ? width_ - intro.indent : 0;
    if (is_filled_map) {
      const auto& entries = node.map()->entries;
      for (const Entry& entry : entries) {
        auto text = cell(entry, room);
        if (!text) return false;
        line.cells.push_back({entry.key, *std::move(text)});
      }
      for (std::size_t i = 1; i < entries.size(); ++i) {
        const std::uint32_t from = std::max(entries[i - 1].value.range.end, entries[i - 1].key_range.end);
        const std::string_view between = text_.substr(from, entries[i].key_range.begin - from);
        const auto comma = between.find(',');
        if (comma != std::string_view::npos && between.substr(comma).starts_with(",  ") &&
            between.find_first_of("\r\n") == std::string_view::npos) {
          line.padded_cells = true;
        }
      }
    } else {
      const auto text = is_filled(node) ? one_line(node, room) : node.map() != nullptr ? "{}" : "[]";
      if (!text) return false;
      line.value = *text;
    }
    if (is_filled(node) && intro.indent + width_of(line.code()) > width_) return false;
    put(std::move(line));
    return true;
  }

  [[nodiscard]] static bool is_filled(const Node& node) {
    return node.map() != nullptr ? !node.map()->entries.empty() : !node.list()->items.empty();
  }

  void put_scalar(const Intro& intro, const Scalar& scalar, source::Range range) {
    // Behind a dash the first line is indented already.
    const bool is_item = intro.head.empty() && !marks_.empty();
    const std::size_t inner = intro.indent + (is_item ? 0 : kIndent);
    Line line{.indent = intro.indent,
              .head = intro.head,
              .blank_before = intro.blank_before,
              .run = intro.run,
              .padded_value = intro.padded_value};
    if (scalar.style == Style::Absent) {
      line.run = 0;
      put(std::move(line));
      return;
    }
    if (scalar.style == Style::Block) {
      put_block_scalar(std::move(line), range);
      return;
    }
    const auto parts = lines_of(source_of(range), scalar.style == Style::Quoted);
    if (parts.size() > 1) line.run = 0;
    line.value = parts.front();
    put(std::move(line));
    for (std::size_t i = 1; i < parts.size(); ++i) put({.indent = inner, .value = parts[i]});
  }

  void put_block_scalar(Line line, source::Range range) {
    const std::size_t indent = block_indent_ + kIndent;
    const BlockText block = read_block_text(text_, range.begin, source_column_);
    line.run = 0;
    line.value = block.header;
    Line& first = put(std::move(line));
    if (const Comment* comment = pending(range.end); comment != nullptr) {
      first.comment = text_of(*comment);
      ++next_comment_;
    }
    for (const std::string& part : block.lines) put({.indent = indent, .value = part, .verbatim = true});
    lines_.last()->verbatim = true;
    // The empty lines that end it are part of it.
    if (block.keeps_end) kept_until_ = block.end;
  }

  // ---- collections over several lines ----

  void block(const Node& node, std::size_t indent, std::uint32_t limit) {
    const bool flow = is_flow(node);
    const std::size_t outer = std::exchange(block_indent_, indent);
    const std::uint32_t run = ++runs_;
    const std::uint32_t own_limit = flow ? node.range.end : limit;
    const std::size_t column = flow ? 0 : column_of(start_of(node));
    const std::ptrdiff_t outer_column = std::exchange(source_column_, static_cast<std::ptrdiff_t>(column));
    const Around around{.indent = indent, .run = run, .limit = own_limit, .flow = flow};
    if (const List* list = node.list()) {
      block_list(*list, around);
    } else {
      block_map(*node.map(), around);
    }
    take_tail(own_limit, column, indent);
    source_column_ = outer_column;
    block_indent_ = outer;
  }

  struct Around {
    std::size_t indent;
    std::uint32_t run;
    std::uint32_t limit;
    bool flow;
  };

  void block_map(const Map& map, const Around& around) {
    for (std::size_t i = 0; i < map.entries.size(); ++i) {
      const Entry& entry = map.entries[i];
      const std::uint32_t limit = i + 1 < map.entries.size() ? map.entries[i + 1].key_range.begin : around.limit;
      const std::uint32_t begin = entry.key_range.begin;
      flush(begin, around.indent);
      Intro intro{.indent = around.indent,
                  .head = fmt::format("{}:", key_text(source_of(entry.key_range), entry.key)),
                  .run = around.run,
                  .padded_value = is_padded(entry),
                  .blank_before = blank_above(begin)};
      if (intro.head.size() > kLongestPlainKey) {
        intro.head.pop_back();
        put({.indent = around.indent, .head = fmt::format("? {}", intro.head), .blank_before = intro.blank_before});
        intro = {.indent = around.indent, .head = std::string(1, ':')};
      }
      value(std::move(intro), entry.value, limit);
    }
  }

  void block_list(const List& list, const Around& around) {
    const auto begin_of = [&](const Node& item) {
      return around.flow ? item.range.begin : dash_before(start_of(item));
    };
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      const std::uint32_t begin = begin_of(list.items[i]);
      const std::uint32_t limit = i + 1 < list.items.size() ? begin_of(list.items[i + 1]) : around.limit;
      flush(begin, around.indent);
      if (marks_.empty()) blank_before_marks_ = blank_above(begin);
      marks_ += "- ";
      value({.indent = around.indent + kIndent, .head = "", .run = around.run}, list.items[i], limit);
    }
  }

  // Where a value begins: of a list over several lines at its first dash.
  [[nodiscard]] std::uint32_t start_of(const Node& node) const {
    const List* list = node.list();
    if (list == nullptr || is_flow(node)) return node.range.begin;
    return dash_before(start_of(list->items.front()));
  }

  // The dash of the item that begins at `at`: only dashes, space and comments stand before it on the way back.
  [[nodiscard]] std::uint32_t dash_before(std::uint32_t at) const {
    auto comment = std::ranges::lower_bound(comments_, at, {}, [](const Comment& c) { return c.at.begin; });
    for (std::uint32_t i = at; i > 0;) {
      --i;
      if (comment != comments_.begin() && i < std::prev(comment)->at.end) {
        --comment;
        i = comment->at.begin;
        continue;
      }
      if (text_[i] == '-') return i;
    }
    return at;
  }

  // More than one space between the `:` and a value on the same line.
  [[nodiscard]] bool is_padded(const Entry& entry) const {
    if (is_absent(entry.value) || entry.value.range.begin < entry.key_range.end) return false;
    const std::string_view between = text_.substr(entry.key_range.end, entry.value.range.begin - entry.key_range.end);
    const auto colon = between.find(':');
    return colon != std::string_view::npos && between.size() - colon > 2 &&
           between.find_first_not_of(' ', colon + 1) == std::string_view::npos;
  }

  [[nodiscard]] std::string_view source_of(source::Range range) const {
    return text_.substr(range.begin, range.end - range.begin);
  }

  std::string_view text_;
  std::vector<Comment> comments_;
  std::size_t next_comment_ = 0;
  std::size_t width_;
  Lines lines_;
  std::string marks_;  // dashes whose item has not been written yet
  bool blank_before_marks_ = false;
  std::ptrdiff_t source_column_ = -1;  // where that collection stands in the text that is read
  std::size_t block_indent_ = 0;       // of the innermost collection over several lines
  std::uint32_t runs_ = 0;
  std::uint32_t kept_until_ = 0;    // empty lines before this byte belong to a block of text
  bool begins_collection_ = false;  // the next line is the first of one
};

bool says_the_same(const Node& a, const Node& b) {
  if (a.value.index() != b.value.index()) return false;
  if (const Scalar* scalar = a.scalar()) return scalar->text == b.scalar()->text && scalar->style == b.scalar()->style;
  if (const List* list = a.list()) return std::ranges::equal(list->items, b.list()->items, says_the_same);
  return std::ranges::equal(a.map()->entries, b.map()->entries, [](const Entry& x, const Entry& y) {
    return x.key == y.key && says_the_same(x.value, y.value);
  });
}

std::vector<std::string_view> words_of(std::string_view text, const std::vector<Comment>& comments) {
  std::vector<std::string_view> words;
  for (const Comment& comment : comments) {
    words.push_back(text.substr(comment.at.begin, comment.at.end - comment.at.begin));
  }
  return words;
}

// Reads the result again, so that a mistake of the formatter can lose nothing.
void hold_against(std::string_view text, const Node& root, const std::string& formatted) {
  source::SourceMap sources;
  diag::Findings findings;
  const auto again = parse(sources, sources.add("formatted", formatted), findings);
  TANDEM_ENSURE(again.has_value() && findings.all().empty());
  TANDEM_ENSURE(says_the_same(root, *again));
  TANDEM_ENSURE(words_of(text, find_comments(text, root)) == words_of(formatted, find_comments(formatted, *again)));
}

}  // namespace

std::optional<std::string> format(const source::SourceMap& sources, source::FileId file, diag::Findings& findings,
                                  const FormatOptions& options) {
  const std::size_t before = findings.all().size();
  const auto root = parse(sources, file, findings);
  if (!root || findings.all().size() > before) return std::nullopt;
  std::string formatted = Formatter(sources.text(file), *root, options.width).format(*root);
  hold_against(sources.text(file), *root, formatted);
  return formatted;
}

}  // namespace tandem::yaml
