// The door that every use case on an engagement begins with: who asks must belong to it. Private to this folder.
//
//   auto entry = enter_engagement(caller, *engagements_, engagement);
//   if (!entry) return std::unexpected(entry.error());
//   const auto& [membership, found] = *entry;
#pragma once

#include "app/caller.h"
#include "app/engagements.h"
#include "app/failure.h"

namespace tandem::app {

struct Entry {
  const MembershipRecord* membership;  // the caller's; never null
  std::shared_ptr<const Engagement> engagement;
};

[[nodiscard]] inline std::unexpected<Failure> no_engagement() {
  return not_found("there is no such engagement");
}

// NotFound for an engagement that is not there and for one that the caller does not belong to: the two are not told
// apart.
[[nodiscard]] inline Outcome<Entry> enter_engagement(const Caller& caller, const Engagements& engagements,
                                                     const desk::EngagementName& engagement) {
  const auto* membership = caller.membership(engagement);
  auto found = engagements.find(engagement);
  if (membership == nullptr || !found) return no_engagement();
  return Entry{.membership = membership, .engagement = std::move(found)};
}

}  // namespace tandem::app
