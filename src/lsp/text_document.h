// A text as an editor has it open: lines end at \n, \r\n or \r, and a place is a line and a number of units in it,
// which are UTF-16 code units unless the client agreed on bytes or code points (LSP 3.17, "Position").
//
//   TextDocument document(text, 1, Encoding::Utf16);
//   document.replace({{0, 4}, {0, 7}}, "luis");
//   document.offset({2, 5});                              // in bytes
//
// Places beyond a line are its end, lines beyond the text are its end. Finding a place costs the length of its line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tandem::lsp {

enum class Encoding : std::uint8_t { Utf8, Utf16, Utf32 };

struct Position {
  std::uint32_t line = 0;  // from 0
  std::uint32_t character = 0;
  auto operator<=>(const Position&) const = default;
};
struct Span {
  Position start;
  Position end;
  auto operator<=>(const Span&) const = default;
};

// Where the lines of a text begin. Borrows the text.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);
  [[nodiscard]] Position position(std::size_t offset, Encoding encoding) const;
  [[nodiscard]] std::size_t offset(Position position, Encoding encoding) const;
  [[nodiscard]] std::size_t lines() const { return starts_.size(); }

 private:
  [[nodiscard]] std::string_view line(std::size_t number) const;  // without its line break
  std::string_view text_;
  std::vector<std::uint32_t> starts_;
};

// What a change did, in bytes of the text before it.
struct TextEdit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t inserted = 0;
};

class TextDocument {
 public:
  TextDocument(std::string text, std::int64_t version) : text_(std::move(text)), version_(version) {}

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::int64_t version() const { return version_; }
  void set_version(std::int64_t version) { version_ = version; }

  // A span that runs backwards is taken for an empty one at its end.
  TextEdit replace(const Span& span, std::string_view text, Encoding encoding);
  // The whole text; the edit is the part that differs.
  TextEdit replace_all(std::string text);

 private:
  std::string text_;
  std::int64_t version_;
};

}  // namespace tandem::lsp
