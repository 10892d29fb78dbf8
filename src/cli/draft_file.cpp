#include "cli/draft_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>

namespace tandem::cli {

DraftFile::DraftFile(const std::filesystem::path& target)
    : path_((target.parent_path() / fmt::format(".{}.XXXXXX", target.filename().string())).string()) {
  file_ = mkstemp(path_.data());
}

DraftFile::~DraftFile() {
  if (file_ == -1) return;
  close(file_);
  if (!kept_) unlink(path_.c_str());
}

int DraftFile::fill(std::string_view text, mode_t mode) const {
  while (!text.empty()) {
    const ssize_t written = write(file_, text.data(), text.size());
    if (written == -1 && errno == EINTR) continue;
    if (written == -1) return errno;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return fchmod(file_, mode) == 0 && fsync(file_) == 0 ? 0 : errno;
}

int DraftFile::take_place_of(const std::filesystem::path& target) {
  if (rename(path_.c_str(), target.c_str()) != 0) return errno;
  kept_ = true;
  return 0;
}

int DraftFile::appear_as(const std::filesystem::path& target) const {
  return link(path_.c_str(), target.c_str()) == 0 ? 0 : errno;
}

}  // namespace tandem::cli
