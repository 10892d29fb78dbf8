#include "wire/csv_writer.h"

namespace tandem::wire {

void CsvWriter::field(std::string_view text) {
  const bool is_formula = !text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
  const bool is_quoted = text.find_first_of("\",\r\n") != std::string_view::npos;
  std::string written;
  if (is_quoted) written += '"';
  if (is_formula) written += '\'';
  for (const char c : text) {
    if (c == '"') written += '"';
    written += c;
  }
  if (is_quoted) written += '"';
  raw(written);
}

void CsvWriter::end_line() {
  text_ += "\r\n";
  is_first_ = true;
}

void CsvWriter::raw(std::string_view text) {
  if (!is_first_) text_ += ',';
  text_ += text;
  is_first_ = false;
}

}  // namespace tandem::wire
