// What `tandem check` tells at its end: what was proved, for how long, and what it comes to. For people and for
// programs.
//
//   fmt::print(out, "{}", summary_text(*compiled));
//   const json::Object further = summary_json(*compiled);      // members of "summary" beside the counts
//
// Pure.
#pragma once

#include <string>

#include "agreement/compile.h"
#include "json/json.h"

namespace tandem::cli {

// Empty when nothing was proved. REQUIRES: of a compilation whose policy was tried out, findings or not.
[[nodiscard]] std::string summary_text(const agreement::Compiled& compiled);
[[nodiscard]] json::Object summary_json(const agreement::Compiled& compiled);

}  // namespace tandem::cli
