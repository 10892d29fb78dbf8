#include "cli/whole_file.h"

#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

namespace tandem::cli {
namespace {

constexpr std::size_t kMostBytes = std::size_t{16} << 20;

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

std::unexpected<base::Error> failed(const std::string& path, int reason) {
  const auto code = reason == ENOENT ? base::ErrorCode::NotFound : base::ErrorCode::Io;
  return base::fail(code, fmt::format("reading {}: {}", path, std::generic_category().message(reason)));
}

}  // namespace

base::Result<std::string> read_whole_file(const std::string& path) {
  const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "rb"));
  if (!file) return failed(path, errno);
  std::string text;
  std::array<char, 64 * 1024> part;
  while (const std::size_t read = std::fread(part.data(), 1, part.size(), file.get())) {
    text.append(part.data(), read);
    if (text.size() > kMostBytes) return failed(path, EFBIG);
  }
  if (std::ferror(file.get()) != 0) return failed(path, errno);
  return text;
}

}  // namespace tandem::cli
