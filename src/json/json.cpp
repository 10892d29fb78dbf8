#include "json/json.h"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <charconv>
#include <cmath>

#include "base/utf8.h"

namespace tandem::json {
namespace {

namespace bj = boost::json;

// What the handler itself refuses; Boost's error code is only the signal to stop.
enum class Refused { Nothing, DuplicateKey, NotFinite };

// Builds the tree while the text is read. Boost's own parser would keep the last of two equal keys and turn 1e999
// into infinity.
class TreeBuilder {
 public:
  static constexpr std::size_t max_object_size = bj::object::max_size();
  static constexpr std::size_t max_array_size = bj::array::max_size();
  static constexpr std::size_t max_key_size = bj::string::max_size();
  static constexpr std::size_t max_string_size = bj::string::max_size();

  [[nodiscard]] Refused refused() const { return refused_; }
  [[nodiscard]] const std::string& key() const { return text_; }
  [[nodiscard]] Value take() { return std::move(done_); }

  bool on_document_begin(bj::error_code&) { return true; }
  bool on_document_end(bj::error_code&) { return true; }
  bool on_object_begin(bj::error_code&) { return open(bj::object()); }
  bool on_object_end(std::size_t, bj::error_code&) { return close(); }
  bool on_array_begin(bj::error_code&) { return open(bj::array()); }
  bool on_array_end(std::size_t, bj::error_code&) { return close(); }
  bool on_key_part(bj::string_view part, std::size_t, bj::error_code&) { return gather(part); }
  bool on_key(bj::string_view part, std::size_t, bj::error_code& error) {
    gather(part);
    Level& level = open_.back();
    if (level.value.get_object().contains(text_)) return refuse(Refused::DuplicateKey, error);
    level.key = std::exchange(text_, {});
    return true;
  }
  bool on_string_part(bj::string_view part, std::size_t, bj::error_code&) { return gather(part); }
  bool on_string(bj::string_view part, std::size_t, bj::error_code&) {
    gather(part);
    put(bj::string(text_));
    text_.clear();
    return true;
  }
  bool on_number_part(bj::string_view, bj::error_code&) { return true; }
  bool on_int64(std::int64_t number, bj::string_view, bj::error_code&) { return put(number); }
  bool on_uint64(std::uint64_t number, bj::string_view, bj::error_code&) { return put(number); }
  // The whole text is written at once, so `digits` is the whole number.
  bool on_double(double rough, bj::string_view digits, bj::error_code& error) {
    // Boost 1.81 can be off in the last place; from_chars is exact but does not say which way it left the range.
    double exact = 0;
    const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), exact);
    if (code == std::errc{}) return put(exact);
    if (std::abs(rough) >= 1) return refuse(Refused::NotFinite, error);
    return put(rough);
  }
  bool on_bool(bool value, bj::error_code&) { return put(value); }
  bool on_null(bj::error_code&) { return put(nullptr); }
  bool on_comment_part(bj::string_view, bj::error_code&) { return true; }
  bool on_comment(bj::string_view, bj::error_code&) { return true; }

 private:
  struct Level {
    Value value;      // the object or array being filled
    std::string key;  // in an object: the key whose value comes next
  };

  bool gather(bj::string_view part) {
    text_.append(part.data(), part.size());
    return true;
  }
  bool open(Value container) {
    open_.push_back({std::move(container), {}});
    return true;
  }
  bool close() {
    Value value = std::move(open_.back().value);
    open_.pop_back();
    return put(std::move(value));
  }
  bool put(Value value) {
    if (open_.empty()) {
      done_ = std::move(value);
    } else if (Level& level = open_.back(); level.value.is_object()) {
      level.value.get_object().emplace(level.key, std::move(value));
    } else {
      level.value.get_array().push_back(std::move(value));
    }
    return true;
  }
  bool refuse(Refused reason, bj::error_code& error) {
    refused_ = reason;
    error = bj::make_error_code(bj::error::syntax);
    return false;
  }

  std::vector<Level> open_;
  std::string text_;
  Value done_;
  Refused refused_ = Refused::Nothing;
};

