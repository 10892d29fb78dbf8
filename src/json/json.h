// JSON as we accept and write it, and the home of Boost.JSON: the rest of the program uses `json::Value` and these
// functions. Stricter than most: duplicate keys (also when hidden behind \u escapes), numbers beyond a double's range,
// ill-formed UTF-8 and anything after the value are refused, with the place.
//
//   auto value = json::parse(body, {.bytes = 1 << 20});
//   if (!value) return bad_request(value.error().message, value.error().offset);
#pragma once

#include <boost/json/fwd.hpp>
#include <expected>
#include <string>
#include <string_view>

namespace tandem::json {

using Value = boost::json::value;
using Object = boost::json::object;
using Array = boost::json::array;

struct Limits {
  std::size_t bytes = 1024 * 1024;
  std::size_t depth = 32;
};

struct ParseError {
  std::string message;     // "duplicate key `subject`"
  std::size_t offset = 0;  // in bytes
  std::size_t line = 1;    // from 1
  std::size_t column = 1;  // from 1, in bytes
};

[[nodiscard]] std::expected<Value, ParseError> parse(std::string_view text, const Limits& limits = {});
[[nodiscard]] std::string to_text(const Value& value);

}  // namespace tandem::json
