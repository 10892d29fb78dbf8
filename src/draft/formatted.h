// A draft in the style of agreements (yaml/format.h), as `tandem fmt` would write it: the last step of every draft, so
// that nobody's first `tandem fmt` changes what nobody wrote.
//
// A text that the formatter does not take stays as it is: that a draft is YAML is for the compiler to tell. Pure;
// linear.
#pragma once

#include <string>

namespace tandem::draft {

[[nodiscard]] std::string formatted(std::string text);

}  // namespace tandem::draft
