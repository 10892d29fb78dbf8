// Ids that count, so that a run reads the same every time and later ones sort behind earlier ones.
#pragma once

#include "base/id.h"

namespace tandem::test {

class CountingIds final : public base::IdSource {
 public:
  base::IdBits next(std::int64_t unix_ms) override {
    return {.high = static_cast<std::uint64_t>(unix_ms) << 16U, .low = ++count_};
  }

 private:
  std::uint64_t count_ = 0;
};

}  // namespace tandem::test
