// In which order things are worked out that are made of one another: a combined calendar after its parts, a set of
// holidays after those it is based on.
//
//   const PartsFirst order = parts_first({{1}, {}, {0, 2}});
//   order.order;                       // {1, 0}
//   order.rings[0];                    // 2 → 2, closed by the second part of 2
//
// Pure; linear in the number of parts; no recursion, for the depth is the author's.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace tandem::agreement {

struct PartsFirst {
  // What is neither in a ring nor made of something that is, parts before wholes.
  std::vector<std::size_t> order;
  struct Ring {
    std::vector<std::size_t> members;  // from the first to the one whose part is the first again
    std::size_t closing_part = 0;      // which part of the last member
  };
  // One for each part that closes one, as long as they have fewer than kRingMembers members together: there is always
  // the first, and nobody reads them all.
  std::vector<Ring> rings;
  static constexpr std::size_t kRingMembers = 10'000;
};

// parts[i] are the positions of what i is made of. REQUIRES: all of them are below parts.size().
[[nodiscard]] PartsFirst parts_first(std::span<const std::vector<std::size_t>> parts);

}  // namespace tandem::agreement
