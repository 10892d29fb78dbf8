#include "cli/environment.h"

namespace tandem::cli {
namespace {

int could_not_write(const Environment& environment, const std::error_code& reason) {
  return could_not_run(environment, reason ? fmt::format("cannot write the output: {}", reason.message())
                                           : std::string("cannot write the output"));
}

}  // namespace

base::Result<std::unique_ptr<app::Store>> open_existing(const Environment& environment, const std::string& path) {
  std::error_code unreadable;
  if (!std::filesystem::exists(path, unreadable) && !unreadable) {
    return base::fail(base::ErrorCode::NotFound,
                      fmt::format("there is no database {}: `tandem demo` or `tandem adopt` makes one", path));
  }
  return environment.open_store(path);
}

int could_not_run(const Environment& environment, std::string_view message) {
  std::fputs(fmt::format("tandem: {}\n", message).c_str(), environment.err);
  return kCouldNotRun;
}

int deliver(const Environment& environment, const std::function<int()>& command) {
  int status = kCouldNotRun;
  try {
    status = command();
  } catch (const std::system_error& error) {
    // Threads and files throw this too; a stream remembers whether it was the one that failed.
    const bool writing = std::ferror(environment.out) != 0 || std::ferror(environment.err) != 0;
    return writing ? could_not_write(environment, error.code()) : could_not_run(environment, error.what());
  }
  if (std::fflush(environment.out) != 0) return could_not_write(environment, {errno, std::generic_category()});
  if (std::ferror(environment.out) != 0) return could_not_write(environment, {});
  return status;
}

}  // namespace tandem::cli
