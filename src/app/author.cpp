#include "app/author.h"

namespace tandem::app {

Outcome<AuthorScope> enter_as(const Author& author, const Engagements& engagements,
                              const desk::EngagementName& engagement, base::Instant now) {
  auto found = engagements.find(engagement);
  const Caller* caller = author.caller();
  const MembershipRecord* membership = caller == nullptr ? nullptr : caller->membership(engagement);
  if (!found || (caller != nullptr && membership == nullptr)) return not_found("there is no such engagement");
  Signature signature{.account = std::nullopt, .person = {}, .display = "command line", .at = now};
  if (caller != nullptr) {
    signature.account = caller->account;
    signature.person = membership->person;
    signature.display = actor_of(*caller, *membership, *found->policy).display;
  }
  return AuthorScope{.membership = membership, .engagement = std::move(found), .signature = std::move(signature)};
}

}  // namespace tandem::app
