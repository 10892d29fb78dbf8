// Fuzzes hold_repair: properties.h says what must hold.
#include <cstddef>
#include <cstdint>

#include "properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // libFuzzer gives bytes; text is read as char.
  tandem::fuzz::hold_repair({reinterpret_cast<const char*>(data), size});
  return 0;
}
