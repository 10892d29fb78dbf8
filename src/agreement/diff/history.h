// Real work put to both texts. Private to diff/.
#pragma once

#include <span>

#include "agreement/diff/effects.h"

namespace tandem::agreement::diff {

[[nodiscard]] PastWorkMoved history(const JointWork& work, std::span<const FoundEffect> effects,
                                    std::span<const policy::PastWork> items);

}  // namespace tandem::agreement::diff
