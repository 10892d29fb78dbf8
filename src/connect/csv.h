// Comma-separated values (RFC 4180), read row by row: quoted fields with commas, doubled quotes and line breaks in
// them, LF or CRLF, an UTF-8 byte order mark. A row that breaks the rules is told with its line and its reason, and
// reading goes on with the next line; what a program must not do is guess.
//
//   CsvReader reader(*input);
//   for (;;) {
//     TANDEM_TRY(const CsvReader::Step step, reader.next());
//     if (step == CsvReader::Step::End) break;
//     if (step == CsvReader::Step::BadRow) report(reader.line(), reader.problem());
//     else use(reader.line(), reader.fields());
//   }
//
// The first good row sets how many fields every row must have. Empty lines are passed over. It knows no column's
// meaning. `input` outlives the reader; one thread at a time.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "connect/input.h"

namespace tandem::connect {

struct CsvLimits {
  std::size_t field_bytes = 64 * 1024;
  std::size_t row_bytes = 1024 * 1024;
  std::size_t fields = 1024;
};

class CsvReader {
 public:
  enum class Step : std::uint8_t { Row, BadRow, End };

  explicit CsvReader(Input& input, CsvLimits limits = {});

  // An error is the input's (I/O, decompression) or a text that is not UTF-8 at all; then nothing more can be read.
  [[nodiscard]] base::Result<Step> next();

  // The line on which the row begins, from 1.
  [[nodiscard]] std::uint64_t line() const { return line_; }
  // After Row: valid until next() is called. After BadRow: what could be made out, possibly nothing.
  [[nodiscard]] std::span<const std::string_view> fields() const { return fields_; }
  // After BadRow: one sentence.
  [[nodiscard]] const std::string& problem() const { return problem_; }

 private:
  enum class Scan : std::uint8_t { FieldStart, Unquoted, Quoted, AfterQuote };
  enum class Found : std::uint8_t { Record, TooLong, Nothing };

  [[nodiscard]] base::Result<bool> fill();
  [[nodiscard]] base::Result<void> begin_text();
  [[nodiscard]] base::Result<Found> find_record();
  [[nodiscard]] Step bad(std::string problem);
  [[nodiscard]] std::string split(std::string_view record);
  void pass(std::size_t bytes);
  void pass_first_line(std::size_t known);

  Input* input_;
  CsvLimits limits_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;  // of the record that is looked for
  std::size_t end_ = 0;    // of what is in the buffer
  std::size_t scan_ = 0;   // how far find_record() has looked
  Scan state_ = Scan::FieldStart;
  bool ended_ = false;  // the input has no more
  bool begun_ = false;
  bool skipping_ = false;  // in the rest of a line that is too long
  std::uint64_t next_line_ = 1;
  std::uint64_t line_ = 1;
  std::size_t width_ = 0;   // fields in a row; 0 before the first
  std::size_t length_ = 0;  // of the record that was found, without its line end
  std::size_t taken_ = 0;   // of the record that was found, with it
  std::vector<std::string_view> fields_;
  std::string unquoted_;  // the fields that had doubled quotes
  std::string problem_;
};

}  // namespace tandem::connect
