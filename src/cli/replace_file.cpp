#include "cli/replace_file.h"

#include <sys/stat.h>

#include <cerrno>
#include <fstream>
#include <sstream>
#include <system_error>

#include "cli/draft_file.h"

namespace tandem::cli {
namespace {

namespace fs = std::filesystem;

std::unexpected<base::Error> failed(std::string_view doing, const fs::path& path, int reason) {
  return base::fail(base::ErrorCode::Io,
                    fmt::format("{} {}: {}", doing, path.string(), std::generic_category().message(reason)));
}

// The file itself, when it lies in the folder.
base::Result<fs::path> inside(const fs::path& folder, const std::string& name) {
  std::error_code error;
  const fs::path root = fs::canonical(folder.empty() ? fs::path(".") : folder, error);
  if (error) return failed("looking for", folder, error.value());
  const fs::path file = fs::canonical(root / name, error);
  if (error) return failed("looking for", root / name, error.value());
  if (std::ranges::mismatch(root, file).in1 != root.end()) {
    return base::fail(base::ErrorCode::Io,
                      fmt::format("{} lies outside the agreement's folder", (root / name).string()));
  }
  return file;
}

}  // namespace

base::Result<> replace_file(const fs::path& folder, const std::string& name, std::string_view before,
                            std::string_view after) {
  TANDEM_TRY(const fs::path file, inside(folder, name));
  std::ifstream in(file, std::ios::binary);
  std::stringstream now;
  now << in.rdbuf();
  if (!in) return failed("reading", file, EIO);
  if (now.str() != before) {
    return base::fail(
        base::ErrorCode::Io,
        fmt::format("{} was changed by somebody else meanwhile; nothing was written to it", file.string()));
  }
  struct stat status{};
  if (stat(file.c_str(), &status) != 0) return failed("reading", file, errno);
  DraftFile draft(file);
  if (!draft.is_open()) return failed("making a file beside", file, errno);
  if (const int reason = draft.fill(after, status.st_mode & 07777); reason != 0) return failed("writing", file, reason);
  if (const int reason = draft.take_place_of(file); reason != 0) return failed("replacing", file, reason);
  return {};
}

}  // namespace tandem::cli
