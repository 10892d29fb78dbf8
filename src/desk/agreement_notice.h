// Who is told of what happens to the agreement itself, as notice.h says it of tickets: whose signature is wanted, what
// became of a proposal and from when a version is in force, and what is said about a draft.
//
//   for (const Notice& notice : notices({.before = life, .after = after, .events = events, .policy = policy})) …
//
// Nobody is told of their own deed. `Notice::version` is the event's number within the life. Pure; O(events × people).
#pragma once

#include <vector>

#include "desk/agreement_life.h"
#include "desk/notice.h"

namespace tandem::desk {

struct AgreementStep {
  const AgreementLife& before;
  const AgreementLife& after;
  const AgreementEvents& events;
  const policy::Policy* policy;  // of the version in force before the step: who signs, who leads; null before the first
};

// Each person once about each draft, with the strongest reason. Nobody before the first version.
[[nodiscard]] std::vector<Notice> notices(const AgreementStep& step);

}  // namespace tandem::desk
