#include "cli/replace_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <system_error>

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

// A new file beside another, open for writing; removed unless it took the other's place.
class Draft {
 public:
  explicit Draft(const fs::path& target)
      : path_((target.parent_path() / fmt::format(".{}.XXXXXX", target.filename().string())).string()) {
    file_ = mkstemp(path_.data());
  }
  ~Draft() {
    if (file_ == -1) return;
    close(file_);
    if (!kept_) unlink(path_.c_str());
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  [[nodiscard]] bool is_open() const { return file_ != -1; }

  // 0, or the reason why not.
  [[nodiscard]] int fill(std::string_view text, mode_t mode) const {
    while (!text.empty()) {
      const ssize_t written = write(file_, text.data(), text.size());
      if (written == -1 && errno == EINTR) continue;
      if (written == -1) return errno;
      text.remove_prefix(static_cast<std::size_t>(written));
    }
    return fchmod(file_, mode) == 0 && fsync(file_) == 0 ? 0 : errno;
  }
  [[nodiscard]] int take_place_of(const fs::path& target) {
    if (rename(path_.c_str(), target.c_str()) != 0) return errno;
    kept_ = true;
    return 0;
  }

 private:
  std::string path_;
  int file_ = -1;
  bool kept_ = false;
};

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
  Draft draft(file);
  if (!draft.is_open()) return failed("making a file beside", file, errno);
  if (const int reason = draft.fill(after, status.st_mode & 07777); reason != 0) return failed("writing", file, reason);
  if (const int reason = draft.take_place_of(file); reason != 0) return failed("replacing", file, reason);
  return {};
}

}  // namespace tandem::cli
