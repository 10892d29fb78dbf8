// Base 64 with the standard letters and padding (RFC 4648, section 4).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tandem::crypto {

[[nodiscard]] std::string to_base64(std::string_view bytes);
[[nodiscard]] std::string to_base64(std::span<const std::uint8_t> bytes);
// Nothing for a text that to_base64() would not have written: no blanks, no missing padding, no stray bits.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace tandem::crypto
