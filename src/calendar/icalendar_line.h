// The lines of iCalendar (RFC 5545, 3.1): bytes to unfolded lines, a line to name, parameters and value. Part of
// reading feeds; see icalendar.h.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace tandem::calendar {

// Reads lines one after another and puts folded ones together. Lines end with LF, with or without CR before it; empty
// lines are passed over.
class LineReader {
 public:
  struct Line {
    std::size_t number;     // of the first line of text, counted from 1
    std::size_t begin;      // where it begins in the text
    std::string_view text;  // valid until the next call
    bool overlong;          // longer than the limit: the rest is left out
  };

  // `first_line`: the number of the text's first line.
  LineReader(std::string_view text, std::size_t first_line, std::size_t longest)
      : text_(text), number_(first_line), longest_(longest) {}
  [[nodiscard]] std::optional<Line> next();
  [[nodiscard]] std::size_t position() const { return at_; }  // of what is not read yet

 private:
  [[nodiscard]] std::string_view take_physical();

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t number_;
  std::size_t longest_;
  std::string unfolded_;
};

struct ContentLine {
  struct Parameter {
    std::string name;   // in capitals
    std::string value;  // without quotes; RFC 6868 is undone
  };
  std::size_t number = 0;
  std::string name;  // in capitals
  std::vector<Parameter> parameters;
  std::string value;  // as it is written

  [[nodiscard]] std::string_view parameter(std::string_view parameter_name) const;  // empty when it is absent
};

// The name in capitals of what may be a content line: all before the first `;` or `:`. Empty when there is none.
[[nodiscard]] std::string name_of_line(std::string_view text);

// BadInput when the text is not of the form NAME;PARAMETER=VALUE:VALUE.
[[nodiscard]] base::Result<ContentLine> parse_content_line(std::string_view text, std::size_t number);

// A TEXT value without its backslashes (RFC 5545, 3.3.11); control characters become spaces, but for line breaks.
[[nodiscard]] std::string unescape_text(std::string_view value);
// The same for a list of values between commas; empty ones are left out.
[[nodiscard]] std::vector<std::string> split_texts(std::string_view value);

[[nodiscard]] std::string in_capitals(std::string_view text);

}  // namespace tandem::calendar
