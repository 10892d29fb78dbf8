// Names in a sentence: "a", "a and b", "a, b and c", "a, b, c and 12 others".
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace tandem::agreement::diff {

// At most `most` are named, the rest counted. "nothing" where there are none.
[[nodiscard]] std::string listing(std::span<const std::string> names, std::string_view conjunction = "and",
                                  std::size_t most = 6);

}  // namespace tandem::agreement::diff
