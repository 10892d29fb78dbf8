#include "agreement/diff/listing.h"

#include <fmt/ranges.h>

namespace tandem::agreement::diff {

std::string listing(std::span<const std::string> names, std::string_view conjunction, std::size_t most) {
  if (names.empty()) return "nothing";
  if (names.size() == 1) return names.front();
  // One left out would take the place of its own name.
  if (names.size() > most + 1)
    return fmt::format("{} {} {} others", fmt::join(names.first(most), ", "), conjunction, names.size() - most);
  return fmt::format("{} {} {}", fmt::join(names.first(names.size() - 1), ", "), conjunction, names.back());
}

}  // namespace tandem::agreement::diff
