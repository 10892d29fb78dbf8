// Writes comma-separated values (RFC 4180): lines end with CR LF, and a field is quoted where it has to be.
//
//   CsvWriter csv;
//   csv.field("team");
//   csv.field(std::int64_t{12});
//   csv.end_line();
//   return csv.take();
//
// Spreadsheets take a text that begins with = + - @, a tab or a line's end for a formula and run it, whoever wrote it
// (OWASP, "CSV Injection"): such a text gets an apostrophe in front, which they show as nothing or as itself. Numbers
// are written as numbers.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace tandem::wire {

class CsvWriter {
 public:
  void field(std::string_view text);
  void field(const std::string& text) { field(std::string_view(text)); }
  void field(const char* text) { field(std::string_view(text)); }
  template <class Number>
    requires(std::integral<Number> && !std::same_as<Number, bool>)
  void field(Number number) {
    raw(std::to_string(number));
  }
  void end_line();
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  void raw(std::string_view text);

  std::string text_;
  bool is_first_ = true;  // of its line
};

}  // namespace tandem::wire
