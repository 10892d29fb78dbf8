#include "app/leave_scope.h"

namespace tandem::app {

Outcome<LeaveScope> enter_leave(const LeaveAuthor& author, const Engagements& engagements,
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
  return LeaveScope{.membership = membership, .engagement = std::move(found), .signature = std::move(signature)};
}

bool is_one_line(std::string_view text) {
  return std::ranges::none_of(text, [](unsigned char c) { return c < ' ' || c == 0x7f; });
}

}  // namespace tandem::app
