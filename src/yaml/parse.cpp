#include <yaml.h>

#include <algorithm>
#include <map>
#include <new>

#include "base/utf8.h"
#include "yaml/char_offsets.h"
#include "yaml/fault.h"
#include "yaml/node.h"

namespace tandem::yaml {
namespace {

// One mistake repeated a thousand times is told often enough.
constexpr std::size_t kMostDuplicates = 100;

struct Parser : yaml_parser_t {
  Parser() : yaml_parser_t{} {
    if (yaml_parser_initialize(this) == 0) throw std::bad_alloc();
  }
  ~Parser() { yaml_parser_delete(this); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
};

struct Event : yaml_event_t {
  Event() : yaml_event_t{} {}
  ~Event() { yaml_event_delete(this); }
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
};

// A list or map whose end has not been read yet.
struct Open {
  Node node;
  bool bracketed = false;                                    // written with [ ] or { }: its range is known from them
  std::optional<Entry> entry{};                              // in a map: the key whose value comes next
  bool duplicate = false;                                    // that key stood before: its value is read and dropped
  diag::Finding* told = nullptr;                             // what was said of that
  std::uint32_t last_end = 0;                                // of the entry before
  std::map<std::string, source::Range, std::less<>> keys{};  // in a map: where each key was first given
};

// Characters that YAML forbids, and the line separators that YAML 1.1 (libyaml) breaks lines at and 1.2 does not.
std::optional<std::size_t> find_forbidden_char(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f) return at;
    if (c < 0x80) continue;
    const std::string_view rest = text.substr(at);
    if (c == 0xc2 && static_cast<unsigned char>(text[at + 1]) < 0xa0) return at;  // U+0080..U+009F
    if (rest.starts_with("\u2028") || rest.starts_with("\u2029")) return at;
    if (rest.starts_with("\xef\xbf\xbe") || rest.starts_with("\xef\xbf\xbf")) return at;  // U+FFFE, U+FFFF
    if (at > 0 && rest.starts_with("\ufeff")) return at;
  }
  return std::nullopt;
}

// What makes letters stand in another order than the program reads them in: the embeddings and overrides U+202A to
// U+202E and the isolates U+2066 to U+2069 (Unicode's UAX #9; "Trojan Source", CVE-2021-42574). Where the first stands.
std::optional<std::size_t> find_reordering_char(std::string_view text) {
  for (std::size_t at = text.find('\xe2'); at != std::string_view::npos; at = text.find('\xe2', at + 1)) {
    const std::string_view bytes = text.substr(at, 3);
    if ((bytes >= "\u202a" && bytes <= "\u202e") || (bytes >= "\u2066" && bytes <= "\u2069")) return at;
  }
  return std::nullopt;
}

// REQUIRES: one stands at `at`.
std::string reordering_message(std::string_view text, std::size_t at) {
  const auto low = static_cast<unsigned char>(text[at + 2]) & 0x3fU;
  const unsigned code = 0x2000U | (static_cast<unsigned char>(text[at + 1]) & 0x3fU) << 6U | low;
  return fmt::format("U+{:04X} is not allowed: it makes people read letters in another order than they stand in", code);
}

std::uint32_t char_length(std::string_view text, std::uint32_t at) {
  if (at >= text.size()) return 0;
  std::uint32_t length = 1;
  while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xc0) == 0x80) ++length;
  return length;
}

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

class TreeReader {
 public:
  TreeReader(source::FileId file, std::string_view text, diag::Findings& findings, const Limits& limits)
      : file_(file), text_(text), offsets_(text), findings_(findings), limits_(limits) {
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    // Told the encoding, the library takes a byte order mark for the first character of the first line: a key behind it
    // would be indented.
    if (text.starts_with(kByteOrderMark)) {
      chars_before_ = 1;
      text.remove_prefix(kByteOrderMark.size());
    }
    // libyaml takes bytes as unsigned char; it does not write to them.
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }

  std::optional<Node> read() {
    for (;;) {
      Event event;
      if (yaml_parser_parse(&parser_, &event) == 0) {
        report_fault();
        return std::nullopt;
      }
      if (event.type == YAML_STREAM_END_EVENT) break;
      if (!take(event)) return std::nullopt;
    }
    // A text without a document (only comments) is an absent value.
    if (!root_) root_ = Node{{file_, 0, 0}, Scalar{{}, Style::Absent}};
    return std::move(root_);
  }

