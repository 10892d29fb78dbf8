// Large numbers as people read them.
//
//   with_commas(8760)     // "8,760"
#pragma once

#include <cstdint>
#include <string>

namespace tandem::base {

[[nodiscard]] std::string with_commas(std::uint64_t number);

}  // namespace tandem::base
