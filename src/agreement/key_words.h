// What each key of the language is for, in one sentence, for people who are writing one: editors show it beside the
// key.
//
//   words_about(vocabulary::kTeam, "minimum")   // "how many members must be present, or the team counts as closed; 1
//   …"
//
// The reference (docs/language) says it at length. Pure.
#pragma once

#include <string_view>

#include "agreement/vocabulary.h"

namespace tandem::agreement {

// Empty for what is no key of the construct. In Markdown.
[[nodiscard]] std::string_view words_about(const Construct& construct, std::string_view key);

}  // namespace tandem::agreement
