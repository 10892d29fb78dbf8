// What two texts say differently, noun by noun and in words. Pure.
//
//   text_changes(before, after, naming)[0].words;      // "team desk: cover none → harbor-it"
#pragma once

#include <vector>

#include "agreement/diff/attributes.h"

namespace tandem::agreement::diff {

// Renames of a noun first, then what is gone, what is new and what differs; in the order of Topic.
[[nodiscard]] std::vector<TextChange> text_changes(const Agreement& before, const Agreement& after,
                                                   const Naming& naming);

}  // namespace tandem::agreement::diff
