#include "connect/csv.h"

#include "base/check.h"
#include "base/utf8.h"

namespace tandem::connect {
namespace {

constexpr std::size_t kPiece = 256 * 1024;

}  // namespace

CsvReader::CsvReader(Input& input, CsvLimits limits) : input_(&input), limits_(limits), buffer_(kPiece) {}

// Reads one more piece behind what is in the buffer. False at the end of the input.
base::Result<bool> CsvReader::fill() {
  if (ended_) return false;
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    scan_ -= begin_;
    begin_ = 0;
  }
  // The row limit bounds the buffer: find_record() gives up before it grows further.
  if (buffer_.size() - end_ < kPiece) buffer_.resize(end_ + kPiece);
  TANDEM_TRY(const std::size_t n, input_->read(std::span(buffer_).subspan(end_)));
  end_ += n;
  ended_ = n == 0;
  return !ended_;
}

base::Result<void> CsvReader::begin_text() {
  begun_ = true;
  while (end_ < 3) {
    TANDEM_TRY(const bool more, fill());
    if (!more) break;
  }
  const std::string_view first(buffer_.data(), std::min<std::size_t>(end_, 3));
  if (first.starts_with("\xEF\xBB\xBF")) begin_ = scan_ = 3;
  if (first.starts_with("\xFF\xFE") || first.starts_with("\xFE\xFF")) {
    return base::fail(base::ErrorCode::BadInput, "the text is UTF-16: save it as UTF-8");
  }
  return {};
}

// Looks for the end of the record that begins at begin_ and sets length_ and taken_.
base::Result<CsvReader::Found> CsvReader::find_record() {
  scan_ = begin_;
  state_ = Scan::FieldStart;
  for (;;) {
    for (; scan_ < end_; ++scan_) {
      if (scan_ - begin_ > limits_.row_bytes) return Found::TooLong;
      const char c = buffer_[scan_];
      if (c == '\n' && state_ != Scan::Quoted) {
        length_ = scan_ - begin_;
        taken_ = length_ + 1;
        return Found::Record;
      }
      switch (state_) {
        case Scan::FieldStart: state_ = c == '"' ? Scan::Quoted : c == ',' ? Scan::FieldStart : Scan::Unquoted; break;
        case Scan::Unquoted: state_ = c == ',' ? Scan::FieldStart : Scan::Unquoted; break;
        case Scan::Quoted: state_ = c == '"' ? Scan::AfterQuote : Scan::Quoted; break;
        case Scan::AfterQuote: state_ = c == '"' ? Scan::Quoted : c == ',' ? Scan::FieldStart : Scan::Unquoted; break;
      }
    }
    TANDEM_TRY(const bool more, fill());
    if (more) continue;
    length_ = taken_ = end_ - begin_;
    if (length_ == 0) return Found::Nothing;
    return state_ == Scan::Quoted ? Found::TooLong : Found::Record;
  }
}

void CsvReader::pass(std::size_t bytes) {
  const auto from = buffer_.begin() + static_cast<std::ptrdiff_t>(begin_);
  next_line_ += static_cast<std::uint64_t>(std::count(from, from + static_cast<std::ptrdiff_t>(bytes), '\n'));
  begin_ += bytes;
}

// Goes to the line after the one on which the record began: a quote that is never closed costs one line, not the file.
void CsvReader::pass_first_line(std::size_t known) {
  const auto* from = buffer_.data() + begin_;
  const auto* newline = static_cast<const char*>(std::memchr(from, '\n', known));
  if (newline != nullptr) {
    pass(static_cast<std::size_t>(newline - from) + 1);
  } else {
    pass(known);
    skipping_ = true;
  }
}

CsvReader::Step CsvReader::bad(std::string problem) {
  problem_ = std::move(problem);
  return Step::BadRow;
}

base::Result<CsvReader::Step> CsvReader::next() {
  if (!begun_) TANDEM_TRY_DONE(begin_text());
  for (;;) {
    fields_.clear();
    if (skipping_) {
      if (begin_ == end_) {
        begin_ = end_ = scan_ = 0;
        TANDEM_TRY(const bool more, fill());
        if (!more) return Step::End;
      }
      skipping_ = false;
      pass_first_line(end_ - begin_);
      continue;
    }
    line_ = next_line_;
    TANDEM_TRY(const Found found, find_record());
    if (found == Found::Nothing) return Step::End;
    if (found == Found::TooLong) {
      const bool open = state_ == Scan::Quoted;
      pass_first_line(end_ - begin_);
      return bad(open ? "a quoted field is not closed"
                      : fmt::format("the row is longer than {} bytes", limits_.row_bytes));
    }
    std::string_view record(buffer_.data() + begin_, length_);
    if (record.ends_with('\r')) record.remove_suffix(1);
    pass(taken_);
    if (record.empty()) continue;
    auto problem = split(record);
    if (problem.empty() && width_ == 0) width_ = fields_.size();
    if (problem.empty() && fields_.size() != width_) {
      problem = fmt::format("the row has {} fields, and the header {}", fields_.size(), width_);
    }
    if (!problem.empty()) return bad(std::move(problem));
    return Step::Row;
  }
}

// Sets fields_ and returns what is wrong with the record, or nothing. The views point into the buffer, or into
// unquoted_ where a doubled quote had to be made one.
std::string CsvReader::split(std::string_view record) {
  unquoted_.clear();
  unquoted_.reserve(record.size());  // so that views into it stay
  std::string problem;
  const auto note = [&](std::string text) {
    if (problem.empty()) problem = std::move(text);
  };
  for (std::size_t at = 0;;) {
    std::string_view field;
    if (at < record.size() && record[at] == '"') {
      const std::size_t from = unquoted_.size();
      std::size_t place = at + 1;
      for (;;) {
        const std::size_t quote = record.find('"', place);
        TANDEM_CHECK(quote != std::string_view::npos);  // find_record() saw it closed
        unquoted_.append(record.substr(place, quote - place));
        place = quote + 1;
        if (place >= record.size() || record[place] != '"') break;
        unquoted_.push_back('"');
        ++place;
      }
      field = std::string_view(unquoted_).substr(from);
      at = std::min(record.find(',', place), record.size());
      if (at != place) note(fmt::format("field {} goes on after its closing quote", fields_.size() + 1));
    } else {
      const std::size_t comma = std::min(record.find(',', at), record.size());
      field = record.substr(at, comma - at);
      at = comma;
      if (field.contains('"')) note(fmt::format("field {} has a quote in it and is not quoted", fields_.size() + 1));
    }
    if (field.size() > limits_.field_bytes) {
      note(fmt::format("field {} is longer than {} bytes", fields_.size() + 1, limits_.field_bytes));
    }
    if (const auto wrong = base::find_bad_utf8(field)) {
      note(fmt::format("field {} is not UTF-8 (its byte {})", fields_.size() + 1, *wrong + 1));
      field = {};
    }
    if (field.contains('\0')) note(fmt::format("field {} has a zero byte in it", fields_.size() + 1));
    fields_.push_back(field);
    if (fields_.size() > limits_.fields) {
      note(fmt::format("the row has more than {} fields", limits_.fields));
      return problem;
    }
    if (at >= record.size()) return problem;
    ++at;
  }
}

}  // namespace tandem::connect
