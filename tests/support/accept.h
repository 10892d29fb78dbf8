// Goldens are rewritten by the tests that hold them: with TANDEM_ACCEPT=1 in the environment a test writes what is so
// now, checks nothing, and says which files it wrote. Read the difference before you commit it.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string_view>

namespace tandem {

[[nodiscard]] inline bool is_accepting() {
  return std::getenv("TANDEM_ACCEPT") != nullptr;
}

inline void write_golden(const std::filesystem::path& path, std::string_view text) {
  std::ofstream(path, std::ios::binary) << text;
  MESSAGE("written, not checked: " << path.string());
}

}  // namespace tandem