ParseError error_at(std::string_view text, std::size_t offset, std::string message) {
  offset = std::min(offset, text.size());
  const std::string_view before = text.substr(0, offset);
  const auto last_break = before.rfind('\n');
  return {.message = std::move(message),
          .offset = offset,
          .line = 1 + static_cast<std::size_t>(std::ranges::count(before, '\n')),
          .column = last_break == std::string_view::npos ? offset + 1 : offset - last_break};
}

// Where the string begins whose closing quote stands at `close`.
std::size_t string_begin(std::string_view text, std::size_t close) {
  for (std::size_t at = close; at > 0;) {
    --at;
    if (text[at] != '"') continue;
    std::size_t backslashes = 0;
    while (backslashes < at && text[at - 1 - backslashes] == '\\') ++backslashes;
    if (backslashes % 2 == 0) return at;
  }
  return 0;
}

// Where the number begins that ends at `end`.
std::size_t number_begin(std::string_view text, std::size_t end) {
  const auto before = text.substr(0, end).find_last_not_of("0123456789+-.eE");
  return before == std::string_view::npos ? 0 : before + 1;
}

// Whether a `\uD800`-like half of a surrogate pair ends at `offset`. Boost says only "syntax error" then.
bool half_pair_ends_at(std::string_view text, std::size_t offset) {
  if (offset < 6) return false;
  const std::string_view escape = text.substr(offset - 6, 4);
  return escape.starts_with("\\u") && (escape[2] == 'd' || escape[2] == 'D') &&
         std::string_view("89abAB").contains(escape[3]);
}

std::string syntax_message(std::string_view text, std::size_t offset) {
  if (half_pair_ends_at(text, offset)) return "half of a surrogate pair stands alone";
  if (offset >= text.size()) return "the text ends before the value does";
  const auto c = static_cast<unsigned char>(text[offset]);
  if (c == '\t' || c == '\n' || c == '\r') return "a line break or tab inside a string must be written as an escape";
  if (c < 0x20 || c == 0x7f) return fmt::format("the control character U+{:04X} is not allowed here", c);
  if (c >= 0x80) return "this character is not allowed outside a string";
  return fmt::format("`{}` is not expected here", text[offset]);
}

std::string message_for(bj::error_code code, std::string_view text, std::size_t offset, const Limits& limits) {
  if (code == bj::error::too_deep) return fmt::format("nested deeper than {} levels", limits.depth);
  if (code == bj::error::exponent_overflow) return "the number is too large";
  if (code == bj::error::expected_hex_digit) return "`\\u` needs four hexadecimal digits";
  if (code == bj::error::illegal_leading_surrogate || code == bj::error::illegal_trailing_surrogate ||
      code == bj::error::expected_utf16_escape) {
    return "half of a surrogate pair stands alone";
  }
  return syntax_message(text, offset);
}

}  // namespace

std::expected<Value, ParseError> parse(std::string_view text, const Limits& limits) {
  if (text.size() > limits.bytes) {
    return std::unexpected(error_at(text, limits.bytes, fmt::format("the text is longer than {} bytes", limits.bytes)));
  }
  if (const auto bad = base::find_bad_utf8(text)) {
    return std::unexpected(error_at(text, *bad, "the text is not UTF-8"));
  }
  bj::parse_options options;
  options.max_depth = limits.depth;
  bj::basic_parser<TreeBuilder> parser(options);
  bj::error_code code;
  std::size_t offset = parser.write_some(/*more=*/false, text.data(), text.size(), code);

  switch (parser.handler().refused()) {
    case Refused::Nothing: break;
    case Refused::DuplicateKey:
      return std::unexpected(
          error_at(text, string_begin(text, offset), fmt::format("duplicate key `{}`", parser.handler().key())));
    case Refused::NotFinite:
      return std::unexpected(error_at(text, number_begin(text, offset), "the number is too large"));
  }
  if (code == bj::error::exponent_overflow) offset = number_begin(text, offset);
  if (code) return std::unexpected(error_at(text, offset, message_for(code, text, offset, limits)));
  offset = text.find_first_not_of(" \t\r\n", offset);
  if (offset != std::string_view::npos) {
    return std::unexpected(error_at(text, offset, "something follows the value"));
  }
  return parser.handler().take();
}

std::string to_text(const Value& value) {
  return bj::serialize(value);
}

}  // namespace tandem::json
