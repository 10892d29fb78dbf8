// Fuzzes hold_file: file_properties.h says what must hold.
#include <cstddef>
#include <cstdint>

#include "file_properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // libFuzzer gives bytes; text is read as char.
  tandem::fuzz::hold_file({reinterpret_cast<const char*>(data), size});
  return 0;
}
