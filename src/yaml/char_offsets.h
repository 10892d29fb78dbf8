// libyaml counts characters, the rest of the program counts bytes. This turns the one into the other.
//
//   const CharOffsets offsets(text);
//   offsets.byte(mark.index)
//
// Keeps a byte offset for every 256th character: O(n) to build, O(1) to ask; where such a stretch is ASCII, which most
// of a text is, nothing is counted. Borrows the text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tandem::yaml {

class CharOffsets {
 public:
  // REQUIRES: well-formed UTF-8 under 4 GiB.
  explicit CharOffsets(std::string_view text);
  // The byte at which character `index` begins; the end of the text beyond the last.
  [[nodiscard]] std::uint32_t byte(std::size_t index) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> every_256th_;
};

}  // namespace tandem::yaml
