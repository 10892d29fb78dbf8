// Counts what is taken from a file against the limits. One per file; internal to sheet/.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/error.h"
#include "sheet/limits.h"
#include "sheet/place.h"

namespace tandem::sheet {

class Budget {
 public:
  // `limits` outlives the budget.
  Budget(const Limits& limits, std::string_view file) : limits_(&limits), file_(file) {}

  [[nodiscard]] const Limits& limits() const { return *limits_; }
  [[nodiscard]] const std::string& file() const { return file_; }

  [[nodiscard]] base::Result<void> take_cell(Place at, std::size_t bytes);
  [[nodiscard]] base::Result<void> take_text(std::size_t bytes);      // that is kept: shared strings, sources
  [[nodiscard]] base::Result<void> take_unpacked(std::size_t bytes);  // that comes out of a packed part

  // The error of a cell that lies outside what the format has.
  [[nodiscard]] std::unexpected<base::Error> beyond_the_format() const;

 private:
  const Limits* limits_;
  std::string file_;
  std::size_t cells_ = 0;
  std::size_t text_ = 0;
  std::size_t unpacked_ = 0;
};

}  // namespace tandem::sheet
