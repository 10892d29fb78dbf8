#include "cli/new_file.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>

namespace tandem::cli {
namespace {

namespace fs = std::filesystem;

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

std::string reason_of(int error) {
  return std::generic_category().message(error);
}

base::Result<> make_folder_of(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  std::error_code error;
  if (folder.empty() || fs::is_directory(folder, error)) return {};
  if (fs::exists(folder, error)) {
    return base::fail(base::ErrorCode::Conflict,
                      fmt::format("{} is a file and no folder: give another folder", folder.string()));
  }
  fs::create_directories(folder, error);
  if (!error) return {};
  return base::fail(base::ErrorCode::Io,
                    fmt::format("cannot make the folder {}: {}", folder.string(), error.message()));
}

}  // namespace

base::Result<> write_new_file(const std::string& path, std::string_view text) {
  TANDEM_TRY_DONE(make_folder_of(path));
  const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "wbx"));
  if (!file && errno == EEXIST) {
    return base::fail(
        base::ErrorCode::Conflict,
        fmt::format("{} is there already and stays as it is: give another folder, or move it away", path));
  }
  if (!file) return base::fail(base::ErrorCode::Io, fmt::format("cannot write {}: {}", path, reason_of(errno)));
  const bool is_written =
      std::fwrite(text.data(), 1, text.size(), file.get()) == text.size() && std::fflush(file.get()) == 0;
  if (is_written) return {};
  const int error = errno;
  std::remove(path.c_str());
  return base::fail(base::ErrorCode::Io, fmt::format("cannot write {}: {}", path, reason_of(error)));
}

}  // namespace tandem::cli
