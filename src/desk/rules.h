// The rules by noun, as decide() calls them: one function for each command, in the file of its noun. Each answers with
// events or a refusal and has no other effect. Private to this folder.
#pragma once

#include "desk/decide.h"
#include "desk/standing.h"

namespace tandem::desk {

// What a rule has before it.
struct Case {
  const Ticket& ticket;
  const Circumstances& circumstances;
  Standing standing;

  [[nodiscard]] const policy::Policy& policy() const { return circumstances.policy; }
  [[nodiscard]] base::Instant now() const { return circumstances.now; }
  [[nodiscard]] const Actor& actor() const { return circumstances.actor; }
  [[nodiscard]] Event event(EventData data) const { return {.at = now(), .actor = actor(), .data = std::move(data)}; }
};

// comment.cpp
[[nodiscard]] Decision decide_on(const AddComment& command, const Case& given);
// assignment.cpp
[[nodiscard]] Decision decide_on(const Take& command, const Case& given);
[[nodiscard]] Decision decide_on(const ChangePriority& command, const Case& given);
[[nodiscard]] Decision decide_on(const ChangeCategory& command, const Case& given);
// handoff.cpp
[[nodiscard]] Decision decide_on(const OfferHandoff& command, const Case& given);
[[nodiscard]] Decision decide_on(const AcceptHandoff& command, const Case& given);
[[nodiscard]] Decision decide_on(const DeclineHandoff& command, const Case& given);
[[nodiscard]] Decision decide_on(const WithdrawHandoff& command, const Case& given);
[[nodiscard]] Decision decide_on(const ExpireHandoff& command, const Case& given);
// lifecycle.cpp
[[nodiscard]] Decision decide_on(const Wait& command, const Case& given);
[[nodiscard]] Decision decide_on(const Resume& command, const Case& given);
[[nodiscard]] Decision decide_on(const Resolve& command, const Case& given);
[[nodiscard]] Decision decide_on(const Reopen& command, const Case& given);
[[nodiscard]] Decision decide_on(const Close& command, const Case& given);

[[nodiscard]] Refusal refuse(RefusalKind kind, std::string_view field, std::string message);
[[nodiscard]] std::optional<Refusal> must_be_open(const Ticket& ticket);

// What a text must be: `what` is how the message calls it ("the reason").
enum class Emptiness : std::uint8_t { Allowed, Refused };
[[nodiscard]] std::optional<Refusal> check_text(std::string_view text, std::string_view field, std::string_view what,
                                                std::size_t limit, Emptiness emptiness);

// Ends the pending hand-off, if there is one: the ticket leaves the giver's hands for another reason.
void withdraw_pending(const Case& given, Events& events);

// The ownership of somebody who says they have it now (taken, accepted): the accountable person is asked of the policy,
// the rest is as given.
[[nodiscard]] Ownership claimed_by(Owner owner, Reason reason, const Case& given);

}  // namespace tandem::desk
