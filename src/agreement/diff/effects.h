// The changes of owners, accountable people and duty, told in words and weighed. Private to diff/.
#pragma once

#include <optional>
#include <vector>

#include "agreement/diff/comparison.h"
#include "agreement/diff/owners.h"
#include "agreement/diff/work_words.h"

namespace tandem::agreement::diff {

// An effect and what it was told from, so that real work can be found in it.
struct FoundEffect {
  Effect effect;
  std::optional<Rounded> where{};  // nothing for a duty
  Holder owner_before{}, owner_after{};
  std::uint32_t person_before = 0, person_after = 0;  // joint numbers
};

// Sorted by weight, then as they are found.
[[nodiscard]] std::vector<FoundEffect> find_effects(const JointWork& work);

}  // namespace tandem::agreement::diff
