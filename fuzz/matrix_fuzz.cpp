// Fuzzes hold_matrix: matrix_properties.h says what must hold.
#include <cstddef>
#include <cstdint>

#include "matrix_properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // libFuzzer gives bytes; text is read as char.
  tandem::fuzz::hold_matrix({reinterpret_cast<const char*>(data), size});
  return 0;
}
