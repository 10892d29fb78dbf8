// Words as they are written in a YAML text.
//
//   scalar_text("harbor-it")            // harbor-it
//   scalar_text("yes: no")              // "yes: no"
#pragma once

#include <string>
#include <string_view>

namespace tandem::yaml {

// The words as a scalar of one line that stands anywhere in a map or a list, also between brackets: plain where
// YAML 1.2 reads them back as they are, else in double quotes.
[[nodiscard]] std::string scalar_text(std::string_view words);

}  // namespace tandem::yaml
