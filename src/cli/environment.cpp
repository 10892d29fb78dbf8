#include "cli/environment.h"

namespace tandem::cli {

base::Result<std::unique_ptr<app::Store>> open_existing(const Environment& environment, const std::string& path) {
  std::error_code unreadable;
  if (!std::filesystem::exists(path, unreadable) && !unreadable) {
    return base::fail(base::ErrorCode::NotFound,
                      fmt::format("there is no database {}: `tandem demo` or `tandem adopt` makes one", path));
  }
  return environment.open_store(path);
}

int could_not_run(const Environment& environment, std::string_view message) {
  fmt::print(environment.err, "tandem: {}\n", message);
  return kCouldNotRun;
}

}  // namespace tandem::cli
