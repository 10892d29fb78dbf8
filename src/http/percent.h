// Percent-encoding (RFC 3986), strictly: what is decoded is well-formed UTF-8 without control characters, and a percent
// sign is always followed by two hexadecimal digits.
//
//   decode_percent("caf%C3%A9");                  // "café"
//   decode_percent("50%");                        // nothing
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tandem::http {

enum class Plus : std::uint8_t { Literal, Space };  // in queries a plus sign is a space
[[nodiscard]] std::optional<std::string> decode_percent(std::string_view text, Plus plus = Plus::Literal);

}  // namespace tandem::http
