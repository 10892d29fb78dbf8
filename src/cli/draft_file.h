// A new file beside another, open for writing, that takes the other's place or is removed: whoever reads meanwhile
// finds the old text or the new one, whole.
//
//   DraftFile draft(target);
//   if (!draft.is_open()) …
//   if (const int reason = draft.fill(text, 0644); reason != 0) …          // 0, or the reason why not (errno)
//   if (const int reason = draft.take_place_of(target); reason != 0) …
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace tandem::cli {

class DraftFile {
 public:
  explicit DraftFile(const std::filesystem::path& target);
  ~DraftFile();
  DraftFile(const DraftFile&) = delete;
  DraftFile& operator=(const DraftFile&) = delete;

  [[nodiscard]] bool is_open() const { return file_ != -1; }
  // On the disk when it returns 0. Before it is filled, nobody but the owner may read it.
  [[nodiscard]] int fill(std::string_view text, mode_t mode) const;
  [[nodiscard]] int take_place_of(const std::filesystem::path& target);
  // EEXIST when there is anything of that name.
  [[nodiscard]] int appear_as(const std::filesystem::path& target) const;

 private:
  std::string path_;
  int file_ = -1;
  bool kept_ = false;
};

}  // namespace tandem::cli
