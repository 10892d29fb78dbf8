// What a declared thing is, in words: one line for lists, a page for hovers. Takes what the text says, and with a
// policy also what holds at an instant: who is there, what is open, who owns work of a category and why.
#pragma once

#include <string>

#include "agreement/model.h"
#include "agreement/symbols.h"
#include "base/time.h"
#include "policy/policy.h"

namespace tandem::lsp {

// "Dana Whitfield, IT manager"; empty when there is nothing to say.
[[nodiscard]] std::string brief_words(const agreement::Agreement& agreement, const agreement::Symbol& symbol);

struct Moment {
  const policy::Policy* policy = nullptr;  // null: no text of the agreement has been without errors yet
  base::Instant now{};
};

// Markdown.
[[nodiscard]] std::string words_about_name(const agreement::Agreement& agreement, const agreement::Symbols& symbols,
                                           agreement::SymbolId id, const Moment& moment);

}  // namespace tandem::lsp
