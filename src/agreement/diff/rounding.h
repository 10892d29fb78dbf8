// Two disjoint boxes told as one: all of something but one box of it, where that says more than the two parts do.
//
//   rounded({standard × always, vip × night})      // {all × always, except vip × day}
//
// Only where what the exception is about is left open by the whole: "all but …" reads well, "some of these but …" does
// not. The points stay the same, and so does their being disjoint. O(boxes² × columns); many boxes are left as they
// are.
#pragma once

#include <optional>
#include <vector>

#include "proof/table.h"

namespace tandem::agreement::diff {

struct Rounded {
  proof::Box where{};
  std::optional<proof::Box> except{};  // within `where`
};

inline constexpr std::size_t kMostRounded = 200;

// REQUIRES: disjoint boxes of those columns, no choice of them Everything.
[[nodiscard]] std::vector<Rounded> rounded(std::vector<proof::Box> boxes, const std::vector<proof::Column>& columns);

// Whether the choice is all of the column.
[[nodiscard]] bool is_full(const proof::Choice& choice, const proof::Column& column);
[[nodiscard]] proof::Choice full_choice(const proof::Column& column);

}  // namespace tandem::agreement::diff
