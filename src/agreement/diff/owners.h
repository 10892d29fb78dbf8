// Who acts on which work, when, before and afterwards: every difference, exactly and once.
//
//   for (const OwnerChange& each : owner_changes(work)) …each.where: a box of work's columns…
//
// The routing rules of both agreements are laid into one decision table and its space is cut until each part has one
// first rule on either side; then the moments of the part are grouped by who acts. Parts that change in the same way
// are joined to boxes that read well, some with an exception. Changes are disjoint; a point is in one of them if and
// only if its owner changes.
// The cost is that of proof::Subdivision, times the kinds of moment.
#pragma once

#include <vector>

#include "agreement/diff/joint_work.h"
#include "agreement/diff/rounding.h"

namespace tandem::agreement::diff {

struct OwnerChange {
  Rounded where{};  // no choice is Everything
  Holder before{};
  Holder after{};
};
[[nodiscard]] std::vector<OwnerChange> owner_changes(const JointWork& work);

// Who answers for which categories, when. Of the columns only category and moment matter: the box has all of the
// others.
struct AccountableChange {
  Rounded where{};
  std::uint32_t before = 0;  // joint numbers of people
  std::uint32_t after = 0;
};
[[nodiscard]] std::vector<AccountableChange> accountable_changes(const JointWork& work);

}  // namespace tandem::agreement::diff
