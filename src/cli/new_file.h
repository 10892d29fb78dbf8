// Files that a command makes and that must not take the place of anything.
//
//   auto made = write_new_file("harbor/agreement.yaml", text);   // makes the folder too; an Error when it is there
//   already
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace tandem::cli {

// Fails with Conflict when there is anything of that name, whoever made it and however late. A file that could not be
// written whole is taken away again.
[[nodiscard]] base::Result<> write_new_file(const std::string& path, std::string_view text);

}  // namespace tandem::cli
