#include "record/reader.h"

namespace tandem::record {
namespace {

constexpr bool ends_plain_text(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

// What a `\` and this letter stand for; 0: not an escape that is written.
constexpr char escaped(char letter) {
  switch (letter) {
    case '"': return '"';
    case '\\': return '\\';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
  }
  return 0;
}

// The value of a hexadecimal digit in lower case; 16 for anything else.
constexpr unsigned digit_of(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
  return 16;
}

// An instant has one spelling: UTC as `Z`, and a fraction of three or six digits only where it says something.
bool is_canonical_time(std::string_view text) {
  constexpr std::size_t kSeconds = std::string_view("2026-10-05T14:00:00Z").size();
  if (text.size() < kSeconds || text[10] != 'T' || text.back() != 'Z') return false;
  if (text.size() == kSeconds) return true;
  const bool has_three = text.size() == kSeconds + 4;
  const bool has_six = text.size() == kSeconds + 7;
  return (has_three || has_six) && text.substr(text.size() - 4, 3) != "000";
}

}  // namespace

void Reader::refuse(base::ErrorCode code, std::string_view name, std::string_view what) {
  if (error_) return;
  error_ = base::Error{code, fmt::format("the event's {} {} (at byte {})", place(name), what, at_)};
}

std::string Reader::place(std::string_view name) const {
  std::string path;
  for (const Step& step : path_) {
    if (step.name.empty()) {
      path += fmt::format("[{}]", step.position);
    } else {
      path += path.empty() ? "" : ".";
      path += step.name;
    }
  }
  if (!name.empty()) {
    path += path.empty() ? "" : ".";
    path += name;
  }
  return path.empty() ? "record" : '`' + path + '`';
}

void Reader::missing(std::string_view name) {
  refuse(base::ErrorCode::Corrupt, name, "is missing");
}

bool Reader::skip(char c) {
  if (error_ || at_ >= text_.size() || text_[at_] != c) return false;
  ++at_;
  return true;
}

void Reader::expect(char c, std::string_view otherwise) {
  if (!skip(c)) wrong(otherwise);
}

bool Reader::enter(std::string_view name) {
  if (error_) return false;
  std::string_view rest = text_.substr(at_);
  const std::size_t comma = first_ ? 0 : 1;
  const std::size_t length = comma + name.size() + 3;  // the comma, two quotes and the colon
  if (rest.size() < length || (comma == 1 && rest[0] != ',') || rest[comma] != '"') return false;
  rest.remove_prefix(comma + 1);
  if (!rest.starts_with(name) || rest[name.size()] != '"' || rest[name.size() + 1] != ':') return false;
  at_ += length;
  first_ = false;
  path_.push_back({.name = name, .position = 0});
  return true;
}

void Reader::close_object() {
  if (error_ || skip('}')) return;
  std::string_view rest = text_.substr(at_);
  if (!first_ && rest.starts_with(',')) rest.remove_prefix(1);
  const auto close = rest.find('"', 1);
  if (!rest.starts_with('"') || close == std::string_view::npos) return wrong("is an object that does not end");
  refuse(base::ErrorCode::Unsupported, {},
         fmt::format("has a member `{}` that this version does not know there", rest.substr(1, close - 1)));
}

void Reader::end() {
  if (at_ != text_.size()) wrong("is followed by something else");
}

void Reader::get(std::string& value) {
  value.clear();
  if (!skip('"')) return wrong("is not a text");
  for (;;) {
    std::size_t end = at_;
    while (end < text_.size() && !ends_plain_text(text_[end])) ++end;
    value.append(text_, at_, end - at_);
    at_ = end;
    if (skip('"')) return;
    if (!skip('\\')) return wrong("is a text that does not end");
    get_escape(value);
    if (error_) return;
  }
}

void Reader::get_escape(std::string& value) {
  if (at_ < text_.size()) {
    if (const char plain = escaped(text_[at_]); plain != 0) {
      ++at_;
      value += plain;
      return;
    }
  }
  const std::string_view rest = text_.substr(at_);
  if (rest.size() >= 5 && rest.starts_with("u00")) {
    const unsigned code = digit_of(rest[3]) * 16 + digit_of(rest[4]);
    // The other control characters have an escape of their own.
    const bool is_control =
        digit_of(rest[3]) < 2 && digit_of(rest[4]) < 16 && code != '\n' && code != '\r' && code != '\t';
    if (is_control) {
      at_ += 5;
      value += static_cast<char>(code);
      return;
    }
  }
  wrong("holds an escape that is not written in records");
}

void Reader::get(std::uint64_t& value) {
  if (error_) return;
  const char* const begin = text_.data() + at_;
  const auto [end, code] = std::from_chars(begin, text_.data() + text_.size(), value);
  const bool padded = end - begin > 1 && *begin == '0';
  if (code == std::errc::result_out_of_range) return wrong("is a number too large");
  if (code != std::errc{} || padded) return wrong("is not a whole number");
  at_ += static_cast<std::size_t>(end - begin);
}

void Reader::get(std::uint32_t& value) {
  std::uint64_t wide = 0;
  get(wide);
  if (wide > std::numeric_limits<std::uint32_t>::max()) return wrong("is a number too large");
  value = static_cast<std::uint32_t>(wide);
}

void Reader::get(std::int32_t& value) {
  const bool is_negative = skip('-');
  std::uint64_t wide = 0;
  get(wide);
  constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<std::int32_t>::max());
  if (wide > kMost) return wrong("is a number too large");
  if (is_negative && wide == 0) return wrong("is a zero with a sign");
  value = static_cast<std::int32_t>(wide) * (is_negative ? -1 : 1);
}

void Reader::get(bool& value) {
  if (error_) return;
  const std::string_view rest = text_.substr(at_);
  value = rest.starts_with("true");
  if (!value && !rest.starts_with("false")) return wrong("is neither true nor false");
  at_ += value ? 4 : 5;
}

void Reader::get(base::Instant& value) {
  get(word_);
  if (error_) return;
  const auto at = is_canonical_time(word_) ? base::parse_rfc3339(word_) : std::nullopt;
  if (!at) return wrong("is not a time in UTC");
  value = *at;
}

}  // namespace tandem::record
