// The pages of docs/diagnostics, which are built into the program: what each finding means and how to repair it.
#pragma once

#include <string_view>

#include "diag/finding.h"

namespace tandem::cli {

// The page in Markdown; empty when there is none.
[[nodiscard]] std::string_view page_of(diag::Kind kind);

}  // namespace tandem::cli
