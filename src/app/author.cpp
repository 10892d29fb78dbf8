#include "app/author.h"

#include "app/entry.h"

namespace tandem::app {

Outcome<AuthorScope> enter_as(const Author& author, const Engagements& engagements,
                              const desk::EngagementName& engagement, base::Instant now) {
  Signature signature{.account = std::nullopt, .person = {}, .display = "command line", .at = now};
  const Caller* caller = author.caller();
  if (caller == nullptr) {
    auto found = engagements.find(engagement);
    if (!found) return no_engagement();
    return AuthorScope{.membership = nullptr, .engagement = std::move(found), .signature = std::move(signature)};
  }
  auto entry = enter_engagement(*caller, engagements, engagement);
  if (!entry) return std::unexpected(std::move(entry).error());
  signature.account = caller->account;
  signature.person = entry->membership->person;
  signature.display = actor_of(*caller, *entry->membership, *entry->engagement->policy).display;
  return AuthorScope{
      .membership = entry->membership, .engagement = std::move(entry->engagement), .signature = std::move(signature)};
}

}  // namespace tandem::app
