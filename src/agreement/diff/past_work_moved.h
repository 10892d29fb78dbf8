// What putting past work (policy/past_work.h) to both texts of an agreement comes to. Plain values; comparison.h does
// it.
#pragma once

#include <cstdint>
#include <vector>

namespace tandem::agreement::diff {

struct PastWorkMoved {
  std::uint64_t items = 0;
  std::uint64_t owner = 0;        // another team would have acted when it came
  std::uint64_t accountable = 0;  // another person would have answered for it
  std::uint64_t respond = 0;      // its first answer would have been due at another time, or at none
  std::uint64_t resolve = 0;
  std::uint64_t any = 0;                   // at least one of these
  std::vector<std::uint64_t> by_effect{};  // by position in Comparison::effects(): the items that it moved
  std::uint64_t elsewhere = 0;  // owner or accountable changed in a way that no effect tells: load, moments that the
                                // horizon does not have, categories that only one text knows
};

}  // namespace tandem::agreement::diff
