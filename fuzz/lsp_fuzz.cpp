// Fuzzes hold_lsp: lsp_properties.h says what must hold.
#include <cstddef>
#include <cstdint>

#include "lsp_properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // libFuzzer gives bytes; text is read as char.
  tandem::fuzz::hold_lsp({reinterpret_cast<const char*>(data), size});
  return 0;
}
