// The bounds of reading, so that whatever a file says, reading it ends soon and fits in memory. A responsibility matrix
// has some hundred cells; these are a thousand times that. Beyond one, reading fails and says which.
#pragma once

#include <cstddef>

namespace tandem::sheet {

struct Limits {
  std::size_t file_bytes = std::size_t{16} << 20;      // of the file as it lies on the disk
  std::size_t unpacked_bytes = std::size_t{64} << 20;  // of all parts that are read of a packed file together
  std::size_t cell_bytes = std::size_t{64} << 10;      // of one cell's text
  std::size_t text_bytes = std::size_t{32} << 20;      // of all cells' text together
  std::size_t cells = 500'000;                         // of all sheets together, blank ones not counted
  std::size_t sheets = 256;
  std::size_t merged_areas = 20'000;  // of one sheet
  std::size_t depth = 64;             // of elements within elements
};

}  // namespace tandem::sheet
