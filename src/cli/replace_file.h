// Putting a new text in the place of a file's.
//
//   TANDEM_TRY_DONE(replace_file(folder, "people.yaml", old_text, new_text));
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/error.h"

namespace tandem::cli {

// Whoever reads the file meanwhile finds the old text or the new one, whole; a machine that stops leaves one of the
// two. The file keeps its permissions, and a link to it stays a link. Refused: a file that does not lie in the folder
// (also by way of a link), and one that holds something else than `before`, for somebody has changed it since it was
// read.
[[nodiscard]] base::Result<> replace_file(const std::filesystem::path& folder, const std::string& name,
                                          std::string_view before, std::string_view after);

}  // namespace tandem::cli