 private:
  // Each of these answers false when reading cannot go on; a finding then says why.
  bool take(const Event& event) {
    switch (event.type) {
      case YAML_NO_EVENT:
      case YAML_STREAM_START_EVENT:
      case YAML_STREAM_END_EVENT:
      case YAML_DOCUMENT_END_EVENT: return true;
      case YAML_DOCUMENT_START_EVENT: return take_document(event);
      case YAML_ALIAS_EVENT:
      case YAML_SCALAR_EVENT: return check_node(event) && take_scalar(event);
      case YAML_SEQUENCE_START_EVENT:
        return check_node(event) && open(event, List{}, event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE);
      case YAML_MAPPING_START_EVENT:
        return check_node(event) && open(event, Map{}, event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT: return close(event);
    }
    return true;
  }

  bool take_document(const Event& event) {
    const std::uint32_t begin = byte_of(event.start_mark);
    const auto& start = event.data.document_start;
    if (start.version_directive != nullptr || start.tag_directives.start != start.tag_directives.end) {
      return refuse(line_from(begin), "directives (`%`) are not part of the language");
    }
    if (seen_document_) return refuse(line_from(begin), "a second document begins here; a file holds one");
    seen_document_ = true;
    return true;
  }

  // Limits and the features that are left out of the language.
  bool check_node(const Event& event) {
    const std::uint32_t begin = byte_of(event.start_mark);
    if (++nodes_ > limits_.nodes) {
      findings_.add(diag::Kind::TooLarge, point(begin), fmt::format("more than {} values in one file", limits_.nodes));
      return false;
    }
    // Properties come first, so the first character tells; no plain text can begin with these.
    const char first = begin < text_.size() ? text_[begin] : '\0';
    if (first == '&')
      return refuse(word_from(begin), "anchors (`&`) are not part of the language; write the value out");
    if (first == '*') {
      return refuse(word_from(begin),
                    "aliases (`*`) are not part of the language; write the value out, or put the text in quotes");
    }
    if (first == '!')
      return refuse(word_from(begin), "tags (`!`) are not part of the language; put the text in quotes");
    return true;
  }

  bool take_scalar(const Event& event) {
    const auto& scalar = event.data.scalar;
    // The other half of the cast in the constructor.
    std::string text(reinterpret_cast<const char*>(scalar.value), scalar.length);
    source::Range range{file_, byte_of(event.start_mark), byte_of(event.end_mark)};
    Style style = Style::Plain;
    // Written as `\u202e`.
    if (const auto bad = find_reordering_char(text)) return refuse(range, reordering_message(text, *bad));
    if (scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE || scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE) {
      style = Style::Quoted;
    } else if (scalar.style == YAML_LITERAL_SCALAR_STYLE || scalar.style == YAML_FOLDED_SCALAR_STYLE) {
      style = Style::Block;
      while (range.end > range.begin + 1 && std::string_view(" \t\r\n").contains(text_[range.end - 1])) --range.end;
    } else if (text.empty()) {
      style = Style::Absent;
      range = absent_range(range.begin);
    }
    if (!open_.empty() && open_.back().node.map() != nullptr && !open_.back().entry) {
      return take_key(std::move(text), range, style, static_cast<std::uint32_t>(event.start_mark.column));
    }
    put({range, Scalar{std::move(text), style}});
    return true;
  }

  bool take_key(std::string key, source::Range range, Style style, std::uint32_t column) {
    if (style == Style::Plain && key == "<<") {
      return refuse(range, "merge keys (`<<`) are not part of the language; write the keys out");
    }
    // YAML 1.1 (libyaml) takes `{?a: b}` for the key `a`, YAML 1.2 for the key `?a`.
    if (range.begin > 0 && text_[range.begin - 1] == '?') {
      return refuse({file_, range.begin - 1, range.end}, "a key cannot begin with `?`; put it in quotes");
    }
    Open& in = open_.back();
    if (in.keys.empty()) std::get<Map>(in.node.value).indent = column;
    const auto [first, is_new] = in.keys.emplace(key, range);
    in.duplicate = !is_new;
    in.told = nullptr;
    if (!is_new && ++duplicates_ <= kMostDuplicates) {
      in.told = &findings_.add(diag::Kind::DuplicateKey, range, fmt::format("`{}` is given twice in one map", key));
      in.told->note(first->second, "first given here");
    }
    in.entry = Entry{std::move(key), range, {}};
    return true;
  }

  bool open(const Event& event, std::variant<Scalar, List, Map> value, bool flow) {
    const std::uint32_t begin = byte_of(event.start_mark);
    if (!open_.empty() && open_.back().node.map() != nullptr && !open_.back().entry) {
      return refuse({file_, begin, begin + char_length(text_, begin)}, "a key is a word, not a list or a map");
    }
    if (open_.size() >= limits_.depth) {
      findings_.add(diag::Kind::TooLarge, point(begin), fmt::format("nested deeper than {} levels", limits_.depth));
      return false;
    }
    // `[a: b]` holds a map without braces.
    const bool bracketed = flow && begin < text_.size() && (text_[begin] == '[' || text_[begin] == '{') &&
                           !(text_[begin] == '[' && std::holds_alternative<Map>(value));
    open_.push_back({.node = {point(begin), std::move(value)}, .bracketed = bracketed});
    if (!bracketed) open_.back().node.range.end = 0;  // grows with the children
    return true;
  }

  bool close(const Event& event) {
    Open done = std::move(open_.back());
    open_.pop_back();
    if (auto* map = std::get_if<Map>(&done.node.value)) map->bracketed = done.bracketed;
    if (done.bracketed) done.node.range.end = byte_of(event.end_mark);
    done.node.range.end = std::max(done.node.range.end, done.node.range.begin);
    put(std::move(done.node));
    return true;
  }

  void put(Node node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    Open& in = open_.back();
    if (!in.bracketed) {
      const std::uint32_t begin = in.entry ? in.entry->key_range.begin : node.range.begin;
      if (in.node.range.end == 0) in.node.range.begin = begin;
      in.node.range.end = std::max(in.node.range.end, node.range.end);
    }
    if (auto* list = std::get_if<List>(&in.node.value)) {
      list->items.push_back(std::move(node));
      return;
    }
    const std::uint32_t end = std::max(in.entry->key_range.end, node.range.end);
    if (in.told != nullptr) {
      in.told->suggest({.words = "take out the one that is not meant", .edits = {{{file_, in.last_end, end}, ""}}});
    }
    in.last_end = end;
    in.entry->value = std::move(node);
    if (!in.duplicate) std::get<Map>(in.node.value).entries.push_back(std::move(*in.entry));
    in.entry.reset();
  }

  // libyaml puts a value that is left out behind the `:` when there is one and before the next token otherwise.
  [[nodiscard]] source::Range absent_range(std::uint32_t begin) const {
    if (open_.empty() || !open_.back().entry) return point(begin);
    const bool after_colon = begin > 0 && text_[begin - 1] == ':';
    return point(after_colon ? begin : open_.back().entry->key_range.end);
  }

  void report_fault() {
    if (parser_.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
    const std::uint32_t at = byte_of(parser_.problem_mark);
    const std::uint32_t began = byte_of(parser_.context_mark);
    const std::string_view context = parser_.context == nullptr ? "" : parser_.context;
    const std::string_view problem = parser_.problem == nullptr ? "the text is not YAML" : parser_.problem;
    const Fault fault = describe_fault(problem, context, text_, at);
    if (fault.at_beginning) {
      refuse(line_from(began), fault.message);
      return;
    }
    const bool at_break = at >= text_.size() || text_[at] == '\n' || text_[at] == '\r';
    auto& finding =
        findings_.add(diag::Kind::Syntax, {file_, at, at_break ? at : at + char_length(text_, at)}, fault.message);
    if (!fault.note.empty()) finding.note(point(began), fault.note);
  }

  bool refuse(source::Range range, std::string message) {
    findings_.add(diag::Kind::Syntax, range, std::move(message));
    return false;
  }
  [[nodiscard]] std::uint32_t byte_of(const yaml_mark_t& mark) const {
    return offsets_.byte(mark.index + chars_before_);
  }
  [[nodiscard]] source::Range point(std::uint32_t at) const { return {file_, at, at}; }
  [[nodiscard]] source::Range until(std::uint32_t begin, std::string_view stops) const {
    const std::size_t end = std::min(text_.find_first_of(stops, begin), text_.size());
    return {file_, begin, static_cast<std::uint32_t>(end)};
  }
  [[nodiscard]] source::Range word_from(std::uint32_t begin) const { return until(begin, " \t\r\n,]}"); }
  [[nodiscard]] source::Range line_from(std::uint32_t begin) const { return until(begin, "\r\n"); }

  source::FileId file_;
  std::string_view text_;
  CharOffsets offsets_;
  std::size_t chars_before_ = 0;  // the library's beginning: of a byte order mark
  diag::Findings& findings_;
  const Limits& limits_;
  Parser parser_;
  std::vector<Open> open_;
  std::optional<Node> root_;
  std::size_t nodes_ = 0;
  std::size_t duplicates_ = 0;
  bool seen_document_ = false;
};

}  // namespace

std::optional<Node> parse(const source::SourceMap& sources, source::FileId file, diag::Findings& findings,
                          const Limits& limits) {
  const std::string_view text = sources.text(file);
  if (text.size() > limits.bytes) {
    findings.add(diag::Kind::TooLarge, {file, 0, 0}, fmt::format("the file is longer than {} bytes", limits.bytes));
    return std::nullopt;
  }
  if (const auto bad = base::find_bad_utf8(text)) {
    const auto at = static_cast<std::uint32_t>(*bad);
    findings.add(diag::Kind::Syntax, {file, at, at + 1}, "the text is not UTF-8 here");
    return std::nullopt;
  }
  if (const auto bad = find_forbidden_char(text)) {
    const auto at = static_cast<std::uint32_t>(*bad);
    findings.add(diag::Kind::Syntax, {file, at, at + char_length(text, at)},
                 "a control character or unusual line break is not allowed here");
    return std::nullopt;
  }
  if (const auto bad = find_reordering_char(text)) {
    const auto at = static_cast<std::uint32_t>(*bad);
    findings.add(diag::Kind::Syntax, {file, at, at + char_length(text, at)}, reordering_message(text, at));
    return std::nullopt;
  }
  return TreeReader(file, text, findings, limits).read();
}

}  // namespace tandem::yaml
