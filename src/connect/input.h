// The bytes of a file that is to be imported, one piece after the other, so that a large file never stands whole in
// memory. Files compressed by xz are known by their first bytes and come out decompressed; this is liblzma's home.
//
//   TANDEM_TRY(auto input, open_input("history.csv.xz"));
//   TANDEM_TRY(auto n, input->read(piece));      // 0: the end
//
// One thread at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "base/error.h"

namespace tandem::connect {

class Input {
 public:
  virtual ~Input() = default;
  // Fills the beginning of `into` and says how far; 0 only at the end. REQUIRES: into is not empty.
  // A truncated or damaged file is an error, never a silent end.
  [[nodiscard]] virtual base::Result<std::size_t> read(std::span<char> into) = 0;
  // How much of the file has been read, as it lies on the disk.
  [[nodiscard]] virtual std::uint64_t bytes_read() const = 0;
  [[nodiscard]] virtual std::uint64_t bytes_total() const = 0;
};

// NotFound, Io, or BadInput when the path is no regular file.
[[nodiscard]] base::Result<std::unique_ptr<Input>> open_input(const std::filesystem::path& path);
// Text that is in memory already.
[[nodiscard]] std::unique_ptr<Input> make_text_input(std::string text);

}  // namespace tandem::connect
