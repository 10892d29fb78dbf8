// Mentions: `@sara` in a comment calls a person by their name in the agreement.
#pragma once

#include <string_view>
#include <vector>

#include "desk/names.h"
#include "policy/policy.h"

namespace tandem::desk {

// The people of the agreement whom the text mentions, each once, in the order of the text. A name stands behind an `@`
// that no letter or digit comes before, so that addresses (ann@harbor.example) mention nobody; what is nobody's name is
// plain text. O(length of the text).
[[nodiscard]] std::vector<PersonName> mentioned_in(std::string_view text, const policy::Policy& policy);

}  // namespace tandem::desk
