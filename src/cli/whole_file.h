// A file's whole text.
#pragma once

#include <string>

#include "base/error.h"

namespace tandem::cli {

// NotFound when there is none; Io for what else the system says, and for a file of more than 16 MiB.
[[nodiscard]] base::Result<std::string> read_whole_file(const std::string& path);

}  // namespace tandem::cli
