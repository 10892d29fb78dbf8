// Carrying edits out on a text.
//
//   with_edits("teams: {desk: {membrs: [ann]}}", {{{file, 15, 21}, "members"}})     // "… {members: [ann]}}"
//
// Pure; offsets are those of the text as it was.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "diag/finding.h"

namespace tandem::diag {

// Whether both want to change the same place: ranges that have a byte in common, insertions at one point, or an
// insertion within a range that is replaced. Edits of different files never do.
[[nodiscard]] bool collide(const Edit& a, const Edit& b);

// REQUIRES: the edits lie in the text, and no two of them collide. Their files are not looked at. O(n log n) in the
// edits, O(length) in the text.
[[nodiscard]] std::string with_edits(std::string_view text, std::span<const Edit> edits);

}  // namespace tandem::diag
