#include "sheet/csv.h"

#include <array>
#include <map>
#include <optional>

#include "sheet/budget.h"

namespace tandem::sheet {
namespace {

constexpr std::array<char, 3> kSeparators = {',', ';', '\t'};
constexpr std::size_t kRowsTried = 50;  // to find the separator

struct Field {
  std::size_t begin = 0;  // what stands within the quotes, where there are any
  std::size_t end = 0;
  std::string text;
  bool ends_row = false;
  bool closed = true;  // false: a quote was opened and the text ended
};

bool is_break(char c) {
  return c == '\n' || c == '\r';
}

class FieldReader {
 public:
  FieldReader(std::string_view text, std::size_t at, char separator) : text_(text), at_(at), separator_(separator) {}

  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] std::size_t at() const { return at_; }

  // REQUIRES: !at_end(), or the last field ended no row (the text ends with a separator).
  Field next() {
    Field field;
    if (!at_end() && text_[at_] == '"') {
      read_quoted(field);
    } else {
      field.begin = at_;
      while (!at_end() && !ends_field()) ++at_;
      field.end = at_;
      field.text = text_.substr(field.begin, field.end - field.begin);
    }
    pass_separator(field);
    return field;
  }

 private:
  [[nodiscard]] bool ends_field() const { return text_[at_] == separator_ || is_break(text_[at_]); }

  void read_quoted(Field& field) {
    field.begin = ++at_;
    field.closed = false;
    while (!at_end() && !field.closed) {
      const std::size_t quote = std::min(text_.find('"', at_), text_.size());
      field.text += text_.substr(at_, quote - at_);
      at_ = std::min(quote + 1, text_.size());
      if (quote == text_.size()) break;
      if (!at_end() && text_[at_] == '"') {
        field.text += '"';
        ++at_;
      } else {
        field.closed = true;
        field.end = quote;
      }
    }
    if (!field.closed) field.end = text_.size();
    const std::size_t behind = at_;
    while (!at_end() && !ends_field()) ++at_;
    field.text += text_.substr(behind, at_ - behind);
  }

  void pass_separator(Field& field) {
    field.ends_row = at_end() || is_break(text_[at_]);
    if (at_end()) return;
    const bool windows = text_.substr(at_).starts_with("\r\n");
    at_ += windows ? 2 : 1;
  }

  std::string_view text_;
  std::size_t at_;
  char separator_;
};

// How many of the first rows have the number of fields that is commonest among those with more than one.
std::size_t agreement_on(std::string_view text, char separator) {
  std::map<std::size_t, std::size_t> rows_by_width;
  FieldReader reader(text, 0, separator);
  for (std::size_t row = 0; row < kRowsTried && !reader.at_end(); ++row) {
    std::size_t width = 1;
    while (!reader.next().ends_row) ++width;
    if (width > 1) ++rows_by_width[width];
  }
  std::size_t most = 0;
  for (const auto& [width, rows] : rows_by_width) most = std::max(most, rows);
  return most;
}

char find_separator(std::string_view text) {
  char best = kSeparators.front();
  std::size_t most = 0;
  for (const char separator : kSeparators) {
    const std::size_t rows = agreement_on(text, separator);
    if (rows > most) {
      most = rows;
      best = separator;
    }
  }
  return best;
}

struct Declared {
  char separator;
  std::size_t behind;  // where the next line begins
};

// Excel's `sep=;` on a line of its own.
std::optional<Declared> declared_separator(std::string_view text) {
  if (!text.starts_with("sep=") || text.size() < 5) return std::nullopt;
  const std::size_t behind = text.substr(5).starts_with("\r\n") ? 7 : 6;
  if (text.size() > 5 && !is_break(text[5])) return std::nullopt;
  return Declared{text[4], std::min(behind, text.size())};
}

}  // namespace

base::Result<Sheet> read_csv(std::string text, std::string_view file, const Limits& limits) {
  Sheet sheet{.name = {}, .layout = Layout::Spreadsheet, .cells = {}, .merged = {}, .source = {}};
  const auto declared = declared_separator(text);
  const char separator = declared ? declared->separator : find_separator(text);
  FieldReader reader(text, declared ? declared->behind : 0, separator);
  Budget budget(limits, file);
  Place at{.row = declared ? 1U : 0U, .column = 0};
  while (!reader.at_end()) {
    const std::size_t begin = reader.at();
    const Field field = reader.next();
    if (!field.closed) {
      const auto line = 1 + std::ranges::count(std::string_view(text).substr(0, begin), '\n');
      return base::fail(base::ErrorCode::BadInput,
                        fmt::format("line {} of {} opens a quote that is never closed", line, file));
    }
    if (at.row >= kMostRows || at.column >= kMostColumns) return budget.beyond_the_format();
    if (const std::string_view words = trimmed(field.text); !words.empty()) {
      TANDEM_TRY_DONE(budget.take_cell(at, words.size()));
      sheet.cells.push_back({.at = at,
                             .text = std::string(words),
                             .begin = static_cast<std::uint32_t>(field.begin),
                             .end = static_cast<std::uint32_t>(field.end)});
    }
    at = field.ends_row ? Place{at.row + 1, 0} : Place{at.row, at.column + 1};
  }
  sheet.source = std::move(text);
  return sheet;
}

}  // namespace tandem::sheet
