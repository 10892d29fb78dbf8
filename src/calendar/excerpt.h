// The beginning of a text from outside, fit to stand in a message: one line, no control characters, never half a
// character.
#pragma once

#include <string>
#include <string_view>

namespace tandem::calendar {

[[nodiscard]] std::string excerpt(std::string_view text, std::size_t most_bytes = 100);

}  // namespace tandem::calendar
